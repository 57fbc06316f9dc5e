// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.order.Orders;
import io.github.camelovh.domain.order.Purchase;
import io.github.camelovh.domain.order.PurchaseAction;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The operations that order a zone without its name, with the same protocol as names. Thread-safe. */
final class ZoneOrderOperations {
    private static final String ZONE = "zoneName";
    private static final String TEMPLATE = "template";

    private ZoneOrderOperations() {}

    /**
     * The operations of resource {@code dns} that order.
     *
     * @param limited whether the orders have a budget; without one, and without {@code maxPrice}, nothing may be paid
     */
    static List<CompositeOperation> of(Orders orders, boolean limited) {
        Parameter zone = Parameter.subject(ZONE, "string", true);
        return List.of(
                new CompositeOperation(
                        "dns",
                        "order",
                        List.of(
                                zone,
                                Parameter.wish(TEMPLATE, "string"),
                                Parameter.wish("duration", "duration"),
                                OrderOperations.price(limited),
                                Parameter.limit("currency", "string", null)),
                        "the outcome of the order of a zone without its name; the same zone is never ordered twice,"
                                + " and without maxPrice only a free one. template is minimized (default), basic or"
                                + " redirect",
                        in -> orders.create(purchase(in, limited))),
                new CompositeOperation(
                        "dns",
                        "await",
                        List.of(zone, Parameter.wish("wait", CompositeInput.WAIT)),
                        "whether the zone is in the account, when it is, or after the given time (30 minutes)",
                        in -> await(orders, in)));
    }

    private static Purchase purchase(CompositeInput in, boolean limited) {
        DomainName zone = in.domain(ZONE);
        try {
            Purchase plain =
                    Purchase.of(PurchaseAction.ZONE, zone, in.text("duration").orElse("P1Y"));
            Purchase wish = in.text(TEMPLATE)
                    .map(template -> plain.withConfiguration(Map.of(TEMPLATE, template)))
                    .orElse(plain);
            Money most = OrderOperations.money(in, "maxPrice");
            if (most == null && limited) {
                return wish;
            }
            return wish.withMaxPrice(most == null ? Money.zero(OrderOperations.currency(in)) : most);
        } catch (IllegalArgumentException e) {
            throw new WrongUsageException(e.getMessage() + "; nothing was sent");
        }
    }

    private static boolean await(Orders orders, CompositeInput in) {
        DomainName zone = in.domain(ZONE);
        try {
            return orders.awaitZone(zone, in.<Duration>value("wait").orElse(Duration.ofMinutes(30)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "The wait for the zone " + zone + " was interrupted; its order" + " continues", e);
        }
    }
}
