// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action.contact;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.action.Action;
import io.github.camelovh.domain.app.action.ActionRow;
import io.github.camelovh.domain.app.row.ContactCommand;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.contact.OwnerContact;
import io.github.camelovh.domain.contact.OwnerContacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Owners of names: {@code set-contact} changes the data of the present one, and becomes a change of owner where the registry lets
 * nobody change it; {@code change-owner} gives the name to another one. Thread-safe.
 */
public final class OwnerActions implements Action {
    private static final int NAMED = 5;

    private final Supplier<OwnerContacts> ownerContacts;
    private final OwnerSnapshot snapshot;
    private final EligibilityChecks eligibility;
    private final OwnerChangeOrder trade;

    /**
     * @param snapshot a picture of all owners, for plans
     * @param eligibility knows whether a registry takes an owner
     * @param trade gives names to other owners
     */
    public OwnerActions(
            Supplier<OwnerContacts> ownerContacts,
            OwnerSnapshot snapshot,
            EligibilityChecks eligibility,
            OwnerChangeOrder trade) {
        this.eligibility = eligibility;
        this.ownerContacts = ownerContacts;
        this.snapshot = snapshot;
        this.trade = trade;
    }

    @Override
    public List<String> actions() {
        return List.of(ContactCommand.SetContact.ACTION, ContactCommand.ChangeOwner.ACTION);
    }

    @Override
    public List<PlanOutcome> look(DomainName name, List<ActionRow> rows) {
        OwnerContact owner = snapshot.ownerOf(name);
        return rows.stream()
                .map(row -> finding(name, owner, row, snapshot::namesOf))
                .toList();
    }

    private PlanOutcome finding(
            DomainName name, OwnerContact owner, ActionRow row, LongFunction<List<String>> namesOf) {
        if (row.command() instanceof ContactCommand.ChangeOwner change) {
            return ownerContacts.get().isOwner(owner, change.ownerContact(), change.owner())
                    ? new PlanOutcome.AsWished("it has this owner already")
                    : trade.finding(
                            name,
                            owner.id(),
                            new EligibilityChecks.Owner(change.ownerContact(), change.owner()),
                            change.maxPrice(),
                            "another owner");
        }
        ContactCommand.SetContact wish = (ContactCommand.SetContact) row.command();
        Map<String, String> changes = OwnerContacts.differences(owner, wish.owner());
        if (changes.isEmpty()) {
            return new PlanOutcome.AsWished("its owner's data is as wished already");
        }
        Set<String> fixed = fixed(owner, changes);
        EligibilityChecks.Owner after = new EligibilityChecks.Owner(null, with(owner, changes));
        if (fixed.isEmpty()) {
            EligibilityChecks.Verdict verdict = eligibility.look(name, "update", after, Map.of());
            return verdict.columns().isEmpty()
                    ? new PlanOutcome.Changes(lines(name, owner, changes, namesOf))
                    : new PlanOutcome.Refused(verdict.why(), verdict.whatToDo());
        }
        return trade.finding(
                name,
                owner.id(),
                after,
                wish.maxPrice(),
                "other data of the owner (" + String.join(", ", changes.keySet()) + "), as " + String.join(", ", fixed)
                        + " cannot be changed otherwise");
    }

    private static Map<String, String> with(OwnerContact owner, Map<String, String> changes) {
        Map<String, String> members = new TreeMap<>(owner.members());
        members.putAll(changes);
        members.values().removeIf(String::isEmpty);
        return members;
    }

    private Set<String> fixed(OwnerContact owner, Map<String, String> changes) {
        Set<String> fixed = new TreeSet<>(ownerContacts.get().readOnly(owner.id()));
        fixed.retainAll(changes.keySet());
        return fixed;
    }

    /** Names of members only: their values are personal, and stand in the file. */
    private static List<String> lines(
            DomainName name, OwnerContact owner, Map<String, String> changes, LongFunction<List<String>> namesOf) {
        List<String> lines = new ArrayList<>();
        lines.add("change " + String.join(", ", changes.keySet()) + " of the owner (contact " + owner.id() + ")");
        List<String> others = namesOf.apply(owner.id()).stream()
                .filter(each -> !each.equals(name.ascii()))
                .sorted()
                .toList();
        if (!others.isEmpty()) {
            lines.add("which is the owner of " + others.size() + " other " + (others.size() == 1 ? "name" : "names")
                    + " too: " + String.join(", ", others.subList(0, Math.min(NAMED, others.size())))
                    + (others.size() > NAMED ? "..." : ""));
        }
        return lines;
    }

    @Override
    public List<ExecutionResult> act(DomainName name, List<ActionRow> rows) {
        return rows.stream().map(row -> ending(name, row)).toList();
    }

    private ExecutionResult ending(DomainName name, ActionRow row) {
        if (row.wasBegun()) {
            return trade.goOn(name, row);
        }
        OwnerContact owner = ownerContacts.get().read(ownerContacts.get().ownerOf(name));
        PlanOutcome now = finding(name, owner, row, ownerContacts.get()::namesOf);
        Optional<ExecutionResult> other = row.unlessApproved(now);
        if (other.isPresent()) {
            return other.get();
        }
        PlanOutcome.Cost cost = ((PlanOutcome.Changes) now).cost();
        if (row.command() instanceof ContactCommand.ChangeOwner change) {
            return trade.begin(name, row, owner.id(), change.ownerContact(), change.owner(), cost);
        }
        Map<String, String> wished = ((ContactCommand.SetContact) row.command()).owner();
        Map<String, String> changes = OwnerContacts.differences(owner, wished);
        if (cost != null) {
            return trade.begin(name, row, owner.id(), null, with(owner, changes), cost);
        }
        try {
            ownerContacts.get().update(owner.id(), wished);
            snapshot.forget();
            return new ExecutionResult.Done("changed " + String.join(", ", changes.keySet()) + " of its owner");
        } catch (IllegalStateException e) {
            return new ExecutionResult.Again(e.getMessage());
        }
    }

    /** The limit of a row that may become an order; null for none. */
    static Money maxPrice(ActionRow row) {
        return row.command() instanceof ContactCommand.ChangeOwner change
                ? change.maxPrice()
                : ((ContactCommand.SetContact) row.command()).maxPrice();
    }
}
