// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import static io.github.camelovh.domain.order.FakeAnswers.error;
import static io.github.camelovh.domain.order.FakeAnswers.gross;
import static io.github.camelovh.domain.order.FakeAnswers.json;
import static io.github.camelovh.domain.order.FakeAnswers.match;
import static io.github.camelovh.domain.order.FakeAnswers.money;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.Transport.Result;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** The carts of a {@link FakeShop}, from empty to checked out. */
final class FakeCarts {
    private final FakeShop shop;

    FakeCarts(FakeShop shop) {
        this.shop = shop;
    }

    Result createCart(JsonNode body) {
        FakeShop.FakeCart cart = new FakeShop.FakeCart();
        // Not in the order of creation, so that nothing relies on that.
        cart.id = Long.toHexString((shop.nextId() * 0x9E3779B97F4A7C15L) | 1L) + "-cart";
        cart.description = body.path("description").asText();
        cart.expire = body.path("expire").asText();
        shop.carts.put(cart.id, cart);
        return json(cartJson(cart));
    }

    List<String> findCarts(String description) {
        List<String> found = new ArrayList<>();
        for (FakeShop.FakeCart cart : shop.carts.values()) {
            if (cart.assigned && cart.description.equals(description)) {
                found.add(0, cart.id);
            }
        }
        return found;
    }

    private static Map<String, Object> cartJson(FakeShop.FakeCart cart) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cartId", cart.id);
        json.put("description", cart.description);
        json.put("expire", cart.expire);
        json.put("readOnly", cart.orderId != null);
        json.put("items", new ArrayList<>(cart.items.keySet()));
        return json;
    }

    Result inCart(
            FakeShop.FakeCart cart,
            String path,
            boolean post,
            boolean delete,
            JsonNode body,
            Map<String, String> query) {
        boolean writes = post || delete;
        if (writes && cart.orderId != null) {
            return error(409, "Client::Conflict", "This cart is read-only");
        }
        Matcher m;
        switch (path) {
            case "":
                if (delete) {
                    shop.carts.remove(cart.id);
                    return json(null);
                }
                return json(cartJson(cart));
            case "/assign":
                cart.assigned = true;
                return json(null);
            case "/domain":
                return post ? addItem(cart, body) : json(offers(query.get("domain")));
            case "/dns":
                return post ? addItem(cart, body) : json(zoneOffers());
            case "/item":
                return json(new ArrayList<>(cart.items.keySet()));
            case "/summary":
                return json(orderJson(cart, shop.summaryForgets ? null : cart.orderId));
            case "/checkout":
                return checkout(cart, post, body);
            default:
                break;
        }
        m = match("/item/(\\d+)(/.*)?", path);
        FakeShop.FakeItem item = cart.items.get(Long.valueOf(m.group(1)));
        if (item == null) {
            return error(404, "Client::NotFound", "This item does not exist");
        }
        String rest = m.group(2) == null ? "" : m.group(2);
        if (rest.isEmpty()) {
            if (delete) {
                cart.items.remove(Long.valueOf(m.group(1)));
                return json(null);
            }
            return json(itemJson(cart, Long.parseLong(m.group(1)), item));
        }
        if (rest.equals("/requiredConfiguration")) {
            List<Map<String, Object>> list = new ArrayList<>();
            for (String[] entry : item.isZone() ? shop.zoneRequired : shop.required) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("label", entry[0]);
                one.put("type", entry[1]);
                if (entry[2] != null) {
                    one.put("required", Boolean.valueOf(entry[2]));
                }
                list.add(one);
            }
            return json(list);
        }
        if (rest.equals("/configuration")) {
            if (!post) {
                return json(new ArrayList<>(item.configurations.keySet()));
            }
            long id = shop.nextId();
            item.configurations.put(id, new String[] {
                body.path("label").asText(), body.path("value").asText()
            });
            return json(Map.of(
                    "id",
                    id,
                    "label",
                    body.path("label").asText(),
                    "value",
                    body.path("value").asText()));
        }
        long id = Long.parseLong(rest.substring("/configuration/".length()));
        String[] set = item.configurations.get(id);
        return json(Map.of("id", id, "label", set[0], "value", set[1]));
    }

    private Result addItem(FakeShop.FakeCart cart, JsonNode body) {
        FakeShop.FakeItem item = new FakeShop.FakeItem();
        item.domain = body.hasNonNull("domain") ? body.get("domain").asText() : null;
        item.duration = body.path("duration").asText();
        item.mode = mode(item.domain);
        long id = shop.nextId();
        cart.items.put(id, item);
        return json(itemJson(cart, id, item));
    }

    private String mode(String domain) {
        return domain == null ? "create-default" : shop.modes.getOrDefault(domain, "create-default");
    }

    private BigDecimal price(FakeShop.FakeItem item) {
        if (item.isZone()) {
            return shop.zonePrice;
        }
        int years = Integer.parseInt(item.duration.substring(1, item.duration.length() - 1));
        return shop.prices.getOrDefault(item.domain, new BigDecimal("6.99")).multiply(BigDecimal.valueOf(years));
    }

    private Map<String, Object> itemJson(FakeShop.FakeCart cart, long id, FakeShop.FakeItem item) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cartId", cart.id);
        json.put("itemId", id);
        json.put("duration", item.duration);
        json.put("configurations", new ArrayList<>(item.configurations.keySet()));
        json.put("prices", List.of(Map.of("label", "TOTAL", "price", money(price(item)))));
        json.put(
                "settings",
                item.isZone()
                        ? Map.of("planCode", "zone", "pricingMode", item.mode, "quantity", 1)
                        : Map.of("domain", item.domain, "planCode", "fr", "pricingMode", item.mode, "quantity", 1));
        return json;
    }

    private List<Map<String, Object>> zoneOffers() {
        List<Map<String, Object>> prices = new ArrayList<>();
        for (String[] each : new String[][] {{"P1M", "installation"}, {"P1Y", "renew"}, {"P1Y", "installation"}}) {
            prices.add(Map.of(
                    "capacities",
                    List.of(each[1]),
                    "duration",
                    each[0],
                    "pricingMode",
                    "create-default",
                    "price",
                    money(each[1].equals("renew") ? new BigDecimal("99.00") : shop.zonePrice)));
        }
        return List.of(
                Map.of("planCode", "zone-other", "productName", "zone", "prices", List.of()),
                Map.of("planCode", "zone", "productName", "zone", "prices", prices));
    }

    private List<Map<String, Object>> offers(String domain) {
        String mode = mode(domain);
        if (mode.equals("none")) {
            return List.of();
        }
        Map<String, Object> offer = new LinkedHashMap<>();
        offer.put("action", mode.startsWith("transfer") ? "transfer" : "create");
        offer.put("orderable", !mode.equals("reserved"));
        offer.put("pricingMode", mode);
        offer.put("duration", List.of("P1Y", "P2Y"));
        FakeShop.FakeItem one = new FakeShop.FakeItem();
        one.domain = domain;
        one.duration = "P1Y";
        offer.put("prices", List.of(Map.of("label", "TOTAL", "price", money(price(one)))));
        return List.of(offer);
    }

    private Result checkout(FakeShop.FakeCart cart, boolean post, JsonNode body) {
        if (!cart.assigned) {
            return error(403, "Client::Forbidden", "You are not allowed");
        }
        for (FakeShop.FakeItem item : cart.items.values()) {
            if (item.isZone() && item.sells().equals("nothing")) {
                return error(400, "Client::BadRequest", "The zone of the item is not configured");
            }
            if (shop.ineligible.containsKey(item.domain)) {
                return json(
                        400,
                        Map.of(
                                "class", "Client::BadRequest::DOMDOCRuleNotRespected",
                                "message", "1 constraints of rules are not respected",
                                "details", Map.of("_id", "1", "owner.city", shop.ineligible.get(item.domain))));
            }
        }
        if (post) {
            boolean paid = body.path("autoPayWithPreferredPaymentMethod").asBoolean();
            cart.orderId = shop.nextId();
            // One order, however many items: each of them is sold.
            for (FakeShop.FakeItem item : cart.items.values()) {
                FakeShop.FakeOrder order = new FakeShop.FakeOrder();
                order.id =
                        shop.orders.isEmpty() || !shop.orders.containsKey(cart.orderId) ? cart.orderId : shop.nextId();
                order.domain = item.sells();
                order.zone = item.isZone();
                order.status = paid ? "delivering" : "notPaid";
                order.price = price(item);
                order.date = shop.clock.instant().plus(shop.ahead);
                item.configurations
                        .values()
                        .forEach(set -> order.configuration.merge(set[0], set[1], (a, b) -> a + "+" + b));
                shop.orders.put(order.id, order);
            }
        }
        return json(orderJson(cart, cart.orderId));
    }

    private Map<String, Object> orderJson(FakeShop.FakeCart cart, Long orderId) {
        BigDecimal net = cart.items.values().stream().map(this::price).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal gross = gross(net);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("orderId", orderId);
        json.put("url", orderId == null ? null : "https://shop.example/?orderPassword=hush");
        json.put("details", List.of());
        json.put("contracts", List.of());
        json.put(
                "prices",
                shop.namesNoPrices
                        ? null
                        : Map.of("withoutTax", money(net), "withTax", money(gross), "tax", money(gross.subtract(net))));
        return json;
    }
}
