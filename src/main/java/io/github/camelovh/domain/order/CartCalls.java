// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.ApiAnswer;
import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
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
import java.util.stream.Stream;

/**
 * The operations of carts that a purchase uses, with types. Thread-safe.
 *
 * @see <a href="https://eu.api.ovh.com/console/?section=%2Forder">OVHcloud's console of them</a>
 */
final class CartCalls {

    private static final Operation LIST = OperationCatalog.row("order:listCarts");
    private static final Operation CREATE = OperationCatalog.row("order:createCart");
    private static final Operation ASSIGN = OperationCatalog.row("order:assignCart");
    private static final Operation GET = OperationCatalog.row("order:getCart");
    private static final Operation DELETE = OperationCatalog.row("order:deleteCart");
    private static final Operation NAME_OFFERS = OperationCatalog.row("order:listOffers");
    private static final Operation ADD_NAME = OperationCatalog.row("order:addDomain");
    private static final Operation ZONE_OFFERS = OperationCatalog.row("order:listDnsOffers");
    private static final Operation ADD_ZONE = OperationCatalog.row("order:addDns");
    private static final Operation TRADE_OFFERS = OperationCatalog.row("order:listServiceOptions");
    private static final Operation ADD_TRADE = OperationCatalog.row("order:addServiceOption");
    private static final Operation LIST_ITEMS = OperationCatalog.row("order:listItems");
    private static final Operation GET_ITEM = OperationCatalog.row("order:getItem");
    private static final Operation DELETE_ITEM = OperationCatalog.row("order:deleteItem");
    private static final Operation REQUIREMENTS = OperationCatalog.row("order:listRequiredConfigurations");
    private static final Operation LIST_CONFIGURATIONS = OperationCatalog.row("order:listItemConfigurations");
    private static final Operation GET_CONFIGURATION = OperationCatalog.row("order:getItemConfiguration");
    private static final Operation CONFIGURE = OperationCatalog.row("order:addItemConfiguration");
    private static final Operation SUMMARY = OperationCatalog.row("order:getCartSummary");
    private static final Operation DRY_RUN = OperationCatalog.row("order:simulateCheckout");
    private static final Operation CHECK_OUT = OperationCatalog.row("order:checkoutCart");

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
        return send(ApiCall.of(CREATE).withBody(body)).as(Cart.class);
    }

    /** Repeatable: a cart that is ours already stays ours. */
    void assign(String cartId) {
        send(ApiCall.of(ASSIGN, cartId));
    }

    /** Ids of the account's carts with exactly this description. */
    List<String> withDescription(String description) {
        return send(ApiCall.of(LIST).withQuery("description", description)).asList(String.class);
    }

    Cart get(String cartId) {
        return send(ApiCall.of(GET, cartId)).as(Cart.class);
    }

    void delete(String cartId) {
        send(ApiCall.of(DELETE, cartId));
    }

    static boolean isTradePlan(String planCode) {
        return planCode != null && planCode.endsWith("-trade");
    }

    /** The offers for the name: the name itself, a zone, or another owner. */
    List<Offer> offers(String cartId, PurchaseAction action, DomainName domain) {
        if (action == PurchaseAction.TRADE) {
            return send(ApiCall.of(TRADE_OFFERS, domain.ascii())).asList(ProductDefinition.class).stream()
                    .filter(product -> isTradePlan(product.planCode()))
                    .flatMap(product -> installations(product).map(price -> tradeOffer(product.planCode(), price)))
                    .toList();
        }
        if (action == PurchaseAction.ZONE) {
            return send(ApiCall.of(ZONE_OFFERS, cartId)).asList(ProductDefinition.class).stream()
                    .filter(product -> ZONE_PLAN.equals(product.planCode()))
                    .flatMap(product -> installations(product).map(CartCalls::zoneOffer))
                    .toList();
        }
        return send(ApiCall.of(NAME_OFFERS, cartId).withQuery("domain", domain.ascii()))
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
        return send(ApiCall.of(zone ? ADD_ZONE : ADD_NAME, cartId).withBody(body))
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
        return send(ApiCall.of(ADD_TRADE, purchase.domain().ascii()).withBody(body))
                .as(CartItem.class);
    }

    List<Long> items(String cartId) {
        return send(ApiCall.of(LIST_ITEMS, cartId)).asList(Long.class);
    }

    CartItem item(String cartId, long itemId) {
        return send(ApiCall.of(GET_ITEM, cartId, itemId)).as(CartItem.class);
    }

    void deleteItem(String cartId, long itemId) {
        send(ApiCall.of(DELETE_ITEM, cartId, itemId));
    }

    List<ConfigurationRequirement> requirements(String cartId, long itemId) {
        return send(ApiCall.of(REQUIREMENTS, cartId, itemId)).asList(ConfigurationRequirement.class);
    }

    List<Long> configurations(String cartId, long itemId) {
        return send(ApiCall.of(LIST_CONFIGURATIONS, cartId, itemId)).asList(Long.class);
    }

    ConfigurationItem configuration(String cartId, long itemId, long configurationId) {
        return send(ApiCall.of(GET_CONFIGURATION, cartId, itemId, configurationId))
                .as(ConfigurationItem.class);
    }

    /** Not repeatable: the label would be set twice. */
    void configure(String cartId, long itemId, String label, String value) {
        send(ApiCall.of(CONFIGURE, cartId, itemId).withBody(Map.of("label", label, "value", value)));
    }

    Order summary(String cartId) {
        return send(ApiCall.of(SUMMARY, cartId)).as(Order.class);
    }

    /** Returns the price with tax and checks eligibility; orders nothing. */
    Order dryRun(String cartId) {
        return send(ApiCall.of(DRY_RUN, cartId)).as(Order.class);
    }

    /** The call that spends money: sent once. */
    Order checkOut(String cartId, boolean payWithPreferredMethod) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("autoPayWithPreferredPaymentMethod", payWithPreferredMethod);
        // This is the API's spelling; it refuses a normal domain name.
        body.put("waiveRetractationPeriod", true);
        return send(ApiCall.of(CHECK_OUT, cartId).withBody(body)).as(Order.class);
    }

    // The content of the answer does not matter in some calls.
    private ApiAnswer send(ApiCall call) {
        return api.apply(call);
    }
}
