// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.model.Money;
import java.util.ArrayList;
import java.util.List;

/** Whether the price of a dry run was allowed. Pure. */
final class PriceGuard {

    private PriceGuard() {}

    /** Sentences against buying at this price; empty when the price is allowed. */
    static List<String> objections(Purchase purchase, Money withoutTax, Money withTax) {
        List<String> objections = new ArrayList<>();
        Money approved = purchase.approvedPriceWithoutTax();
        if (approved != null) {
            if (!approved.currency().equals(withoutTax.currency())) {
                objections.add(currency(purchase, withoutTax, "the approved price " + approved));
            } else if (withoutTax.compareTo(approved) > 0) {
                objections.add("the price of " + purchase.domain() + " rose to " + withoutTax + " without tax since "
                        + approved + " was approved; it was not ordered: make a new plan and approve it");
            }
        }
        Money limit = purchase.maxPriceWithTax();
        if (limit != null) {
            if (!limit.currency().equals(withTax.currency())) {
                objections.add(currency(purchase, withTax, "the limit " + limit));
            } else if (withTax.compareTo(limit) > 0) {
                objections.add(purchase.domain() + " costs " + withTax + " with tax, more than the limit of " + limit
                        + "; it was not ordered");
            }
        }
        return objections;
    }

    private static String currency(Purchase purchase, Money price, String against) {
        return purchase.domain() + " costs " + price + ", which cannot be compared with " + against
                + "; it was not ordered: give the amount in " + price.currency();
    }
}
