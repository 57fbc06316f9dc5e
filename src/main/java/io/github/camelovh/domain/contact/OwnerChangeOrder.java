// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.contact;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.change.ChangeRun;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.change.Subject;
import io.github.camelovh.domain.order.OrderStatus;
import io.github.camelovh.domain.order.Orders;
import io.github.camelovh.domain.order.Purchase;
import io.github.camelovh.domain.order.PurchaseOutcome;
import io.github.camelovh.domain.order.Quote;
import io.github.camelovh.domain.task.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A change of owner, which is an order with all that this asks for: a plan with its price, the budget, each step noted before it
 * is taken. Then both owners confirm by mail. Thread-safe.
 */
public final class OwnerChangeOrder {
    private static final List<String> LOOKED_AT = List.of("todo", "doing", "error", "problem", "cancelled");
    /** A task is begun right after its order, by a clock that may differ a little. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private static final String LATER =
            "; both owners confirm by mail within 14 days, and a generic name cannot be transferred for 60 days then";

    private final Orders orders;
    private final EligibilityChecks eligibility;
    private final OwnerContacts contacts;
    private final OwnerContactRegistry made;
    private final Tasks tasks;

    /**
     * @param eligibility knows whether a registry takes an owner
     * @param made contacts for owners that are described
     */
    public OwnerChangeOrder(
            Orders orders,
            EligibilityChecks eligibility,
            OwnerContacts contacts,
            OwnerContactRegistry made,
            Tasks tasks) {
        this.orders = orders;
        this.eligibility = eligibility;
        this.contacts = contacts;
        this.made = made;
        this.tasks = tasks;
    }

    /** What it would change and cost. Changes nothing. */
    PlanOutcome plan(OwnerRequest request, long from, EligibilityChecks.Owner to, String what) {
        EligibilityChecks.Verdict verdict = eligibility.check(request.domain(), "trade", to, Map.of());
        if (!verdict.objections().isEmpty()) {
            return new PlanOutcome.Refused(verdict.why(), verdict.whatToDo());
        }
        Purchase wish = limited(Purchase.ownerChange(request.domain(), String.valueOf(from), ""), request);
        Quote quote = orders.quote(wish);
        if (!quote.orderable() || quote.priceWithTax() == null) {
            String why =
                    quote.remarks().isEmpty() ? "OVHcloud names no price for it" : String.join("; ", quote.remarks());
            return new PlanOutcome.Refused(why, "correct the row, or look at the name in the customer's console");
        }
        return new PlanOutcome.Changes(
                List.of("order " + what + " at " + quote.priceWithTax() + " with tax" + LATER),
                new PlanOutcome.Cost(quote.priceWithoutTax(), quote.priceWithTax(), wish.duration()));
    }

    private static Purchase limited(Purchase purchase, OwnerRequest request) {
        return request.maxPrice() == null ? purchase : purchase.withMaxPrice(request.maxPrice());
    }

    /**
     * Orders it, once.
     *
     * @param members of the owner, where the request names no contact
     * @param approved what it costs by the plan that was approved
     */
    ExecutionResult begin(
            OwnerRequest request,
            ChangeRun run,
            long from,
            Map<String, String> members,
            PlanOutcome.Cost approved,
            Duration pause) {
        if (run.budget() == null) {
            return new ExecutionResult.Refused(
                    "the registry makes it a change of owner, which is an order, and there is no limit to its price",
                    "set maxPrice (tax included), or give the component a budget");
        }
        String to = request.contact() == null ? made.pathOf(members) : request.contact();
        return bought(request, run, OwnerChangeProgress.of(from, to, approved.withoutTax()), pause);
    }

    /** Goes on where the step of the run says that it stands. */
    ExecutionResult goOn(OwnerRequest request, ChangeRun run, Duration pause) {
        OwnerChangeProgress progress = OwnerChangeProgress.of(run.step());
        return progress.orderId() == null
                ? bought(request, run, progress, pause)
                : watched(request.domain(), progress, progress.orderId(), pause);
    }

    /** How it goes on; empty where no order is known. Reads only. */
    Optional<ExecutionResult> check(DomainName name, ChangeRun run, Duration pause) {
        return Optional.ofNullable(run.step())
                .map(OwnerChangeProgress::of)
                .filter(progress -> progress.orderId() != null)
                .map(progress -> watched(name, progress, progress.orderId(), pause));
    }

    private ExecutionResult bought(OwnerRequest request, ChangeRun run, OwnerChangeProgress progress, Duration pause) {
        Purchase wish = limited(
                Purchase.ownerChange(request.domain(), String.valueOf(progress.from()), progress.to())
                        .approvedAt(progress.approved(), null),
                request);
        RunPurchaseJournal journal = new RunPurchaseJournal(run, progress);
        PurchaseOutcome outcome;
        Instant now;
        try (Orders own = orders.with(journal, run.budget())) {
            outcome = own.resume(wish);
            now = own.now();
        }
        if (outcome instanceof PurchaseOutcome.Ordered ordered) {
            String noted = journal.progress().ordered(ordered.orderId(), now).json();
            return ordered.priceWithTax() == null
                    ? Subject.ofOrder(
                            ordered.orderId(), new ExecutionResult.Later(ordered.sentence(), List.of(), pause, noted))
                    : new ExecutionResult.Ordered(
                            ordered.orderId(),
                            ordered.priceWithTax(),
                            ordered.paid(),
                            ordered.payByHand(),
                            pause,
                            noted);
        }
        ExecutionResult ended = notOrdered(outcome);
        return outcome.orderId() == null ? ended : Subject.ofOrder(outcome.orderId(), ended);
    }

    private static ExecutionResult notOrdered(PurchaseOutcome outcome) {
        if (outcome instanceof PurchaseOutcome.Unfinished unfinished) {
            return unfinished.unread()
                    ? new ExecutionResult.Again(unfinished.why())
                    : new ExecutionResult.Stuck(unfinished.why(), unfinished.whatToDo());
        }
        if (outcome instanceof PurchaseOutcome.UnderWay underWay) {
            return new ExecutionResult.Refused(underWay.text(), "wait for its end, then drop the row again");
        }
        if (outcome instanceof PurchaseOutcome.Failed failed && failed.retryable()) {
            return new ExecutionResult.Again(failed.error());
        }
        return new ExecutionResult.Refused(outcome.sentence(), "correct the row, and drop it again");
    }

    private ExecutionResult watched(DomainName name, OwnerChangeProgress progress, long orderId, Duration pause) {
        return Subject.ofOrder(orderId, looked(name, progress, orderId, pause));
    }

    private ExecutionResult looked(DomainName name, OwnerChangeProgress progress, long orderId, Duration pause) {
        long owner = contacts.ownerOf(name);
        if (owner != progress.from()) {
            return new ExecutionResult.Done("order " + orderId + " changed its owner (contact " + progress.from()
                    + " -> " + owner + "); a generic name cannot be transferred for 60 days now");
        }
        OrderStatus status = orders.status(orderId);
        if (status.cancelled()) {
            return new ExecutionResult.Refused(
                    "order " + orderId + " was cancelled, so the owner is the same as before",
                    "drop the row again if it is still wished");
        }
        if (status.unpaid()) {
            return new ExecutionResult.Stuck(
                    "order " + orderId + " is not paid", "pay it in the customer's console; a fix row goes on then");
        }
        return awaited(name, progress, orderId, pause);
    }

    /** The task of this order, not of an earlier one. */
    private ExecutionResult awaited(DomainName name, OwnerChangeProgress progress, long orderId, Duration pause) {
        Instant since = Instant.ofEpochMilli(progress.orderedAt()).minus(MARGIN);
        List<DomainTask> all = tasks.find(name, "DomainTrade", LOOKED_AT).found().stream()
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
                pause,
                progress.json());
    }
}
