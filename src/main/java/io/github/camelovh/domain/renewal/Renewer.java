/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.renewal;

import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.ApiPath;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhServerFaultException;
import io.github.camelovh.domain.api.OvhUnknownOutcomeException;
import io.github.camelovh.domain.api.Repeat;
import io.github.camelovh.domain.api.Sleeper;
import io.github.camelovh.domain.api.model.BillingOrder;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.api.model.Price;
import io.github.camelovh.domain.order.Budget;
import io.github.camelovh.domain.order.OrderDesk;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Renews names, each once beyond the expiry that was seen. A renewal has no cart that could carry a key, so before one is
 * ordered it is looked whether the name expires later already, and whether any order of the last weeks names it; an order
 * that got no answer is looked for, and never sent again. Thread-safe.
 */
public final class Renewer {
    private static final String RENEW = "/service/{serviceId}/renew";
    private static final String RIGHT = "account:apiovh:service/renew/create";
    /** An order shows as a later expiry by then: registries are told shortly before the old one. */
    private static final Duration ORDERS_COUNT_FOR = Duration.ofDays(60);
    /** The order that a name came by names it too. */
    private static final Duration ARRIVAL = Duration.ofDays(1);
    /** How often an order without an answer is looked for, at least. */
    private static final int LOOKS = 8;

    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final OvhApi api;
    private final RenewalDesk desk;
    private final OrderDesk orders;
    private final Budget budget;
    private final Sleeper sleeper;
    private final RenewalTurns turns;

    /** What {@code POST /service/{serviceId}/renew} answers, as far as it is used. */
    private record RenewOrder(Long orderId, Price priceWithTax) {
        Money withTax() {
            return priceWithTax == null ? null : priceWithTax.money();
        }
    }

    /** @param turns of all renewers of the account in this process */
    public Renewer(OvhApi api, RenewalDesk desk, OrderDesk orders, Budget budget, RenewalTurns turns, Sleeper sleeper) {
        this.api = api;
        this.desk = desk;
        this.orders = orders;
        this.budget = budget;
        this.turns = turns;
        this.sleeper = sleeper;
    }

    /**
     * Renews a name, at most once for this expiry, whoever asks and however often. Blocks until an end.
     *
     * @throws OvhApiException when it cannot be found out whether anything was ordered before; nothing was ordered then
     * @throws InterruptedException when the thread is told to stop waiting for an answer that was lost
     */
    public RenewalOutcome renew(RenewalWish wish) throws InterruptedException {
        if (!turns.take(wish.key())) {
            return new RenewalOutcome.Refused(
                    List.of("another thread is renewing " + wish.domain() + " at this moment; nothing was ordered"));
        }
        try {
            return alone(wish);
        } finally {
            turns.giveBack(wish.key());
        }
    }

    private RenewalOutcome alone(RenewalWish wish) throws InterruptedException {
        DomainName name = wish.domain();
        RenewalState state = desk.state(name);
        LocalDate expires = state.expiration();
        if (expires == null || expires.isBefore(wish.expiry())) {
            return new RenewalOutcome.Refused(List.of(name + " expires on " + expires + ", not on " + wish.expiry()
                    + " as was given; nothing was ordered"));
        }
        if (expires.isAfter(wish.expiry())) {
            return new RenewalOutcome.Renewed(expires);
        }
        Optional<RenewalOutcome> before = orderedBefore(wish, state);
        if (before.isPresent()) {
            return before.get();
        }
        Optional<RenewalOffer> offer = offer(wish);
        if (offer.isEmpty()) {
            return new RenewalOutcome.Refused(
                    List.of(name + " cannot be renewed for " + wish.period() + "; on offer are "
                            + desk.offers(name).stream()
                                    .map(RenewalOffer::period)
                                    .distinct()
                                    .collect(Collectors.joining(", "))));
        }
        Money price = dryRun(state.serviceId(), offer.get()).withTax();
        Optional<String> against = objection(wish, price).or(() -> budget.reserve(wish.key(), price));
        return against.isPresent()
                ? new RenewalOutcome.Refused(List.of(against.get()))
                : order(wish, state.serviceId(), offer.get(), price);
    }

    /** An order since the name came, which is not cancelled: it may be the renewal, even where the expiry lags. */
    private Optional<RenewalOutcome> orderedBefore(RenewalWish wish, RenewalState state) {
        Instant from = orders.now().minus(ORDERS_COUNT_FOR);
        return orders.latestNaming(wish.domain(), from)
                .filter(order -> !isAcknowledged(order, wish))
                .filter(order -> isAfterArrival(order, state))
                .map(order -> new RenewalOutcome.UnderWay(
                        order.orderId(),
                        "order " + order.orderId() + " of " + order.date() + " names " + wish.domain()
                                + " and may be its renewal; nothing was ordered. If it is none, give it as"
                                + " acknowledgedOrder"));
    }

    private static boolean isAcknowledged(BillingOrder order, RenewalWish wish) {
        return wish.acknowledgedOrder() != null && order.orderId() == wish.acknowledgedOrder();
    }

    private static boolean isAfterArrival(BillingOrder order, RenewalState state) {
        return order.date() == null
                || state.creation() == null
                || order.date().toLocalDate().isAfter(state.creation().plusDays(ARRIVAL.toDays()));
    }

    /** Of the ways to renew for the period the one with the least along: what belongs to a name may have to come with it. */
    private Optional<RenewalOffer> offer(RenewalWish wish) {
        return desk.offers(wish.domain()).stream()
                .filter(offer -> offer.period().equals(wish.period()))
                .min(Comparator.comparingInt(offer -> offer.services().size()));
    }

    private static Optional<String> objection(RenewalWish wish, Money price) {
        if (price == null) {
            return Optional.of("OVHcloud names no price for renewing " + wish.domain() + "; nothing was ordered");
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

    private RenewOrder dryRun(long service, RenewalOffer offer) {
        return send(service, offer, true, Repeat.REPEATABLE);
    }

    private RenewOrder send(long service, RenewalOffer offer, boolean dryRun, Repeat repeat) {
        Map<String, Object> body = Map.of("duration", offer.period(), "services", offer.services(), "dryRun", dryRun);
        return api.send(ApiCall.post(ApiPath.of(RENEW, service), body, repeat).onRoute(RENEW, RIGHT))
                .as(RenewOrder.class);
    }

    private RenewalOutcome order(RenewalWish wish, long service, RenewalOffer offer, Money price)
            throws InterruptedException {
        Instant asked = orders.now();
        RenewOrder made;
        try {
            made = send(service, offer, false, Repeat.ONCE);
        } catch (OvhUnknownOutcomeException | OvhServerFaultException e) {
            return reconcile(wish, asked, price, e);
        } catch (OvhApiException e) {
            budget.release(wish.key());
            return new RenewalOutcome.Refused(List.of(e.getMessage()));
        }
        if (made.orderId() == null || made.orderId() == 0) {
            return reconcile(wish, asked, price, null);
        }
        return paid(wish, made.orderId(), made.withTax() == null ? price : made.withTax());
    }

    /** Sent, and not answered: an order that names it since then is the one; none within the horizon is an open question. */
    private RenewalOutcome reconcile(RenewalWish wish, Instant asked, Money price, OvhApiException error)
            throws InterruptedException {
        Instant until = asked.plus(orders.horizon());
        Duration part = orders.horizon().dividedBy(LOOKS);
        Duration pause = part.compareTo(orders.pollEvery()) < 0 ? part : orders.pollEvery();
        List<String> troubles = new ArrayList<>(error == null ? List.of() : List.of(error.getMessage()));
        do {
            sleeper.sleep(pause);
            try {
                Optional<BillingOrder> found = orders.latestNaming(wish.domain(), asked.minus(CLOCKS_APART))
                        .filter(order -> !isAcknowledged(order, wish));
                if (found.isPresent()) {
                    return paid(wish, found.get().orderId(), price);
                }
            } catch (OvhApiException e) {
                troubles.add(e.getMessage());
            }
        } while (orders.now().isBefore(until));
        return new RenewalOutcome.Unfinished("the renewal of " + wish.domain() + " was sent and not answered ("
                + troubles.get(troubles.size() - 1)
                + "), and no order of it is seen by now. It was not sent again: look at"
                + " the orders since " + asked + ", then renew it again");
    }

    private RenewalOutcome paid(RenewalWish wish, long orderId, Money price) {
        boolean paid;
        try {
            orders.pay(orderId, null);
            paid = true;
        } catch (OvhApiException | IllegalArgumentException e) {
            paid = false; // the outcome says so; the order stays to be paid
        }
        budget.settle(wish.key(), price);
        return new RenewalOutcome.Ordered(orderId, price, paid);
    }
}
