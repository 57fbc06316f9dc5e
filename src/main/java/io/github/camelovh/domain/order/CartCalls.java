// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.ApiAnswer;
import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.ApiPath;
import io.github.camelovh.domain.api.Repeat;
import io.github.camelovh.domain.api.model.Cart;
import io.github.camelovh.domain.api.model.CartItem;
import io.github.camelovh.domain.api.model.ConfigurationItem;
import io.github.camelovh.domain.api.model.ConfigurationRequirement;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Offer;
import io.github.camelovh.domain.api.model.Order;
import io.github.camelovh.domain.api.model.PriceLine;
import io.github.camelovh.domain.api.model.ProductDefinition;
import io.github.camelovh.domain.api.model.ProductPricing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The cart routes that a purchase uses, with types. This class says for each route whether it may be sent twice.
 * Thread-safe.
 *
 * @see <a href="https://eu.api.ovh.com/console/?section=%2Forder">/order/cart</a>
 */
final class CartCalls {

    private static final String CART = "/order/cart/{cartId}";
    private static final String ITEM = CART + "/item/{itemId}";
    private static final String TRADES = "/order/cartServiceOption/domain/{serviceName}";

    /** The plan code of a zone alone. */
    static final String ZONE_PLAN = "zone";

    private final Function<ApiCall, ApiAnswer> api;

    CartCalls(Function<ApiCall, ApiAnswer> api) {
        this.api = api;
    }

    /** Not repeatable: a second cart would have the same key. */
    Cart create(String subsidiary, String description, Instant expire) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("ovhSubsidiary", subsidiary);
        body.put("description", description);
        body.put("expire", expire.truncatedTo(ChronoUnit.SECONDS).toString()); // with seconds, even if they are 00
        return send(ApiCall.post("/order/cart", body, Repeat.ONCE).onRoute("/order/cart", null))
                .as(Cart.class);
    }

    /** Repeatable: a cart that is ours already stays ours. */
    void assign(String cartId) {
        String route = CART + "/assign";
        send(ApiCall.post(ApiPath.of(route, cartId), null, Repeat.REPEATABLE)
                .onRoute(route, "order:apiovh:cart/assign"));
    }

    /** Ids of the account's carts with exactly this description. */
    List<String> withDescription(String description) {
        return send(ApiCall.get("/order/cart")
                        .withQuery("description", description)
                        .onRoute("/order/cart", "order:apiovh:cart/get"))
                .asList(String.class);
    }

    Cart get(String cartId) {
        return read(CART, null, call -> call, cartId).as(Cart.class);
    }

    void delete(String cartId) {
        send(ApiCall.delete(ApiPath.of(CART, cartId)).onRoute(CART, "order:apiovh:cart/delete"));
    }

    static boolean isTradePlan(String planCode) {
        return planCode != null && planCode.endsWith("-trade");
    }

    /** The offers for the name: the name itself, a zone, or another owner. */
    List<Offer> offers(String cartId, PurchaseAction action, DomainName domain) {
        if (action == PurchaseAction.TRADE) {
            return read(TRADES, "order:apiovh:cartServiceOption/domain/get", call -> call, domain.ascii())
                    .asList(ProductDefinition.class)
                    .stream()
                    .filter(product -> isTradePlan(product.planCode()))
                    .flatMap(product -> installations(product).map(price -> tradeOffer(product.planCode(), price)))
                    .toList();
        }
        if (action == PurchaseAction.ZONE) {
            return read(CART + "/dns", null, call -> call, cartId).asList(ProductDefinition.class).stream()
                    .filter(product -> ZONE_PLAN.equals(product.planCode()))
                    .flatMap(product -> installations(product).map(CartCalls::zoneOffer))
                    .toList();
        }
        return read(CART + "/domain", null, call -> call.withQuery("domain", domain.ascii()), cartId)
                .asList(Offer.class);
    }

    private static Stream<ProductPricing> installations(ProductDefinition product) {
        return product.prices().stream()
                .filter(price ->
                        price.capacities().isEmpty() || price.capacities().contains("installation"));
    }

    private static Offer zoneOffer(ProductPricing price) {
        List<String> durations = price.duration() == null ? List.of() : List.of(price.duration());
        return offer(PurchaseAction.ZONE, ZONE_PLAN, durations, price);
    }

    /** The API shows its period as {@code P0D}, but it is ordered as {@code P0Y}. */
    private static Offer tradeOffer(String planCode, ProductPricing price) {
        return offer(PurchaseAction.TRADE, planCode, List.of(), price);
    }

    private static Offer offer(PurchaseAction action, String planCode, List<String> durations, ProductPricing price) {
        List<PriceLine> prices = price.price() == null ? List.of() : List.of(new PriceLine("TOTAL", price.price()));
        return new Offer(
                action.word(),
                null,
                null,
                null,
                durations,
                null,
                null,
                null,
                true,
                null,
                prices,
                price.pricingMode(),
                planCode,
                1L,
                null);
    }

    /** Not repeatable: the name would be in the cart twice. {@code pricingMode} may be null, but not for a zone. */
    CartItem add(String cartId, Purchase purchase, String pricingMode) {
        if (purchase.action() == PurchaseAction.TRADE) {
            return addTrade(cartId, purchase, pricingMode);
        }
        boolean zone = purchase.action() == PurchaseAction.ZONE;
        String route = CART + (zone ? "/dns" : "/domain");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("duration", purchase.duration());
        if (zone) {
            body.put("planCode", ZONE_PLAN);
            body.put("quantity", 1);
        } else {
            body.put("domain", purchase.domain().ascii());
        }
        if (pricingMode != null) {
            body.put("pricingMode", pricingMode);
        }
        return send(ApiCall.post(ApiPath.of(route, cartId), body, Repeat.ONCE).onRoute(route, null))
                .as(CartItem.class);
    }

    private CartItem addTrade(String cartId, Purchase purchase, String pricingMode) {
        String planCode = offers(cartId, PurchaseAction.TRADE, purchase.domain()).stream()
                .filter(offer -> pricingMode == null || pricingMode.equals(offer.pricingMode()))
                .map(Offer::productId)
                .findFirst()
                .orElse(null);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("cartId", cartId);
        body.put("duration", purchase.duration());
        body.put("planCode", planCode);
        body.put("pricingMode", pricingMode);
        body.put("quantity", 1);
        return send(ApiCall.post(ApiPath.of(TRADES, purchase.domain().ascii()), body, Repeat.ONCE)
                        .onRoute(TRADES, "order:apiovh:cartServiceOption/domain/create"))
                .as(CartItem.class);
    }

    List<Long> items(String cartId) {
        return read(CART + "/item", null, call -> call, cartId).asList(Long.class);
    }

    CartItem item(String cartId, long itemId) {
        return read(ITEM, null, call -> call, cartId, itemId).as(CartItem.class);
    }

    void deleteItem(String cartId, long itemId) {
        send(ApiCall.delete(ApiPath.of(ITEM, cartId, itemId)).onRoute(ITEM, null));
    }

    List<ConfigurationRequirement> requirements(String cartId, long itemId) {
        return read(ITEM + "/requiredConfiguration", null, call -> call, cartId, itemId)
                .asList(ConfigurationRequirement.class);
    }

    List<Long> configurations(String cartId, long itemId) {
        return read(ITEM + "/configuration", null, call -> call, cartId, itemId).asList(Long.class);
    }

    ConfigurationItem configuration(String cartId, long itemId, long configurationId) {
        return read(ITEM + "/configuration/{configurationId}", null, call -> call, cartId, itemId, configurationId)
                .as(ConfigurationItem.class);
    }

    /** Not repeatable: the label would be set twice. */
    void configure(String cartId, long itemId, String label, String value) {
        String route = ITEM + "/configuration";
        send(ApiCall.post(ApiPath.of(route, cartId, itemId), Map.of("label", label, "value", value), Repeat.ONCE)
                .onRoute(route, null));
    }

    Order summary(String cartId) {
        return read(CART + "/summary", null, call -> call, cartId).as(Order.class);
    }

    /** Returns the price with tax and checks eligibility; orders nothing. */
    Order dryRun(String cartId) {
        return read(CART + "/checkout", "order:apiovh:cart/checkout/simulate", call -> call, cartId)
                .as(Order.class);
    }

    /** The call that spends money: sent once. */
    Order checkOut(String cartId, boolean payWithPreferredMethod) {
        String route = CART + "/checkout";
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("autoPayWithPreferredPaymentMethod", payWithPreferredMethod);
        // This is the API's spelling; it refuses a normal domain name.
        body.put("waiveRetractationPeriod", true);
        return send(ApiCall.post(ApiPath.of(route, cartId), body, Repeat.ONCE)
                        .onRoute(route, "order:apiovh:cart/checkout/execute"))
                .as(Order.class);
    }

    private ApiAnswer read(String route, String iamAction, UnaryOperator<ApiCall> query, Object... ids) {
        return send(query.apply(ApiCall.get(ApiPath.of(route, ids))).onRoute(route, iamAction));
    }

    // The content of the answer does not matter in some calls.
    private ApiAnswer send(ApiCall call) {
        return api.apply(call);
    }
}
