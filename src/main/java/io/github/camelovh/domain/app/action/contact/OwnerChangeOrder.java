// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action.contact;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.action.ActionRow;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.contact.OwnerContactRegistry;
import io.github.camelovh.domain.contact.OwnerContacts;
import io.github.camelovh.domain.order.Budget;
import io.github.camelovh.domain.order.OrderStatus;
import io.github.camelovh.domain.order.Orders;
import io.github.camelovh.domain.order.Purchase;
import io.github.camelovh.domain.order.PurchaseJournal;
import io.github.camelovh.domain.order.PurchaseOutcome;
import io.github.camelovh.domain.order.Quote;
import io.github.camelovh.domain.task.Tasks;
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
public final class OwnerChangeOrder {
    private static final List<String> LOOKED_AT = List.of("todo", "doing", "error", "problem", "cancelled");
    /** A task is begun right after its order, by a clock that may differ a little. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private static final String LATER =
            "; both owners confirm by mail within 14 days, and a generic name cannot be transferred for 60 days then";

    private final BiFunction<PurchaseJournal, Budget, Orders> orders;
    private final EligibilityChecks eligibility;
    private final Supplier<OwnerContacts> contacts;
    private final OwnerContactRegistry made;
    private final Supplier<Tasks> tasks;
    private final Duration every;

    /**
     * @param orders a desk that buys for one row
     * @param eligibility knows whether a registry takes an owner
     * @param made contacts for owners that rows describe
     * @param every the pause between two looks at what was ordered
     */
    public OwnerChangeOrder(
            BiFunction<PurchaseJournal, Budget, Orders> orders,
            EligibilityChecks eligibility,
            Supplier<OwnerContacts> contacts,
            OwnerContactRegistry made,
            Supplier<Tasks> tasks,
            Duration every) {
        this.orders = orders;
        this.eligibility = eligibility;
        this.contacts = contacts;
        this.made = made;
        this.tasks = tasks;
        this.every = every;
    }

    /** What it would change and cost. Changes nothing. */
    PlanOutcome finding(DomainName name, long from, EligibilityChecks.Owner to, Money maxPrice, String what) {
        EligibilityChecks.Verdict verdict = eligibility.look(name, "trade", to, Map.of());
        if (!verdict.columns().isEmpty()) {
            return new PlanOutcome.Refused(verdict.why(), verdict.whatToDo());
        }
        Purchase wish = Purchase.ownerChange(name, String.valueOf(from), "");
        Quote quote;
        try (Orders shop = orders.apply(PurchaseJournal.none(), Budget.unlimited())) {
            quote = shop.quote(maxPrice == null ? wish : wish.withMaxPrice(maxPrice));
        }
        if (!quote.orderable() || quote.priceWithTax() == null) {
            String why =
                    quote.remarks().isEmpty() ? "OVHcloud names no price for it" : String.join("; ", quote.remarks());
            return new PlanOutcome.Refused(why, "mend the row, or look at the name in the customer's console");
        }
        return new PlanOutcome.Changes(
                List.of("order " + what + " at " + quote.priceWithTax() + " with tax" + LATER),
                new PlanOutcome.Cost(quote.priceWithoutTax(), quote.priceWithTax(), wish.duration()));
    }

    /**
     * Orders it, once.
     *
     * @param approved what it costs by the plan that was approved
     */
    ExecutionResult begin(
            DomainName name,
            ActionRow row,
            long from,
            String contact,
            Map<String, String> members,
            PlanOutcome.Cost approved) {
        String to = contact == null ? made.pathOf(members) : contact;
        return bought(name, row, OwnerChangeProgress.of(from, to, approved.withoutTax()));
    }

    /** Goes on where the row's memo says that it stands. */
    ExecutionResult goOn(DomainName name, ActionRow row) {
        OwnerChangeProgress memo = OwnerChangeProgress.of(row.step());
        return memo.orderId() == null ? bought(name, row, memo) : watched(name, memo, memo.orderId());
    }

    private ExecutionResult bought(DomainName name, ActionRow row, OwnerChangeProgress memo) {
        Purchase plain = Purchase.ownerChange(name, String.valueOf(memo.from()), memo.to())
                .approvedAt(memo.approved(), null);
        Money most = OwnerActions.maxPrice(row);
        RowPurchaseJournal journal = new RowPurchaseJournal(row, memo);
        PurchaseOutcome outcome;
        Instant now;
        try (Orders shop = orders.apply(journal, row.budget())) {
            outcome = shop.resume(most == null ? plain : plain.withMaxPrice(most));
            now = shop.now();
        }
        if (outcome instanceof PurchaseOutcome.Ordered ordered) {
            String noted = journal.memo().ordered(ordered.orderId(), now).json();
            return ordered.priceWithTax() == null
                    ? new ExecutionResult.Later(ordered.sentence(), List.of(), every, noted)
                    : new ExecutionResult.Ordered(
                            ordered.orderId(), ordered.priceWithTax(), ordered.paid(), every, noted);
        }
        if (outcome instanceof PurchaseOutcome.Unfinished unfinished) {
            return new ExecutionResult.Stuck(unfinished.why(), unfinished.whatToDo());
        }
        if (outcome instanceof PurchaseOutcome.UnderWay underWay) {
            return new ExecutionResult.Refused(underWay.text(), "wait for its end, then drop the row again");
        }
        if (outcome instanceof PurchaseOutcome.Failed failed && failed.retryable()) {
            return new ExecutionResult.Again(failed.error());
        }
        return new ExecutionResult.Refused(outcome.sentence(), "mend the row, and drop it again");
    }

    private ExecutionResult watched(DomainName name, OwnerChangeProgress memo, long orderId) {
        long owner = contacts.get().ownerOf(name);
        if (owner != memo.from()) {
            return new ExecutionResult.Done("order " + orderId + " changed its owner (contact " + memo.from() + " -> "
                    + owner + "); a generic name cannot be transferred for 60 days now");
        }
        OrderStatus status;
        try (Orders shop = orders.apply(PurchaseJournal.none(), Budget.unlimited())) {
            status = shop.status(orderId);
        }
        if (status.cancelled()) {
            return new ExecutionResult.Refused(
                    "order " + orderId + " was cancelled, so the owner is the same as before",
                    "drop the row again if it is still wished");
        }
        if (status.unpaid()) {
            return new ExecutionResult.Stuck(
                    "order " + orderId + " is not paid", "pay it in the customer's console; a fix row goes on then");
        }
        return awaited(name, memo, orderId);
    }

    /** The task of this order, not of an earlier one. */
    private ExecutionResult awaited(DomainName name, OwnerChangeProgress memo, long orderId) {
        Instant since = Instant.ofEpochMilli(memo.orderedAt()).minus(MARGIN);
        List<DomainTask> all = tasks.get().find(name, "DomainTrade", LOOKED_AT).found().stream()
                .filter(task -> task.creationDate() == null
                        || task.creationDate().toInstant().isAfter(since))
                .toList();
        Optional<DomainTask> wrong =
                all.stream().filter(task -> "error".equals(task.status())).findFirst();
        if (wrong.isPresent()) {
            return new ExecutionResult.Stuck(
                    "task " + wrong.get().id() + " of its owner change has an error: "
                            + wrong.get().comment(),
                    "look at the task; a fix row looks again");
        }
        if (!all.isEmpty() && all.stream().allMatch(task -> "cancelled".equals(task.status()))) {
            return new ExecutionResult.Refused(
                    "its owner change was called off, so the owner is the same as before: "
                            + Objects.requireNonNullElse(all.get(0).comment(), "one of the owners did not confirm it"),
                    "drop the row again if it is still wished");
        }
        return new ExecutionResult.Later(
                "order " + orderId + " is paid, and both owners have to confirm the mail that they got",
                List.of(),
                every,
                memo.json());
    }
}
