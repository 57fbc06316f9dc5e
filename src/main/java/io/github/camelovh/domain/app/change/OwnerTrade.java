// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.change;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.contact.ContactDesk;
import io.github.camelovh.domain.contact.OwnerContacts;
import io.github.camelovh.domain.order.Budget;
import io.github.camelovh.domain.order.OrderDesk;
import io.github.camelovh.domain.order.OrderStatus;
import io.github.camelovh.domain.order.Purchase;
import io.github.camelovh.domain.order.PurchaseJournal;
import io.github.camelovh.domain.order.PurchaseOutcome;
import io.github.camelovh.domain.order.Quote;
import io.github.camelovh.domain.task.TaskDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * A change of owner, which is an order with all that this asks for: a plan with its price, the budget, each step in the ledger
 * before it is taken. Then both owners confirm by mail. Thread-safe.
 */
public final class OwnerTrade {
    private static final List<String> LOOKED_AT = List.of("todo", "doing", "error", "problem", "cancelled");
    /** A task is begun right after its order, by a clock that may differ a little. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private static final String LATER =
            "; both owners confirm by mail within 14 days, and a generic name cannot be transferred for 60 days then";

    private final BiFunction<PurchaseJournal, Budget, OrderDesk> orders;
    private final EligibilityDesk eligibility;
    private final Supplier<ContactDesk> contacts;
    private final OwnerContacts made;
    private final Supplier<TaskDesk> tasks;
    private final Duration every;

    /**
     * @param orders a desk that buys for one row
     * @param eligibility knows whether a registry takes an owner
     * @param made contacts for owners that rows describe
     * @param every the pause between two looks at what was ordered
     */
    public OwnerTrade(
            BiFunction<PurchaseJournal, Budget, OrderDesk> orders,
            EligibilityDesk eligibility,
            Supplier<ContactDesk> contacts,
            OwnerContacts made,
            Supplier<TaskDesk> tasks,
            Duration every) {
        this.orders = orders;
        this.eligibility = eligibility;
        this.contacts = contacts;
        this.made = made;
        this.tasks = tasks;
        this.every = every;
    }

    /** What it would change and cost. Changes nothing. */
    Finding finding(DomainName name, long from, EligibilityDesk.Owner to, Money maxPrice, String what) {
        EligibilityDesk.Verdict verdict = eligibility.look(name, "trade", to, Map.of());
        if (!verdict.columns().isEmpty()) {
            return new Finding.Refused(verdict.why(), verdict.whatToDo());
        }
        Purchase wish = Purchase.ownerChange(name, String.valueOf(from), "");
        Quote quote;
        try (OrderDesk desk = orders.apply(PurchaseJournal.none(), Budget.unlimited())) {
            quote = desk.quote(maxPrice == null ? wish : wish.withMaxPrice(maxPrice));
        }
        if (!quote.orderable() || quote.priceWithTax() == null) {
            String why =
                    quote.remarks().isEmpty() ? "OVHcloud names no price for it" : String.join("; ", quote.remarks());
            return new Finding.Refused(why, "mend the row, or look at the name in the customer's console");
        }
        return new Finding.Changes(
                List.of("order " + what + " at " + quote.priceWithTax() + " with tax" + LATER),
                new Finding.Cost(quote.priceWithoutTax(), quote.priceWithTax(), wish.duration()));
    }

    /**
     * Orders it, once.
     *
     * @param approved what it costs by the plan that was approved
     */
    Ending begin(
            DomainName name,
            ChangeRow row,
            long from,
            String contact,
            Map<String, String> members,
            Finding.Cost approved) {
        String to = contact == null ? made.pathOf(members) : contact;
        return bought(name, row, OwnerMemo.of(from, to, approved.withoutTax()));
    }

    /** Goes on where the row's memo says that it stands. */
    Ending goOn(DomainName name, ChangeRow row) {
        OwnerMemo memo = OwnerMemo.of(row.step());
        return memo.orderId() == null ? bought(name, row, memo) : watched(name, memo, memo.orderId());
    }

    private Ending bought(DomainName name, ChangeRow row, OwnerMemo memo) {
        Purchase plain = Purchase.ownerChange(name, String.valueOf(memo.from()), memo.to())
                .approvedAt(memo.approved(), null);
        Money most = OwnerRows.maxPrice(row);
        RowJournal journal = new RowJournal(row, memo);
        PurchaseOutcome outcome;
        Instant now;
        try (OrderDesk desk = orders.apply(journal, row.budget())) {
            outcome = desk.resume(most == null ? plain : plain.withMaxPrice(most));
            now = desk.now();
        }
        if (outcome instanceof PurchaseOutcome.Ordered ordered) {
            String noted = journal.memo().ordered(ordered.orderId(), now).json();
            return ordered.priceWithTax() == null
                    ? new Ending.Later(ordered.sentence(), List.of(), every, noted)
                    : new Ending.Ordered(ordered.orderId(), ordered.priceWithTax(), ordered.paid(), every, noted);
        }
        if (outcome instanceof PurchaseOutcome.Unfinished unfinished) {
            return new Ending.Stuck(unfinished.why(), unfinished.whatToDo());
        }
        if (outcome instanceof PurchaseOutcome.UnderWay underWay) {
            return new Ending.Refused(underWay.text(), "wait for its end, then drop the row again");
        }
        if (outcome instanceof PurchaseOutcome.Failed failed && failed.retryable()) {
            return new Ending.Again(failed.error());
        }
        return new Ending.Refused(outcome.sentence(), "mend the row, and drop it again");
    }

    private Ending watched(DomainName name, OwnerMemo memo, long orderId) {
        long owner = contacts.get().ownerOf(name);
        if (owner != memo.from()) {
            return new Ending.Done("order " + orderId + " changed its owner (contact " + memo.from() + " -> " + owner
                    + "); a generic name cannot be transferred for 60 days now");
        }
        OrderStatus status;
        try (OrderDesk desk = orders.apply(PurchaseJournal.none(), Budget.unlimited())) {
            status = desk.status(orderId);
        }
        if (status.cancelled()) {
            return new Ending.Refused(
                    "order " + orderId + " was cancelled, so the owner is the same as before",
                    "drop the row again if it is still wished");
        }
        if (status.unpaid()) {
            return new Ending.Stuck(
                    "order " + orderId + " is not paid", "pay it in the customer's console; a fix row goes on then");
        }
        return awaited(name, memo, orderId);
    }

    /** The task of this order, not of an earlier one. */
    private Ending awaited(DomainName name, OwnerMemo memo, long orderId) {
        Instant since = Instant.ofEpochMilli(memo.orderedAt()).minus(MARGIN);
        List<DomainTask> all = tasks.get().find(name, "DomainTrade", LOOKED_AT).found().stream()
                .filter(task -> task.creationDate() == null
                        || task.creationDate().toInstant().isAfter(since))
                .toList();
        Optional<DomainTask> wrong =
                all.stream().filter(task -> "error".equals(task.status())).findFirst();
        if (wrong.isPresent()) {
            return new Ending.Stuck(
                    "task " + wrong.get().id() + " of its owner change has an error: "
                            + wrong.get().comment(),
                    "look at the task; a fix row looks again");
        }
        if (!all.isEmpty() && all.stream().allMatch(task -> "cancelled".equals(task.status()))) {
            return new Ending.Refused(
                    "its owner change was called off, so the owner is the same as before: "
                            + Objects.requireNonNullElse(all.get(0).comment(), "one of the owners did not confirm it"),
                    "drop the row again if it is still wished");
        }
        return new Ending.Later(
                "order " + orderId + " is paid, and both owners have to confirm the mail that they got",
                List.of(),
                every,
                memo.json());
    }
}
