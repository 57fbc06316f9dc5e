// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action.renewal;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.action.Action;
import io.github.camelovh.domain.app.action.ActionRow;
import io.github.camelovh.domain.app.row.RowCommand;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.order.OrderStatus;
import io.github.camelovh.domain.order.Orders;
import io.github.camelovh.domain.renewal.RenewalOutcome;
import io.github.camelovh.domain.renewal.RenewalQuote;
import io.github.camelovh.domain.renewal.RenewalRun;
import io.github.camelovh.domain.renewal.RenewalWish;
import io.github.camelovh.domain.renewal.Renewals;
import io.github.camelovh.domain.renewal.Renewer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Names that are renewed now: {@code renew}. Before an order is sent the row notes so; whoever goes on looks for that order, and
 * sends none. Thread-safe.
 */
public final class RenewAction implements Action {
    /** A lost answer is looked for this much less often than a delivery. */
    private static final int SELDOM = 10;

    private static final String LOOK = "look at the name, then drop the row again";

    private final Supplier<Renewals> renewals;
    private final Supplier<Renewer> renewer;
    private final Supplier<Orders> orders;
    private final KnownRenewals knownRenewals;
    private final Duration every;

    /**
     * @param knownRenewals which renewals the ledger knows
     * @param every the pause between two looks at what was ordered
     */
    public RenewAction(
            Supplier<Renewals> renewals,
            Supplier<Renewer> renewer,
            Supplier<Orders> orders,
            KnownRenewals knownRenewals,
            Duration every) {
        this.renewals = renewals;
        this.renewer = renewer;
        this.orders = orders;
        this.knownRenewals = knownRenewals;
        this.every = every;
    }

    @Override
    public List<String> actions() {
        return List.of(RowCommand.Renew.ACTION);
    }

    @Override
    public List<PlanOutcome> look(DomainName name, List<ActionRow> rows) {
        return rows.stream().map(row -> finding(wish(name, row))).toList();
    }

    private RenewalWish wish(DomainName name, ActionRow row) {
        RowCommand.Renew command = (RowCommand.Renew) row.command();
        LocalDate expiry = command.expiry() == null ? renewals.get().state(name).expiration() : command.expiry();
        return wish(command, expiry);
    }

    private static RenewalWish wish(RowCommand.Renew command, LocalDate expiry) {
        return new RenewalWish(
                command.domain(), expiry, command.period(), command.maxPrice(), command.acknowledgedOrders());
    }

    private PlanOutcome finding(RenewalWish wish) {
        Optional<PlanOutcome.AsWished> before = orderedBefore(wish);
        if (before.isPresent()) {
            return before.get();
        }
        RenewalQuote quote = renewer.get().quote(wish);
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

    private Optional<PlanOutcome.AsWished> orderedBefore(RenewalWish wish) {
        return knownRenewals
                .orderOf(wish.domain(), wish.expiry())
                .filter(order -> !wish.acknowledgedOrders().contains(order))
                .map(order -> new PlanOutcome.AsWished("order " + order + " renewed it beyond " + wish.expiry()
                        + " already; OVHcloud tells the registry shortly before that day"));
    }

    private static String line(RenewalQuote.Offered offered) {
        String what = offered.restores()
                ? "in its redemption period since it expired on " + offered.expiry() + ": restore and renew for "
                : "expires on " + offered.expiry() + ": renew for ";
        return what + offered.period() + " at " + offered.withTax() + " with tax"
                + (offered.along().isEmpty() ? "" : ", with " + String.join(", ", offered.along()));
    }

    @Override
    public List<ExecutionResult> act(DomainName name, List<ActionRow> rows) {
        return rows.stream().map(row -> ending(name, row)).toList();
    }

    private ExecutionResult ending(DomainName name, ActionRow row) {
        if (row.wasBegun()) {
            RenewalProgress memo = RenewalProgress.of(row.step());
            return memo.orderId() == null
                    ? renewed(row, memo.before(), memo.sent())
                    : watched(name, memo, memo.orderId());
        }
        RenewalWish wish = wish(name, row);
        return orderedBefore(wish)
                .<ExecutionResult>map(before -> new ExecutionResult.Done(before.sentence()))
                .orElseGet(() -> renewed(row, wish.expiry(), null));
    }

    private ExecutionResult renewed(ActionRow row, LocalDate expiry, RenewalRun.Sent before) {
        RenewalRun run = new RenewalRun(
                row.budget(),
                before,
                offered -> row.unlike(List.of(line(offered))),
                sent -> row.begin(RenewalProgress.of(expiry, sent, null).json()));
        RenewalWish wish = wish((RowCommand.Renew) row.command(), expiry);
        RenewalOutcome outcome;
        try {
            outcome = renewer.get().renew(wish, run);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ExecutionResult.Again("the wait for the answer to its renewal was broken off");
        }
        if (outcome instanceof RenewalOutcome.Ordered ordered) {
            RenewalProgress memo = RenewalProgress.of(
                    expiry, new RenewalRun.Sent(orders.get().now(), ordered.priceWithTax()), ordered.orderId());
            return new ExecutionResult.Ordered(
                    ordered.orderId(), ordered.priceWithTax(), ordered.paid(), every, memo.json());
        }
        if (outcome instanceof RenewalOutcome.Renewed) {
            return new ExecutionResult.Done(outcome.sentence());
        }
        if (outcome instanceof RenewalOutcome.Unfinished unfinished) {
            return unfinished(expiry, unfinished);
        }
        return new ExecutionResult.Refused(outcome.sentence(), LOOK);
    }

    /** It is looked for until it is known whether it was ordered, or a person says so. */
    private ExecutionResult unfinished(LocalDate expiry, RenewalOutcome.Unfinished unfinished) {
        if (unfinished.settledFrom() == null) {
            return new ExecutionResult.Stuck(
                    unfinished.sentence(),
                    "look at the orders in the customer's console; a fix row looks for it again");
        }
        return new ExecutionResult.Later(
                unfinished.sentence() + ". Where none is seen at " + unfinished.settledFrom()
                        + " either, it is ordered then",
                List.of(),
                every.multipliedBy(SELDOM),
                RenewalProgress.of(expiry, unfinished.sent(), null).json());
    }

    /** It was ordered: the expiry moves, or OVHcloud has delivered and moves it shortly before its day. */
    private ExecutionResult watched(DomainName name, RenewalProgress memo, long orderId) {
        LocalDate expires = renewals.get().state(name).expiration();
        if (expires != null && expires.isAfter(memo.before())) {
            return new ExecutionResult.Done("renewed by order " + orderId + ": it expires on " + expires);
        }
        OrderStatus status = orders.get().status(orderId);
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
                        + ", which is delivered; OVHcloud tells the registry" + " shortly before " + memo.before())
                : new ExecutionResult.Later(
                        "order " + orderId + " is paid, and OVHcloud renews the name", List.of(), every, memo.json());
    }
}
