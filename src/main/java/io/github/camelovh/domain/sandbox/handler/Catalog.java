// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The public price list, {@code /order/catalog/public/domain}: prices without a cart. The unit of prices is 10^-8 euro.
 */
final class Catalog {

    private static final int MONTHS_IN_YEAR = 12;

    private Catalog() {}

    static ObjectNode of(Extensions extensions, String subsidiary) {
        List<ObjectNode> plans = new ArrayList<>();
        for (Extension extension : extensions.all()) {
            plans.add(plan(extension));
        }
        return Json.object(
                "addons", Json.list(),
                "catalogId", 1,
                "locale", Json.object("currencyCode", "EUR", "subsidiary", subsidiary, "taxRate", 20),
                "planFamilies", Json.list(),
                "plans", plans,
                "products",
                        List.of(Json.object(
                                "blobs",
                                null,
                                "configurations",
                                null,
                                "description",
                                "Domain name",
                                "name",
                                "domain")));
    }

    private static ObjectNode plan(Extension extension) {
        List<ObjectNode> pricings = new ArrayList<>();
        pricings.add(pricing("create-default", "installation", extension.first() - extension.discount()));
        pricings.add(pricing("create-default", "renew", extension.renew()));
        pricings.add(pricing("transfer-default", "installation", extension.transfer()));
        return Json.object(
                "addonFamilies",
                Json.list(),
                "blobs",
                null,
                "configurations",
                Json.list(),
                "consumptionConfiguration",
                null,
                "family",
                null,
                "invoiceName",
                "." + extension.name(),
                "planCode",
                extension.name(),
                "pricingType",
                "purchase",
                "pricings",
                pricings,
                "product",
                "domain");
    }

    private static ObjectNode pricing(String mode, String capacity, long cents) {
        return Json.object(
                "capacities",
                List.of(capacity),
                "commitment",
                0,
                "description",
                mode,
                "engagementConfiguration",
                null,
                "interval",
                MONTHS_IN_YEAR,
                "intervalUnit",
                "month",
                "mode",
                mode,
                "mustBeCompleted",
                false,
                "phase",
                capacity.equals("renew") ? 1 : 0,
                "price",
                cents * Json.UCENTS,
                "promotions",
                Json.list(),
                "quantity",
                Json.object("max", 1, "min", 1),
                "repeat",
                Json.object("max", null, "min", 1),
                "strategy",
                "volume",
                "tax",
                Json.tax(cents) * Json.UCENTS,
                "type",
                "purchase");
    }
}
