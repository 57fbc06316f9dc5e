// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.renewal;

import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhServerFaultException;
import io.github.camelovh.domain.api.OvhUnknownOutcomeException;
import io.github.camelovh.domain.api.Sleeper;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.catalog.Repeat;
import io.github.camelovh.domain.api.model.BillingOrder;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.api.model.Price;
import io.github.camelovh.domain.order.OrderStatus;
import io.github.camelovh.domain.order.Orders;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Renews names, each once beyond a known expiry. A renewal has no cart that could contain a key. So before it orders,
 * it checks whether the name already expires later, and whether any order of the last weeks includes it. An order that
 * got no answer is searched for, and never sent again. Thread-safe.
 */
public final class Renewer {
    private static final Operation ORDER = OperationCatalog.row("renewal:order");
    /** After this time, an order shows as a later expiry: registries are informed shortly before the old one. */
    private static final Duration ORDERS_COUNT_FOR = Duration.ofDays(60);
    /** The minimum number of searches for an order without an answer. */
    private static final int LOOKS = 8;

    /** An order is visible within seconds; after this time none will appear any more. */
    private static final Duration SETTLED_AFTER = Duration.ofDays(1);

    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final OvhApi api;
    private final Renewals renewals;
    private final Orders orders;
    private final Sleeper sleeper;
    private final RenewalTurns turns;

    /** The used members of the answer to {@code renewal:order}. */
    private record RenewOrder(Long orderId, Price priceWithTax, Price priceWithoutTax) {
        Money withTax() {
            return priceWithTax == null ? null : priceWithTax.money();
        }

        Money withoutTax() {
            return priceWithoutTax == null ? null : priceWithoutTax.money();
        }
    }

    /** What can be ordered now: for which service, and at which price. */
    private record Ready(long service, RenewalOffer offer, RenewalQuote.Offered quote) {}

    /** One of the two is null. */
    private record Look(RenewalOutcome end, Ready ready) {
        static Look end(RenewalOutcome outcome) {
            return new Look(outcome, null);
        }

        static Look refused(RenewalWish wish, String reason) {
            return end(new RenewalOutcome.Refused(wish.domain(), List.of(reason)));
        }
    }

    /** @param turns shared by all renewers of the account in this process */
    public Renewer(OvhApi api, Renewals renewals, Orders orders, RenewalTurns turns, Sleeper sleeper) {
        this.api = api;
        this.renewals = renewals;
        this.orders = orders;
        this.turns = turns;
        this.sleeper = sleeper;
    }

    /**
     * The price of a renewal now. Orders nothing, and reserves no money.
     *
     * @throws OvhApiException when it cannot be read
     */
    public RenewalQuote quote(RenewalWish wish) {
        Look look = look(wish);
        return look.end() != null
                ? new RenewalQuote.Ends(look.end())
                : look.ready().quote();
    }

    /**
     * Renews a name, at most once for this expiry, no matter who asks and how often. Blocks until the end.
     *
     * @param run the budget; if its order was sent before, that order is searched for, and none is sent
     * @throws OvhApiException when it cannot be determined whether anything was ordered before; nothing was ordered
     * then
     * @throws InterruptedException when the thread is interrupted while it waits for a lost answer
     */
    public RenewalOutcome renew(RenewalWish wish, RenewalRun run) throws InterruptedException {
        return renewUnlessBusy(wish, run)
                .orElseGet(() -> new RenewalOutcome.Refused(
                        wish.domain(),
                        List.of("another thread is renewing " + wish.domain() + " now; nothing was ordered")));
    }

    /** As {@link #renew}; empty if another thread is renewing the name now, which passes. */
    Optional<RenewalOutcome> renewUnlessBusy(RenewalWish wish, RenewalRun run) throws InterruptedException {
        if (!turns.take(wish.key())) {
            return Optional.empty();
        }
        try {
            if (run.before() != null) {
                return Optional.of(reconcile(wish, run, run.before(), null));
            }
            Look look = look(wish);
            return Optional.of(look.end() != null ? look.end() : order(wish, run, look.ready()));
        } finally {
            turns.giveBack(wish.key());
        }
    }

    private Look look(RenewalWish wish) {
        DomainName name = wish.domain();
        RenewalState state = renewals.state(name);
        LocalDate expires = state.expiration();
        if (expires == null || expires.isBefore(wish.expiry())) {
            return Look.refused(
                    wish,
                    name + " expires on " + expires + ", not on " + wish.expiry() + " as given; nothing was ordered");
        }
        if (expires.isAfter(wish.expiry())) {
            return Look.end(new RenewalOutcome.Renewed(name, expires));
        }
        List<Long> before = naming(wish, orders.now().minus(ORDERS_COUNT_FOR));
        if (!before.isEmpty()) {
            return Look.end(new RenewalOutcome.UnderWay(name, before.get(0), namedBy(name, before)));
        }
        List<RenewalOffer> offers = renewals.offers(name, state.serviceId());
        Optional<RenewalOffer> offer = RenewalOffer.least(offers, wish.period());
        if (offer.isEmpty()) {
            return Look.refused(
                    wish,
                    name + " cannot be renewed for " + wish.period() + "; on offer are "
                            + offers.stream()
                                    .map(RenewalOffer::period)
                                    .distinct()
                                    .collect(Collectors.joining(", ")));
        }
        RenewOrder price = send(dryRun(state.serviceId(), offer.get()));
        Optional<String> against = objection(wish, price);
        return against.isPresent()
                ? Look.refused(wish, against.get())
                : new Look(
                        null,
                        new Ready(
                                state.serviceId(),
                                offer.get(),
                                new RenewalQuote.Offered(
                                        expires,
                                        wish.period(),
                                        isRestorable(name, expires),
                                        offer.get().along(),
                                        price.withoutTax(),
                                        price.withTax())));
    }

    private boolean isRestorable(DomainName name, LocalDate expires) {
        return expires.isBefore(LocalDate.ofInstant(orders.now(), ZoneOffset.UTC)) && renewals.isRestorable(name);
    }

    /** Orders that are not cancelled: each may be the renewal, even if the expiry is not updated yet. */
    private List<Long> naming(RenewalWish wish, Instant from) {
        return orders.renewing(wish.domain(), from).stream()
                .filter(order -> !wish.acknowledgedOrders().contains(order))
                .toList();
    }

    private static String namedBy(DomainName name, List<Long> before) {
        String all = before.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return (before.size() == 1 ? "order " + all + " of the last " : "orders " + all + " of the last ")
                + ORDERS_COUNT_FOR.toDays() + " days " + (before.size() == 1 ? "names " : "name ") + name
                + " and may be its renewal; nothing was ordered. If none is, add "
                + (before.size() == 1 ? "it" : "all") + " as acknowledgedOrders";
    }

    private static Optional<String> objection(RenewalWish wish, RenewOrder order) {
        Money price = order.withTax();
        if (price == null || order.withoutTax() == null) {
            return Optional.of("OVHcloud returned no price for renewing " + wish.domain() + "; nothing was ordered");
        }
        Money most = wish.maxPriceWithTax();
        if (most == null) {
            return Optional.empty();
        }
        if (!most.currency().equals(price.currency())) {
            return Optional.of("renewing " + wish.domain() + " costs " + price
                    + ", which cannot be compared with the limit " + most + "; nothing was ordered");
        }
        return price.compareTo(most) > 0
                ? Optional.of("renewing " + wish.domain() + " costs " + price + " with tax, more than the limit of "
                        + most + "; nothing was ordered")
                : Optional.empty();
    }

    private static ApiCall order(long service, RenewalOffer offer, boolean dryRun) {
        return ApiCall.of(ORDER, service)
                .withBody(Map.of("duration", offer.period(), "services", offer.services(), "dryRun", dryRun));
    }

    /** Orders nothing, so it may be sent twice. */
    private static ApiCall dryRun(long service, RenewalOffer offer) {
        return order(service, offer, true).withRepeat(Repeat.REPEATABLE);
    }

    private RenewOrder send(ApiCall call) {
        return api.send(call).as(RenewOrder.class);
    }

    private RenewalOutcome order(RenewalWish wish, RenewalRun run, Ready ready) throws InterruptedException {
        Money price = ready.quote().withTax();
        // No earlier order of it counts any more: this one passes the limits of today.
        run.budget().cancel(wish.key());
        Optional<String> against =
                run.objection().apply(ready.quote()).or(() -> run.budget().reserve(wish.key(), price));
        if (against.isPresent()) {
            return new RenewalOutcome.Refused(wish.domain(), List.of(against.get()));
        }
        RenewalRun.Sent sent = new RenewalRun.Sent(orders.now(), price);
        run.note().accept(sent);
        RenewOrder made;
        try {
            made = send(order(ready.service(), ready.offer(), false));
        } catch (OvhUnknownOutcomeException | OvhServerFaultException e) {
            return reconcile(wish, run, sent, e);
        } catch (OvhApiException e) {
            run.budget().release(wish.key());
            return new RenewalOutcome.Refused(wish.domain(), List.of(e.getMessage()));
        }
        if (made.orderId() == null || made.orderId() == 0) {
            return reconcile(wish, run, sent, null);
        }
        RenewalRun.Sent answered = sent.answered(made.orderId());
        orders.made(made.orderId(), wish.domain());
        run.note().accept(answered);
        if (made.withTax() == null) {
            return reconcile(wish, run, answered, null); // it is read before it is paid
        }
        Money toPay = made.withTax();
        run.budget().settle(wish.key(), toPay);
        // Nobody allowed a price above that of the dry run: a person decides about this order.
        boolean allowed = toPay.currency().equals(price.currency()) && toPay.compareTo(price) <= 0;
        return allowed
                ? pay(wish, answered, toPay)
                : new RenewalOutcome.Ordered(wish.domain(), made.orderId(), toPay, null, true);
    }

    /**
     * Sent, but not read: the order with the answered number is the one; without an answer, an order since then that
     * includes the name. If there is none within the horizon, the question is open. If there is none a day later, none
     * exists, unless a person must decide that.
     */
    private RenewalOutcome reconcile(RenewalWish wish, RenewalRun run, RenewalRun.Sent sent, OvhApiException error)
            throws InterruptedException {
        Instant until = sent.at().plus(orders.horizon());
        Duration part = orders.horizon().dividedBy(LOOKS);
        Duration pause = part.compareTo(orders.pollEvery()) < 0 ? part : orders.pollEvery();
        List<String> troubles = new ArrayList<>(error == null ? List.of() : List.of(error.getMessage()));
        boolean seenNone;
        do {
            seenNone = false;
            sleeper.sleep(pause);
            try {
                List<Long> found = ordersOf(wish, sent);
                seenNone = true;
                if (!found.isEmpty()) {
                    return found(wish, run, sent, found.get(found.size() - 1));
                }
            } catch (OvhApiException e) {
                troubles.add(e.getMessage());
            }
        } while (orders.now().isBefore(until));
        if (seenNone
                && orders.mayOrderAgain()
                && !orders.now().isBefore(sent.at().plus(SETTLED_AFTER))) {
            Look look = look(wish);
            if (look.end() instanceof RenewalOutcome.UnderWay late) {
                return found(wish, run, sent, late.orderId());
            }
            run.budget().release(wish.key()); // not before it is known, or a late order would be over the limit
            return look.end() != null ? look.end() : order(wish, run, look.ready());
        }
        String trouble = troubles.isEmpty() ? "" : " (" + troubles.get(troubles.size() - 1) + ")";
        boolean numbered = sent.orderId() != null;
        return new RenewalOutcome.Unfinished(
                wish.domain(),
                "the renewal of " + wish.domain() + " was sent at " + sent.at()
                        + (numbered
                                ? ", and its order " + sent.orderId()
                                        + (seenNone ? " is cancelled" : " could not be read" + trouble)
                                : " and not answered" + trouble + ", and no order of it is seen by now")
                        + "; it was not sent again",
                sent,
                (numbered && !seenNone) || orders.mayOrderAgain() ? sent.at().plus(SETTLED_AFTER) : null);
    }

    /** What may be the order that was sent, the latest first; a cancelled order is none. */
    private List<Long> ordersOf(RenewalWish wish, RenewalRun.Sent sent) {
        if (sent.orderId() == null) {
            return naming(wish, sent.at().minus(CLOCKS_APART));
        }
        return orders.status(sent.orderId()).cancelled() ? List.of() : List.of(sent.orderId());
    }

    /** Whether no order is seen of one that was sent and not answered, and it is too early to say that there is none. Reads only. */
    boolean isUnseen(RenewalWish wish, RenewalRun.Sent sent) {
        return orders.now().isBefore(sent.at().plus(SETTLED_AFTER))
                && ordersOf(wish, sent).isEmpty();
    }

    private RenewalOutcome found(RenewalWish wish, RenewalRun run, RenewalRun.Sent sent, long orderId) {
        BillingOrder order = orders.order(orderId);
        boolean priced = order.priceWithTax() != null;
        Money price = priced ? order.priceWithTax().money() : sent.withTax();
        run.budget().settle(wish.key(), price);
        OrderStatus status = orders.status(orderId);
        if (!status.unpaid()) {
            return new RenewalOutcome.Ordered(wish.domain(), orderId, price, status.paid(), false);
        }
        // An order at another price may be somebody else's, and nobody asked to pay that, nor what it does not say.
        return priced && price.equals(sent.withTax())
                ? pay(wish, sent.answered(orderId), price)
                : new RenewalOutcome.Ordered(wish.domain(), orderId, price, false, true);
    }

    /**
     * Tells OVHcloud to pay the order of {@code sent}. If it refuses, the order stays for a person. If it fails, or nobody knows whether it
     * was paid, the order is read and paid again, for a day.
     */
    private RenewalOutcome pay(RenewalWish wish, RenewalRun.Sent sent, Money price) {
        long orderId = sent.orderId();
        try {
            boolean told = orders.payAsSet(orderId);
            return new RenewalOutcome.Ordered(wish.domain(), orderId, price, null, !told);
        } catch (OvhApiException e) {
            Instant givenUp = sent.at().plus(SETTLED_AFTER);
            boolean passes = e.retryable() || e instanceof OvhUnknownOutcomeException;
            return passes && orders.now().isBefore(givenUp)
                    ? new RenewalOutcome.Unfinished(
                            wish.domain(),
                            "the renewal of " + wish.domain() + " is ordered, and its order " + orderId
                                    + " is not seen to be paid (" + e.getMessage() + ")",
                            sent,
                            givenUp)
                    : new RenewalOutcome.Ordered(wish.domain(), orderId, price, false, true);
        } catch (IllegalArgumentException e) {
            return new RenewalOutcome.Ordered(wish.domain(), orderId, price, false, true); // no way to pay is set
        }
    }
}
