// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** The lines of a cart: two for each item, one more for a discount, and two for the free DNS zone of a name. */
final class Bill {

    private Bill() {}

    /**
     * One line.
     *
     * @param itemId the item of the cart
     * @param placeholder a text instead of the service, before its delivery
     * @param service the name of the line; null if there is none
     * @param cents without tax, negative for a discount
     */
    record Entry(long itemId, String description, String type, String placeholder, String service, long cents) {

        ObjectNode json() {
            return Json.object(
                    "cartItemID",
                    itemId,
                    "description",
                    description,
                    "detailType",
                    type,
                    "domain",
                    placeholder,
                    "quantity",
                    1,
                    "unitPrice",
                    Json.price(cents),
                    "totalPrice",
                    Json.price(cents),
                    "originalTotalPrice",
                    Json.price(cents),
                    "reductionTotalPrice",
                    Json.price(0),
                    "reductions",
                    Json.list());
        }

        OrderState.Line line(long detailId) {
            OrderState.Line line = new OrderState.Line();
            line.detailId = detailId;
            line.itemId = itemId;
            line.description = description;
            line.type = type;
            line.cents = cents;
            line.placeholder = placeholder;
            line.service = service;
            return line;
        }
    }

    static List<Entry> of(CartState cart) {
        List<Entry> bill = new ArrayList<>();
        int services = 0;
        for (CartState.Item item : cart.items.values()) {
            services++;
            add(bill, item, placeholder(services), title(item));
            if (item.what == CartState.What.CREATE || item.what == CartState.What.TRANSFER) {
                services++;
                String zone = "DNS zone for " + item.domain;
                String place = placeholder(services);
                bill.add(new Entry(item.itemId, zone + " - " + months(item), "DURATION", place, item.domain, 0));
                bill.add(new Entry(item.itemId, zone + " - installation", "INSTALLATION", place, item.domain, 0));
            }
        }
        return bill;
    }

    private static void add(List<Entry> bill, CartState.Item item, String place, String title) {
        String service = item.service();
        bill.add(new Entry(
                item.itemId, title + " - " + months(item), "DURATION", place, service, item.price + item.renewals));
        bill.add(new Entry(item.itemId, title + " - installation", "INSTALLATION", place, service, 0));
        if (item.discount > 0) {
            bill.add(new Entry(item.itemId, title + " - reduction", "GIFT", place, service, -item.discount));
        }
    }

    private static String title(CartState.Item item) {
        return switch (item.what) {
            case CREATE -> item.domain + " - ." + item.planCode + " registration";
            case TRANSFER -> item.domain + " - ." + item.planCode + " transfer";
            case TRADE -> item.domain + " - change of owner";
            case ZONE -> "DNS zone " + item.value("zone");
            case OPTION -> "Option " + item.planCode;
        };
    }

    private static String placeholder(int number) {
        return "*%03d".formatted(number);
    }

    private static String months(CartState.Item item) {
        return Period.parse(item.duration).toTotalMonths() + " months";
    }

    static ObjectNode prices(List<Entry> bill) {
        long total = bill.stream().mapToLong(Entry::cents).sum();
        long reduction = -bill.stream()
                .mapToLong(Entry::cents)
                .filter(cents -> cents < 0)
                .sum();
        return Json.object(
                "withoutTax", Json.price(total),
                "tax", Json.price(Json.tax(total)),
                "withTax", Json.price(total + Json.tax(total)),
                "originalWithoutTax", Json.price(total + reduction),
                "reduction", Json.price(reduction));
    }
}
