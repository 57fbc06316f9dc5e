// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxAnswer;
import io.github.camelovh.domain.sandbox.server.SandboxOrder;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** {@code /me/order}: orders, their status, and their payment. */
final class OrderRoutes {

    private static final String ORDER = "/me/order/{orderId}";
    private static final String DETAIL = ORDER + "/details/{orderDetailId}";

    private final SandboxWorld world;
    private final Account account;
    private final Payments payments;

    OrderRoutes(SandboxWorld world, Account account, Payments payments) {
        this.world = world;
        this.account = account;
        this.payments = payments;
    }

    void register(Routes routes) {
        routes.on("GET", "/me/order", this::list);
        routes.on(
                "GET", ORDER, request -> SandboxAnswer.ok(order(request).json().putNull("metadatas")));
        routes.on(
                "GET",
                ORDER + "/status",
                request -> SandboxAnswer.text(order(request).status(world)));
        routes.on("GET", ORDER + "/details", this::details);
        routes.on("GET", DETAIL, this::detail);
        routes.on("GET", DETAIL + "/extension", this::extension);
        routes.on("GET", ORDER + "/followUp", request -> SandboxAnswer.ok(FollowUp.of(order(request), world)));
        routes.on("GET", ORDER + "/associatedObject", this::associated);
        routes.on("GET", ORDER + "/payment", this::payment);
        routes.on("GET", ORDER + "/paymentMeans", this::paymentMeans);
        routes.on("GET", ORDER + "/paymentMethods", this::paymentMethods);
        routes.on("GET", ORDER + "/availableRegisteredPaymentMean", this::registeredMeans);
        routes.on("POST", ORDER + "/pay", request -> {
            payments.payWithMethod(order(request), request);
            return SandboxAnswer.nothing();
        });
        routes.on("POST", ORDER + "/payWithRegisteredPaymentMean", request -> {
            payments.payWithMean(order(request), request);
            return SandboxAnswer.nothing();
        });
        routes.on("POST", ORDER + "/waiveRetraction", request -> {
            order(request).retractionWaived = true;
            return SandboxAnswer.nothing();
        });
        routes.on("POST", ORDER + "/retraction", this::retract);
        routes.on("GET", ORDER + "/balance", request -> {
            order(request);
            return SandboxAnswer.ok(Json.list());
        });
        routes.ordersFrom(this::sold);
    }

    private OrderState order(SandboxRequest request) {
        long id = request.id("orderId");
        OrderState order = account.orders.get(id);
        if (order == null) {
            throw Refuse.noSuchObject(id);
        }
        return order;
    }

    private SandboxAnswer list(SandboxRequest request) {
        long from = request.query("date.from").map(CartRoutes::millis).orElse(Long.MIN_VALUE);
        long to = request.query("date.to").map(CartRoutes::millis).orElse(Long.MAX_VALUE);
        List<Long> ids = account.orders.values().stream()
                .filter(order -> order.date >= from && order.date <= to)
                .map(order -> order.orderId)
                .toList();
        return SandboxAnswer.ok(Json.list(world.unordered(ids)));
    }

    private SandboxAnswer details(SandboxRequest request) {
        List<Long> ids =
                order(request).lines.stream().map(line -> line.detailId).toList();
        return SandboxAnswer.ok(Json.list(world.unordered(ids)));
    }

    private OrderState.Line line(SandboxRequest request) {
        long id = request.id("orderDetailId");
        return order(request).lines.stream()
                .filter(line -> line.detailId == id)
                .findFirst()
                .orElseThrow(() -> Refuse.noSuchObject(id));
    }

    private SandboxAnswer detail(SandboxRequest request) {
        OrderState.Line line = line(request);
        return SandboxAnswer.ok(Json.object(
                "cancelled",
                order(request).cancelled,
                "description",
                line.description,
                "detailType",
                line.type,
                "domain",
                line.delivered ? line.service : line.placeholder,
                "orderDetailId",
                line.detailId,
                "quantity",
                "1",
                "totalPrice",
                Json.price(line.cents),
                "unitPrice",
                Json.price(line.cents)));
    }

    private SandboxAnswer extension(SandboxRequest request) {
        OrderState.Line line = line(request);
        OrderState.Bought bought = order(request).bought.stream()
                .filter(one -> one.domain.equals(line.service))
                .findFirst()
                .orElseThrow(() -> Refuse.noSuchObject(line.detailId));
        List<JsonNode> configurations = new ArrayList<>();
        bought.configuration.forEach((label, value) -> configurations.add(Json.object("label", label, "value", value)));
        return SandboxAnswer.ok(Json.object(
                "order",
                Json.object(
                        "action",
                        bought.action.endsWith("renew") ? "renew" : "installation",
                        "configurations",
                        configurations,
                        "plan",
                        Json.object(
                                "code", bought.planCode,
                                "duration", bought.duration,
                                "pricingMode", bought.pricingMode,
                                "product", Json.object("name", "domain"),
                                "quantity", 1),
                        "type",
                        "plan")));
    }

    private SandboxAnswer associated(SandboxRequest request) {
        OrderState order = order(request);
        boolean billed = order.paidAt != 0;
        return SandboxAnswer.ok(
                Json.object("id", billed ? "FR" + order.orderId : null, "type", billed ? "Bill" : null));
    }

    private SandboxAnswer payment(SandboxRequest request) {
        OrderState order = order(request);
        if (order.paidAt == 0) {
            throw Refuse.noSuchObject(order.orderId);
        }
        return SandboxAnswer.ok(Json.object(
                "paymentDate",
                Json.dateTime(order.paidAt),
                "paymentIdentifier",
                "sandbox-" + order.orderId,
                "paymentType",
                order.paymentType.equals("fidelityAccount") ? "fidelityPoints" : "creditCard"));
    }

    private SandboxAnswer paymentMeans(SandboxRequest request) {
        OrderState order = order(request);
        return SandboxAnswer.ok(Json.object(
                "creditCard",
                List.of(Json.object(
                        "fee",
                        0,
                        "htmlForm",
                        null,
                        "httpMethod",
                        "GET",
                        "logo",
                        null,
                        "parameters",
                        Json.list(),
                        "subType",
                        null,
                        "url",
                        order.url()))));
    }

    private SandboxAnswer paymentMethods(SandboxRequest request) {
        order(request);
        return SandboxAnswer.ok(Json.object(
                "available", Json.list(),
                "paymentMethods", Json.list(),
                "registered", Json.list(account.paymentMethods.keySet())));
    }

    private SandboxAnswer registeredMeans(SandboxRequest request) {
        TreeSet<String> means = new TreeSet<>();
        account.paymentMethods.values().forEach(method -> means.add(Payments.meanOf(method)));
        if (order(request).withTax() == 0) {
            means.clear();
            means.add("fidelityAccount");
        }
        return SandboxAnswer.ok(Json.list(
                means.stream().map(mean -> Json.object("paymentMean", mean)).toList()));
    }

    private SandboxAnswer retract(SandboxRequest request) {
        OrderState order = order(request);
        if (order.retractionWaived) {
            throw Refuse.badRequest("The retraction period of order " + order.orderId + " was waived");
        }
        order.cancelled = true;
        return SandboxAnswer.nothing();
    }

    private List<SandboxOrder> sold() {
        List<SandboxOrder> sold = new ArrayList<>();
        for (OrderState order : account.orders.values()) {
            for (OrderState.Bought bought : order.bought) {
                sold.add(new SandboxOrder(
                        order.orderId,
                        bought.domain,
                        bought.action,
                        order.paidAt != 0,
                        order.status(world).equals("cancelled"),
                        BigDecimal.valueOf(bought.cents + Json.tax(bought.cents), 2)));
            }
        }
        return sold;
    }
}
