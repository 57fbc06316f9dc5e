// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.time.Duration;
import java.util.List;

/**
 * The daily changes of names. OVHcloud bills the names that it renews a month before they expire and renews them at the
 * registry shortly before. Names that nobody renews pass grace and redemption periods, and are free then.
 */
final class LifeCycle {
    static final String TIMER = "day";

    private static final Duration DAY = Duration.ofDays(1);
    private static final long BILLED_BEFORE = Portfolio.days(30);
    static final long RENEWED_BEFORE = Portfolio.days(10);

    private final SandboxWorld world;
    private final Account account;
    private final Portfolio portfolio;
    private final RenewalBills bills;
    private final Payments payments;
    private final TaskStore tasks;

    LifeCycle(
            SandboxWorld world,
            Account account,
            Portfolio portfolio,
            RenewalBills bills,
            Payments payments,
            TaskStore tasks) {
        this.world = world;
        this.account = account;
        this.portfolio = portfolio;
        this.bills = bills;
        this.payments = payments;
        this.tasks = tasks;
    }

    /** Schedules the first daily run, one day from now. */
    void begin() {
        world.clock().scheduleIn(DAY, TIMER, Json.object());
    }

    /** The daily run. */
    void day(JsonNode nothing) {
        begin();
        long now = world.now().toEpochMilli();
        portfolio.expiringBefore(now + BILLED_BEFORE).forEach(name -> day(name, now));
    }

    private void day(NameState name, long now) {
        if (Age.of(name, now) == Age.GONE) {
            portfolio.forget(name);
        } else if (now < name.expires && name.leaving == 0 && name.automatic && !name.deleteAtExpiration) {
            portfolio.change(name, state -> {
                bill(state);
                renew(state, now);
                state.unpaid = account.orders.get(state.automaticOrder).paidAt == 0;
                return state;
            });
        }
    }

    private void bill(NameState name) {
        OrderState before = account.orders.get(name.automaticOrder);
        if (before == null || before.status(world).equals("cancelled")) {
            OrderState order = bills.order(List.of(name), (int) Math.max(1, name.periodInMonths / 12));
            order.bought.get(0).action = OrderState.Bought.BY_OVHCLOUD;
            bills.book(order, account);
            payments.payAutomatically(order);
            name.automaticOrder = order.orderId;
        }
    }

    private void renew(NameState name, long now) {
        OrderState order = account.orders.get(name.automaticOrder);
        OrderState.Bought bought = order.bought.get(0);
        if (order.paidAt != 0 && bought.taskId == 0 && now >= name.expires - RENEWED_BEFORE) {
            bought.taskId = tasks.begin("DomainRenew", name.name, order.orderId, bought.duration).id;
        }
    }
}
