// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxAnswer;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * What can be added to a cart: names, zones, their options, and the owner change of a name.
 *
 * <p>An offer says whether a name is available. Adding it to the cart refuses only reserved names. So a name that the
 * account owns, or has ordered already, is sold again: this shows a test that its client buys twice.
 */
final class CartGoods {

    private static final String ANYCAST = "dns-anycast";
    private static final long ANYCAST_PRICE = 113;
    private static final String ZONE = "zone";

    private final SandboxWorld world;
    private final CartRoutes carts;
    private final Extensions extensions;
    private final Portfolio portfolio;
    private final OtherRegistrars elsewhere;

    CartGoods(
            SandboxWorld world,
            CartRoutes carts,
            Extensions extensions,
            Portfolio portfolio,
            OtherRegistrars elsewhere) {
        this.world = world;
        this.carts = carts;
        this.extensions = extensions;
        this.portfolio = portfolio;
        this.elsewhere = elsewhere;
    }

    void register(Routes routes) {
        routes.on("GET", "/order/cart/{cartId}/domain", this::offers);
        routes.on("POST", "/order/cart/{cartId}/domain", this::addName);
        routes.on("GET", "/order/cart/{cartId}/domain/options", this::options);
        routes.on("POST", "/order/cart/{cartId}/domain/options", this::addOption);
        routes.on("GET", "/order/cart/{cartId}/dns", this::zones);
        routes.on("POST", "/order/cart/{cartId}/dns", this::addZone);
        routes.on("GET", "/order/cart/{cartId}/dns/options", this::options);
        routes.on("POST", "/order/cart/{cartId}/dns/options", this::addOption);
        routes.on("GET", "/order/cartServiceOption/domain", this::tradable);
        routes.on("GET", "/order/cartServiceOption/domain/{serviceName}", this::trades);
        routes.on("POST", "/order/cartServiceOption/domain/{serviceName}", this::addTrade);
    }

    /** An extension that is not sold has no offer. */
    private SandboxAnswer offers(SandboxRequest request) {
        carts.cart(request);
        SoldName name = elsewhere.name(request.query("domain").orElseThrow());
        return SandboxAnswer.ok(
                name.extension() == null
                        ? Json.list()
                        : Json.list(List.of(elsewhere.offer(name).json(extensions))));
    }

    private SandboxAnswer addName(SandboxRequest request) {
        CartState cart = carts.openCart(request);
        SoldName name = elsewhere.name(request.text("domain").orElseThrow());
        if (name.extension() == null) {
            throw Refuse.badRequest("The extension of " + name.text() + " is not sold");
        }
        ShopOffer offer = elsewhere.offer(name);
        if (offer.isReserved()) {
            throw Refuse.badRequest("The domain name " + name.text() + " cannot be ordered: it is reserved");
        }
        same(request, "pricingMode", offer.pricingMode());
        same(request, "planCode", name.extension().name());
        if (request.body().path("quantity").asLong(1) != 1) {
            throw Refuse.badRequest("Only a quantity of 1 can be ordered of a domain name");
        }
        CartState.Item item = item(cart, offer.transfer() ? CartState.What.TRANSFER : CartState.What.CREATE);
        item.domain = name.text();
        item.planCode = name.extension().name();
        item.pricingMode = offer.pricingMode();
        setDuration(item, request.text("duration").orElse("P1Y"));
        cart.items.put(item.itemId, item);
        return SandboxAnswer.ok(item.json(cart));
    }

    private static void same(SandboxRequest request, String member, String offered) {
        request.text(member).filter(sent -> !sent.equals(offered)).ifPresent(sent -> {
            throw Refuse.badRequest("The " + member + " " + sent + " is not offered, but " + offered + " is");
        });
    }

    /** Sets the duration of an item and its price. Only the duration of names can be chosen. */
    void setDuration(CartState.Item item, String duration) {
        if (item.what != CartState.What.CREATE && item.what != CartState.What.TRANSFER) {
            item.duration = duration;
            return;
        }
        ShopOffer offer = elsewhere.offer(elsewhere.name(item.domain));
        int years = years(duration);
        if (years < 1 || years > offer.years()) {
            throw Refuse.badRequest("The duration " + duration + " is not offered for " + item.domain);
        }
        item.duration = "P" + years + "Y";
        item.price = offer.price();
        item.discount = offer.discount();
        item.renewals = (years - 1) * offer.renew();
    }

    private static int years(String duration) {
        try {
            Period period = Period.parse(duration);
            return period.equals(Period.ofYears(period.getYears())) ? period.getYears() : 0;
        } catch (DateTimeParseException e) {
            throw Refuse.badRequest("Body parameter duration isn't formated correctly");
        }
    }

    private CartState.Item item(CartState cart, CartState.What what) {
        CartRoutes.open(cart);
        CartState.Item item = new CartState.Item();
        item.itemId = world.ids().next();
        item.what = what;
        return item;
    }

    private SandboxAnswer options(SandboxRequest request) {
        carts.cart(request);
        return SandboxAnswer.ok(
                Json.list(List.of(definition(ANYCAST, "dnsAnycast", "dnsAnycast", "P1Y", 12, ANYCAST_PRICE))));
    }

    private SandboxAnswer addOption(SandboxRequest request) {
        CartState cart = carts.openCart(request);
        long parent = request.body().path("itemId").asLong();
        if (!cart.items.containsKey(parent)) {
            throw Refuse.noSuchObject(parent);
        }
        same(request, "planCode", ANYCAST);
        CartState.Item item = item(cart, CartState.What.OPTION);
        item.parent = parent;
        return plain(cart, item, request, ANYCAST_PRICE);
    }

    private SandboxAnswer zones(SandboxRequest request) {
        carts.cart(request);
        return SandboxAnswer.ok(Json.list(List.of(Json.object(
                "planCode",
                ZONE,
                "productName",
                ZONE,
                "productType",
                "delivery",
                "prices",
                List.of(pricing("P1Y", 12, 0))))));
    }

    private SandboxAnswer addZone(SandboxRequest request) {
        CartState cart = carts.openCart(request);
        same(request, "planCode", ZONE);
        return plain(cart, item(cart, CartState.What.ZONE), request, 0);
    }

    private SandboxAnswer tradable(SandboxRequest request) {
        return SandboxAnswer.ok(Json.list(portfolio.names().stream()
                .filter(name -> request.query("whoisOwner")
                        .map(owner -> portfolio
                                .find(name)
                                .filter(state -> owner.equals(String.valueOf(state.whoisOwner)))
                                .isPresent())
                        .orElse(true))
                .toList()));
    }

    private SandboxAnswer trades(SandboxRequest request) {
        NameState name = portfolio.get(request.path("serviceName"));
        return SandboxAnswer.ok(Json.list(List.of(definition(
                name.extension + "-trade", "trade", "." + name.extension, "P0D", 0, tradePrice(name.extension)))));
    }

    /** Most registries do it for free; some charge the price of a year. */
    private long tradePrice(String extension) {
        return extensions
                .find(extension)
                .filter(found -> found.wants("tradefee"))
                .map(Extension::renew)
                .orElse(0L);
    }

    private SandboxAnswer addTrade(SandboxRequest request) {
        NameState name = portfolio.get(request.path("serviceName"));
        CartState cart = CartRoutes.open(carts.cart(request.text("cartId").orElseThrow()));
        same(request, "planCode", name.extension + "-trade");
        CartState.Item item = item(cart, CartState.What.TRADE);
        item.domain = name.name;
        return plain(cart, item, request, tradePrice(name.extension));
    }

    private static SandboxAnswer plain(CartState cart, CartState.Item item, SandboxRequest request, long price) {
        same(request, "pricingMode", "create-default");
        item.planCode = request.text("planCode").orElseThrow();
        item.pricingMode = "create-default";
        item.duration = request.text("duration").orElseThrow();
        item.price = price;
        cart.items.put(item.itemId, item);
        return SandboxAnswer.ok(item.json(cart));
    }

    private static JsonNode definition(
            String planCode, String family, String product, String duration, int months, long price) {
        return Json.object(
                "exclusive",
                true,
                "mandatory",
                false,
                "family",
                family,
                "productName",
                product,
                "productType",
                "delivery",
                "planCode",
                planCode,
                "prices",
                List.of(pricing(duration, months, price)));
    }

    private static JsonNode pricing(String duration, int interval, long cents) {
        return Json.object(
                "capacities",
                List.of("installation"),
                "description",
                "Fee",
                "duration",
                duration,
                "interval",
                interval,
                "maximumQuantity",
                1,
                "maximumRepeat",
                1,
                "minimumQuantity",
                1,
                "minimumRepeat",
                1,
                "price",
                Json.price(cents),
                "priceInUcents",
                cents * Json.UCENTS,
                "pricingMode",
                "create-default",
                "pricingType",
                "purchase");
    }
}
