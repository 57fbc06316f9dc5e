// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.renewal;

import io.github.camelovh.domain.change.ChangeRun;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.change.Subject;
import io.github.camelovh.domain.order.OrderStatus;
import io.github.camelovh.domain.order.Orders;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A renewal of a name: told with its price first, then ordered, then watched. Before an order is sent the run notes so; whoever goes
 * on looks for that order, and sends none. Thread-safe.
 *
 * <p>Every method throws {@link io.github.camelovh.domain.api.OvhApiException} when OVHcloud cannot be asked, or refuses.
 */
public final class RenewalChange {
    /** A lost answer is looked for this much less often than a delivery. */
    private static final int SELDOM = 10;

    private static final String LOOK = "look at the name, then drop the row again";

    private final Renewals renewals;
    private final Renewer renewer;
    private final Orders orders;
    private final RenewalRequest request;
    private final KnownRenewals known;
    private final Duration pause;

    /**
     * @param known which renewals were ordered before
     * @param pause between two looks at what was ordered
     */
    public RenewalChange(
            Renewals renewals,
            Renewer renewer,
            Orders orders,
            RenewalRequest request,
            KnownRenewals known,
            Duration pause) {
        this.renewals = renewals;
        this.renewer = renewer;
        this.orders = orders;
        this.request = request;
        this.known = known;
        this.pause = pause;
    }

    /** What it would order and cost now. Orders nothing. */
    public PlanOutcome plan() {
        RenewalWish wish = wish();
        return orderedBefore(wish)
                .<PlanOutcome>map(order -> new PlanOutcome.AsWished(renewedBy(order, wish)))
                .orElseGet(() -> quoted(wish));
    }

    private RenewalWish wish() {
        return request.beyond(
                request.expiry() == null ? renewals.state(request.domain()).expiration() : request.expiry());
    }

    private Optional<Long> orderedBefore(RenewalWish wish) {
        return known.orderOf(wish.domain(), wish.expiry())
                .filter(order -> !wish.acknowledgedOrders().contains(order));
    }

    private static String renewedBy(long order, RenewalWish wish) {
        return "order " + order + " renewed it beyond " + wish.expiry()
                + " already; OVHcloud tells the registry shortly before that day";
    }

    private PlanOutcome quoted(RenewalWish wish) {
        RenewalQuote quote = renewer.quote(wish);
        if (quote instanceof RenewalQuote.Offered offered) {
            return new PlanOutcome.Changes(
                    List.of(line(offered)),
                    new PlanOutcome.Cost(offered.withoutTax(), offered.withTax(), offered.period()));
        }
        RenewalOutcome end = ((RenewalQuote.Ends) quote).outcome();
        return end instanceof RenewalOutcome.Renewed
                ? new PlanOutcome.AsWished(end.sentence())
                : new PlanOutcome.Refused(end.sentence(), LOOK);
    }

    private static String line(RenewalQuote.Offered offered) {
        String what = offered.restores()
                ? "in its redemption period since it expired on " + offered.expiry() + ": restore and renew for "
                : "expires on " + offered.expiry() + ": renew for ";
        return what + offered.period() + " at " + offered.withTax() + " with tax"
                + (offered.along().isEmpty() ? "" : ", with " + String.join(", ", offered.along()));
    }

    /** Orders it as it was approved, or goes on where an order was sent. */
    public ExecutionResult apply(ChangeRun run) {
        if (run.wasBegun()) {
            RenewalProgress progress = RenewalProgress.of(run.step());
            return progress.ordered()
                    .map(order -> watched(progress, order))
                    .orElseGet(() -> renewed(run, progress.before(), progress.sent()));
        }
        RenewalWish wish = wish();
        return orderedBefore(wish)
                .map(order -> Subject.ofOrder(order, new ExecutionResult.Done(renewedBy(order, wish))))
                .orElseGet(() -> renewed(run, wish.expiry(), null));
    }

    private ExecutionResult renewed(ChangeRun run, LocalDate expiry, RenewalRun.Sent before) {
        RenewalRun noted = new RenewalRun(
                run.budget(),
                before,
                offered -> run.unlike(List.of(line(offered))),
                sent -> run.begin(RenewalProgress.of(expiry, sent, true).json()));
        RenewalOutcome outcome;
        try {
            outcome = renewer.renewUnlessBusy(request.beyond(expiry), noted).orElse(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ExecutionResult.Again("the wait for the answer to its renewal was broken off");
        }
        if (outcome == null) {
            // A row that was taken over from this very process: its earlier worker has not ended yet.
            return new ExecutionResult.Again("another thread is renewing " + request.domain() + " now");
        }
        if (outcome instanceof RenewalOutcome.Ordered ordered) {
            RenewalProgress progress = RenewalProgress.of(
                    expiry, new RenewalRun.Sent(orders.now(), ordered.priceWithTax(), ordered.orderId()), false);
            return new ExecutionResult.Ordered(
                    ordered.orderId(),
                    ordered.priceWithTax(),
                    ordered.paid(),
                    ordered.payByHand(),
                    pause,
                    progress.json());
        }
        if (outcome instanceof RenewalOutcome.Renewed) {
            return new ExecutionResult.Done(outcome.sentence());
        }
        if (outcome instanceof RenewalOutcome.Unfinished unfinished) {
            return unfinished(expiry, unfinished);
        }
        ExecutionResult refused = new ExecutionResult.Refused(outcome.sentence(), LOOK);
        return outcome.orderId() == null ? refused : Subject.ofOrder(outcome.orderId(), refused);
    }

    /** It is looked for until it is known whether it was ordered, or a person says so. */
    private ExecutionResult unfinished(LocalDate expiry, RenewalOutcome.Unfinished unfinished) {
        ExecutionResult result = waiting(expiry, unfinished);
        return unfinished.orderId() == null ? result : Subject.ofOrder(unfinished.orderId(), result);
    }

    private ExecutionResult waiting(LocalDate expiry, RenewalOutcome.Unfinished unfinished) {
        if (unfinished.settledFrom() == null) {
            return new ExecutionResult.Stuck(
                    unfinished.sentence(),
                    "look at the orders in the customer's console; a fix row looks for it again");
        }
        String then = unfinished.sent().orderId() == null
                ? ". Where none is seen at " + unfinished.settledFrom() + " either, it is ordered then"
                : ". It is read again";
        return new ExecutionResult.Later(
                unfinished.sentence() + then,
                List.of(),
                pause.multipliedBy(SELDOM),
                RenewalProgress.of(expiry, unfinished.sent(), true).json());
    }

    /**
     * How it goes on. Reads only.
     *
     * @return {@link ExecutionResult.Later} while it waits, else its end; empty where an order without an answer was found, or may be
     *     sent again, so that it is to be applied again
     */
    public Optional<ExecutionResult> check(ChangeRun run) {
        RenewalProgress progress = RenewalProgress.of(run.step());
        if (progress.ordered().isPresent()) {
            return progress.ordered().map(order -> watched(progress, order));
        }
        return renewer.isUnseen(request.beyond(progress.before()), progress.sent())
                ? Optional.of(new ExecutionResult.Later(
                        "its renewal was sent and not answered, and no order of it is seen yet",
                        List.of(),
                        pause.multipliedBy(SELDOM),
                        run.step()))
                : Optional.empty();
    }

    private ExecutionResult watched(RenewalProgress progress, long orderId) {
        return Subject.ofOrder(orderId, looked(progress, orderId));
    }

    /** It was ordered: the expiry moves, or OVHcloud has delivered and moves it shortly before its day. */
    private ExecutionResult looked(RenewalProgress progress, long orderId) {
        LocalDate expires = renewals.state(request.domain()).expiration();
        if (expires != null && expires.isAfter(progress.before())) {
            return new ExecutionResult.Done("renewed by order " + orderId + ": it expires on " + expires);
        }
        OrderStatus status = orders.status(orderId);
        if (status.cancelled()) {
            return new ExecutionResult.Refused(
                    "order " + orderId + " was cancelled, so it was not renewed", "drop the row again to renew it");
        }
        if (status.unpaid()) {
            return new ExecutionResult.Stuck(
                    "order " + orderId + " is not paid", "pay it in the customer's console; a fix row goes on then");
        }
        return status.delivered()
                ? new ExecutionResult.Done("renewed by order " + orderId
                        + ", which is delivered; OVHcloud tells the registry shortly before " + progress.before())
                : new ExecutionResult.Later(
                        "order " + orderId + " is paid, and OVHcloud renews the name",
                        List.of(),
                        pause,
                        progress.json());
    }
}
