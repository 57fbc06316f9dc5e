// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A cart and its items. */
final class CartState {

    String cartId;
    String description = "";
    long expire;
    boolean readOnly;
    /** The account to which it was assigned; null before. */
    String owner;
    /** The order that the checkout created; 0 before. */
    long orderId;

    List<String> coupons = new ArrayList<>();
    Map<Long, Item> items = new LinkedHashMap<>();

    ObjectNode json() {
        return Json.object(
                "cartId", cartId,
                "description", description,
                "expire", Json.dateTime(expire),
                "readOnly", readOnly,
                "items", Json.list(items.keySet()));
    }

    /** What an item buys. */
    enum What {
        CREATE,
        TRANSFER,
        TRADE,
        ZONE,
        OPTION
    }

    /** One item of the cart. Prices are cents without tax for the whole duration. */
    static final class Item {
        long itemId;
        What what;
        /** The name of the item; null for a zone, whose name is a configuration. */
        String domain;

        String planCode;
        String pricingMode;
        String duration;
        /** The item to which an option belongs; 0 for none. */
        long parent;

        long price;
        long renewals;
        long discount;
        Map<Long, Setting> settings = new LinkedHashMap<>();

        String value(String label) {
            return settings.values().stream()
                    .filter(setting -> setting.label.equals(label))
                    .map(setting -> setting.value)
                    .findFirst()
                    .orElse(null);
        }

        /** The name or zone of the item; null if it is not known yet. */
        String service() {
            return what == What.ZONE ? value("zone") : domain;
        }

        boolean isName() {
            return what == What.CREATE || what == What.TRANSFER || what == What.TRADE;
        }

        /** Without tax, after the discount. */
        long total() {
            return price + renewals - discount;
        }

        JsonNode json(CartState cart) {
            List<Long> options = cart.items.values().stream()
                    .filter(other -> other.parent == itemId)
                    .map(other -> other.itemId)
                    .toList();
            ObjectNode described = Json.object();
            if (domain != null) {
                described.put("domain", domain);
            }
            described.put("planCode", planCode);
            described.put("pricingMode", pricingMode);
            described.put("quantity", 1L);
            described.put("catalogName", what == What.ZONE ? "dns" : "dom-public");
            return Json.object(
                    "cartId",
                    cart.cartId,
                    "configurations",
                    Json.list(settings.keySet()),
                    "duration",
                    duration,
                    "itemId",
                    itemId,
                    "offerId",
                    what == What.CREATE || what == What.TRANSFER ? offerId() : null,
                    "options",
                    Json.list(options),
                    "parentItemId",
                    parent == 0 ? null : parent,
                    "prices",
                    ShopOffer.prices(price, renewals, discount, total()),
                    "productId",
                    what == What.ZONE ? "zone" : "domain",
                    "settings",
                    described);
        }

        private String offerId() {
            return planCode + (what == What.CREATE ? "-create" : "-transfer");
        }
    }

    /** One configuration of an item. */
    static final class Setting {
        long id;
        String label;
        String value;

        JsonNode json() {
            return Json.object("id", id, "label", label, "value", value);
        }
    }
}
