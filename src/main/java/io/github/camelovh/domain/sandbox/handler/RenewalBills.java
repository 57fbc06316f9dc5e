// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.util.List;

/** The prices of renewals, and their orders. */
final class RenewalBills {
    private static final int LONGEST = 3;
    /** The registry's price for restoring a name, in cents without tax. */
    private static final long RESTORING = 6500;

    private final SandboxWorld world;
    private final Extensions extensions;

    RenewalBills(SandboxWorld world, Extensions extensions) {
        this.world = world;
        this.extensions = extensions;
    }

    boolean isRestorable(NameState name) {
        return Age.of(name, world.now().toEpochMilli()) == Age.RESTORABLE;
    }

    /** Years; a name is restored for one year. */
    int longest(NameState name) {
        return isRestorable(name)
                ? 1
                : extensions
                        .find(name.extension)
                        .map(extension -> Math.min(LONGEST, extension.years()))
                        .orElse(1);
    }

    /** Cents without tax. */
    long price(NameState name, int years) {
        return years * extensions.find(name.extension).orElseThrow().renew() + (isRestorable(name) ? RESTORING : 0);
    }

    /** Cents without tax. */
    long price(List<NameState> names, int years) {
        return names.stream().mapToLong(name -> price(name, years)).sum();
    }

    /** An order without a number, not in the account yet. */
    OrderState order(List<NameState> names, int years) {
        OrderState order = new OrderState();
        order.date = world.now().toEpochMilli();
        order.password = "";
        for (NameState name : names) {
            OrderState.Line line = new OrderState.Line();
            line.detailId = world.ids().next();
            line.description = name.name + " - ." + name.extension + " renewal - " + 12 * years + " months";
            line.type = "RENEW";
            line.cents = price(name, years);
            line.placeholder = name.name;
            line.service = name.name;
            order.lines.add(line);
            OrderState.Bought bought = new OrderState.Bought();
            bought.action = "renew";
            bought.domain = name.name;
            bought.planCode = name.extension;
            bought.pricingMode = "default";
            bought.duration = "P" + years + "Y";
            bought.cents = line.cents;
            order.bought.add(bought);
        }
        return order;
    }

    /** Adds an order to the account. */
    void book(OrderState order, Account account) {
        order.orderId = world.ids().next();
        order.password =
                world.uuid("order password " + order.orderId).toString().substring(0, 8);
        account.orders.put(order.orderId, order);
    }
}
