// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.contact;

import io.github.camelovh.domain.api.Plural;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.change.ChangeRun;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;

/**
 * Changes of owners, told first, then made, then watched. Other data of the present owner becomes a change of owner where the
 * registry lets nobody change it. Thread-safe.
 *
 * <p>Every method throws {@link io.github.camelovh.domain.api.OvhApiException} when OVHcloud cannot be asked, or refuses.
 */
public final class OwnerChanges {
    private static final int NAMED = 5;

    private final OwnerContacts contacts;
    private final OwnerSnapshot snapshot;
    private final EligibilityChecks eligibility;
    private final OwnerChangeOrder order;

    /**
     * @param snapshot a picture of all owners, for plans
     * @param eligibility knows whether a registry takes an owner
     * @param order gives names to other owners
     */
    public OwnerChanges(
            OwnerContacts contacts, OwnerSnapshot snapshot, EligibilityChecks eligibility, OwnerChangeOrder order) {
        this.contacts = contacts;
        this.snapshot = snapshot;
        this.eligibility = eligibility;
        this.order = order;
    }

    /** What giving the name to another owner would change and cost now. Changes nothing. */
    public PlanOutcome planOwner(OwnerRequest request) {
        return planOwner(request, snapshot.ownerOf(request.domain()));
    }

    private PlanOutcome planOwner(OwnerRequest request, OwnerContact owner) {
        return contacts.isOwner(owner, request.contact(), request.members())
                ? new PlanOutcome.AsWished("it has this owner already")
                : order.plan(
                        request,
                        owner.id(),
                        new EligibilityChecks.Owner(request.contact(), request.members()),
                        "another owner");
    }

    /** What changing data of the owner would change now, and cost where it is an order. Changes nothing. */
    public PlanOutcome planData(OwnerRequest request) {
        return planData(request, snapshot.ownerOf(request.domain()), snapshot::namesOf);
    }

    private PlanOutcome planData(OwnerRequest request, OwnerContact owner, LongFunction<List<String>> namesOf) {
        Map<String, String> changes = OwnerContacts.differences(owner, request.members());
        if (changes.isEmpty()) {
            return new PlanOutcome.AsWished("its owner's data is as wished already");
        }
        Set<String> fixed = fixed(owner, changes);
        EligibilityChecks.Owner after = new EligibilityChecks.Owner(null, with(owner, changes));
        if (fixed.isEmpty()) {
            EligibilityChecks.Verdict verdict = eligibility.check(request.domain(), "update", after, Map.of());
            return verdict.objections().isEmpty()
                    ? new PlanOutcome.Changes(lines(request.domain(), owner, changes, namesOf))
                    : new PlanOutcome.Refused(verdict.why(), verdict.whatToDo());
        }
        return order.plan(
                request,
                owner.id(),
                after,
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
        Set<String> fixed = new TreeSet<>(contacts.readOnly(owner.id()));
        fixed.retainAll(changes.keySet());
        return fixed;
    }

    /** Names of members only: their values are personal. */
    private static List<String> lines(
            DomainName name, OwnerContact owner, Map<String, String> changes, LongFunction<List<String>> namesOf) {
        List<String> lines = new ArrayList<>();
        lines.add("change " + String.join(", ", changes.keySet()) + " of the owner (contact " + owner.id() + ")");
        List<String> others = namesOf.apply(owner.id()).stream()
                .filter(each -> !each.equals(name.ascii()))
                .sorted()
                .toList();
        if (!others.isEmpty()) {
            lines.add("which is the owner of " + Plural.of(others.size(), "other name")
                    + " too: " + String.join(", ", others.subList(0, Math.min(NAMED, others.size())))
                    + (others.size() > NAMED ? "..." : ""));
        }
        return lines;
    }

    /**
     * Gives the name to another owner as it was approved, or goes on where that was begun.
     *
     * @param pause between two looks at what was ordered
     */
    public ExecutionResult applyOwner(OwnerRequest request, ChangeRun run, Duration pause) {
        if (run.wasBegun()) {
            return order.goOn(request, run, pause);
        }
        OwnerContact owner = contacts.read(contacts.ownerOf(request.domain()));
        return run.ifApproved(
                planOwner(request, owner),
                changes -> order.begin(request, run, owner.id(), request.members(), changes.cost(), pause));
    }

    /**
     * Changes data of the owner as it was approved, or goes on where an order was begun for it.
     *
     * @param pause between two looks at what was ordered
     */
    public ExecutionResult applyData(OwnerRequest request, ChangeRun run, Duration pause) {
        if (run.wasBegun()) {
            return order.goOn(request, run, pause);
        }
        OwnerContact owner = contacts.read(contacts.ownerOf(request.domain()));
        return run.ifApproved(planData(request, owner, contacts::namesOf), changes -> {
            Map<String, String> differences = OwnerContacts.differences(owner, request.members());
            return changes.cost() == null
                    ? update(owner.id(), request.members(), differences.keySet())
                    : order.begin(request, run, owner.id(), with(owner, differences), changes.cost(), pause);
        });
    }

    private ExecutionResult update(long contact, Map<String, String> wished, Set<String> changed) {
        try {
            contacts.update(contact, wished);
            return new ExecutionResult.Done("changed " + String.join(", ", changed) + " of its owner");
        } catch (IllegalStateException e) {
            return new ExecutionResult.Again(e.getMessage());
        } finally {
            snapshot.forget();
        }
    }

    /**
     * How an order for another owner goes on. Reads only.
     *
     * @return {@link ExecutionResult.Later} while it waits, else its end; empty where nothing is known to be ordered, so that it is
     *     to be applied again
     */
    public Optional<ExecutionResult> check(OwnerRequest request, ChangeRun run, Duration pause) {
        return order.check(request.domain(), run, pause);
    }
}
