// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxAnswer;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.util.List;

/** Summary, dry run and checkout of a cart. The checkout closes the cart, so one cart makes at most one order. */
final class Checkout {

    private final SandboxWorld world;
    private final Account account;
    private final CartRoutes carts;
    private final CartItemRoutes items;
    private final Eligibility eligibility;
    private final Payments payments;

    Checkout(
            SandboxWorld world,
            Account account,
            CartRoutes carts,
            CartItemRoutes items,
            Eligibility eligibility,
            Payments payments) {
        this.world = world;
        this.account = account;
        this.carts = carts;
        this.items = items;
        this.eligibility = eligibility;
        this.payments = payments;
    }

    void register(Routes routes) {
        routes.on("GET", "/order/cart/{cartId}/summary", this::summary);
        routes.on("GET", "/order/cart/{cartId}/checkout", this::dryRun);
        routes.on("POST", "/order/cart/{cartId}/checkout", this::checkOut);
    }

    /** No checks, and no contracts before the checkout. After the checkout, it shows that the checkout happened. */
    private SandboxAnswer summary(SandboxRequest request) {
        CartState cart = carts.cart(request);
        OrderState order = account.orders.get(cart.orderId);
        return SandboxAnswer.ok(
                order == null
                        ? json(Bill.of(cart), List.of(), null, null)
                        : json(Bill.of(cart), contracts(), order.orderId, order.url()));
    }

    private SandboxAnswer dryRun(SandboxRequest request) {
        CartState cart = carts.cart(request);
        refuseStranger(cart, request);
        check(CartRoutes.open(cart));
        return SandboxAnswer.ok(json(Bill.of(cart), contracts(), null, null));
    }

    private static void refuseStranger(CartState cart, SandboxRequest request) {
        if (cart.owner == null || !cart.owner.equals(request.caller().nichandle())) {
            throw Refuse.forbidden("You are not allowed");
        }
    }

    private void check(CartState cart) {
        if (cart.items.isEmpty()) {
            throw Refuse.badRequest("The cart " + cart.cartId + " is empty");
        }
        for (CartState.Item item : cart.items.values()) {
            items.requirements(item).stream()
                    .filter(needed -> needed.required() && item.value(needed.label()) == null)
                    .findFirst()
                    .ifPresent(missing -> {
                        throw Refuse.badRequest(
                                "The item " + item.itemId + " lacks the mandatory configuration " + missing.label());
                    });
            if ("false".equals(item.value("OWNER_LEGAL_AGE"))) {
                throw Refuse.badRequest("The owner of " + item.domain + " must be of legal age");
            }
            if (item.isName()) {
                eligibility.check(item);
            }
        }
    }

    private SandboxAnswer checkOut(SandboxRequest request) {
        CartState cart = carts.cart(request);
        refuseStranger(cart, request);
        check(CartRoutes.open(cart));
        boolean names = cart.items.values().stream().anyMatch(CartState.Item::isName);
        if (names && !request.flag("waiveRetractationPeriod")) {
            throw Refuse.badRequest("waiveRetractationPeriod must be true to order a domain name");
        }
        OrderState order = order(cart, request.flag("waiveRetractationPeriod"));
        if (request.flag("autoPayWithPreferredPaymentMethod")) {
            payments.payAutomatically(order);
        }
        return SandboxAnswer.ok(json(Bill.of(cart), contracts(), order.orderId, order.url()));
    }

    private OrderState order(CartState cart, boolean waived) {
        OrderState order = new OrderState();
        order.orderId = world.ids().next();
        order.date = world.now().toEpochMilli();
        order.password =
                world.uuid("order password " + order.orderId).toString().substring(0, 8);
        order.retractionWaived = waived;
        for (Bill.Entry entry : Bill.of(cart)) {
            order.lines.add(entry.line(world.ids().next()));
        }
        cart.items.values().stream()
                .filter(item -> item.what != CartState.What.OPTION)
                .forEach(item -> order.bought.add(bought(item)));
        account.orders.put(order.orderId, order);
        cart.orderId = order.orderId;
        cart.readOnly = true;
        return order;
    }

    private static OrderState.Bought bought(CartState.Item item) {
        OrderState.Bought bought = new OrderState.Bought();
        bought.action = switch (item.what) {
            case CREATE -> "create";
            case TRANSFER -> "transfer";
            case TRADE -> "trade";
            case ZONE -> "zone";
            case OPTION -> throw new IllegalStateException("an option is nothing by itself");
        };
        bought.domain = item.service();
        bought.planCode = item.planCode;
        bought.pricingMode = item.pricingMode;
        bought.duration = item.duration;
        bought.itemId = item.itemId;
        bought.cents = item.total();
        item.settings.values().forEach(setting -> bought.configuration.put(setting.label, setting.value));
        return bought;
    }

    private static List<ObjectNode> contracts() {
        return List.of(Json.object(
                "name", "Sandbox: particular conditions of domain names",
                "url", "https://www.example.com/contracts/domain.pdf",
                "content", "Nothing is sold here."));
    }

    private static ObjectNode json(List<Bill.Entry> bill, List<ObjectNode> contracts, Long orderId, String url) {
        return Json.object(
                "contracts", contracts,
                "details", bill.stream().map(Bill.Entry::json).toList(),
                "orderId", orderId,
                "prices", Bill.prices(bill),
                "url", url);
    }
}
