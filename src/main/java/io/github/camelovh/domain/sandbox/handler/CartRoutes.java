// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxAnswer;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * {@code /order/cart}: anybody can create one, it is listed after it was assigned, it disappears after {@code expire},
 * and the checkout closes it for good.
 */
final class CartRoutes {

    private final SandboxWorld world;
    private final Account account;

    CartRoutes(SandboxWorld world, Account account) {
        this.world = world;
        this.account = account;
    }

    void register(Routes routes) {
        routes.on("GET", "/order/cart", this::list);
        routes.on("POST", "/order/cart", this::create);
        routes.on(
                "GET",
                "/order/cart/{cartId}",
                request -> SandboxAnswer.ok(cart(request).json()));
        routes.on("PUT", "/order/cart/{cartId}", this::update);
        routes.on("DELETE", "/order/cart/{cartId}", this::delete);
        routes.on("POST", "/order/cart/{cartId}/assign", this::assign);
        routes.on("GET", "/order/cart/{cartId}/coupon", request -> SandboxAnswer.ok(Json.list(cart(request).coupons)));
        routes.on("POST", "/order/cart/{cartId}/coupon", this::addCoupon);
        routes.on("DELETE", "/order/cart/{cartId}/coupon", this::removeCoupon);
    }

    /** The cart of a request; 404 if there is none or it has expired. */
    CartState cart(SandboxRequest request) {
        return cart(request.path("cartId"));
    }

    CartState cart(String id) {
        CartState cart = account.carts.get(id);
        if (cart == null || isExpired(cart)) {
            throw Refuse.noSuchObject(id);
        }
        return cart;
    }

    /** The cart of a request that will change it. */
    CartState openCart(SandboxRequest request) {
        return open(cart(request));
    }

    static CartState open(CartState cart) {
        if (cart.readOnly) {
            throw Refuse.conflict("The cart " + cart.cartId + " is read-only: it has been checked out");
        }
        return cart;
    }

    /** An order is kept for ever, and so is the cart that it came from. */
    private boolean isExpired(CartState cart) {
        return !cart.readOnly && cart.expire <= world.now().toEpochMilli();
    }

    private SandboxAnswer list(SandboxRequest request) {
        List<String> ids = account.carts.values().stream()
                .filter(cart -> request.caller().nichandle() != null
                        && request.caller().nichandle().equals(cart.owner))
                .filter(cart -> !isExpired(cart))
                .filter(cart -> request.query("description")
                        .map(cart.description::equals)
                        .orElse(true))
                .map(cart -> cart.cartId)
                .toList();
        return SandboxAnswer.ok(Json.list(world.unordered(ids)));
    }

    private SandboxAnswer create(SandboxRequest request) {
        long now = request.now().toEpochMilli();
        CartState cart = new CartState();
        cart.expire = request.text("expire").map(CartRoutes::millis).orElse(now + Portfolio.days(1));
        cart.description = request.text("description").orElse("");
        cart.cartId = world.uuid("cart " + world.ids().next()).toString();
        account.carts.put(cart.cartId, cart);
        return SandboxAnswer.ok(cart.json());
    }

    static long millis(String dateTime) {
        try {
            return OffsetDateTime.parse(dateTime).toInstant().toEpochMilli();
        } catch (DateTimeParseException e) {
            throw Refuse.badRequest("Body parameter expire isn't formated correctly");
        }
    }

    private SandboxAnswer update(SandboxRequest request) {
        CartState cart = openCart(request);
        long expire = request.text("expire").map(CartRoutes::millis).orElse(cart.expire);
        cart.description = request.text("description").orElse(cart.description);
        cart.expire = expire;
        return SandboxAnswer.ok(cart.json());
    }

    private SandboxAnswer delete(SandboxRequest request) {
        CartState cart = openCart(request);
        if (cart.owner != null && !cart.owner.equals(request.caller().nichandle())) {
            throw Refuse.forbidden("You are not allowed");
        }
        account.carts.remove(cart.cartId);
        return SandboxAnswer.nothing();
    }

    private SandboxAnswer assign(SandboxRequest request) {
        CartState cart = cart(request);
        if (cart.owner != null && !cart.owner.equals(request.caller().nichandle())) {
            throw Refuse.forbidden("You are not allowed");
        }
        cart.owner = request.caller().nichandle();
        return SandboxAnswer.nothing();
    }

    private SandboxAnswer addCoupon(SandboxRequest request) {
        CartState cart = openCart(request);
        cart.coupons.add(request.text("coupon").orElseThrow());
        return SandboxAnswer.ok(Json.list(cart.coupons));
    }

    private SandboxAnswer removeCoupon(SandboxRequest request) {
        CartState cart = openCart(request);
        String coupon = request.query("coupon").orElseThrow();
        if (!cart.coupons.remove(coupon)) {
            throw Refuse.noSuchObject(coupon);
        }
        return SandboxAnswer.nothing();
    }
}
