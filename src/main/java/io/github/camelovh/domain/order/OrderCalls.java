// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelovh.domain.api.ApiAnswer;
import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.ApiPath;
import io.github.camelovh.domain.api.OvhMissingRightException;
import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.Repeat;
import io.github.camelovh.domain.api.model.BillingOrder;
import io.github.camelovh.domain.api.model.BillingOrderDetail;
import io.github.camelovh.domain.api.model.DomainName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes of {@code /me/order} that a purchase uses, with types. Thread-safe. */
final class OrderCalls {

    private static final Logger LOG = LoggerFactory.getLogger(OrderCalls.class);
    private static final String ORDER = "/me/order/{orderId}";
    private static final String DETAILS = ORDER + "/details";
    private static final String DETAIL = DETAILS + "/{orderDetailId}";

    private final Function<ApiCall, ApiAnswer> api;

    OrderCalls(Function<ApiCall, ApiAnswer> api) {
        this.api = api;
    }

    OrderStatus status(long orderId) {
        String route = ORDER + "/status";
        String status = send(ApiCall.get(ApiPath.of(route, orderId))
                        .onRoute(route, "account:apiovh:me/order/status/get"))
                .text();
        return new OrderStatus(orderId, status);
    }

    BillingOrder order(long orderId) {
        return send(ApiCall.get(ApiPath.of(ORDER, orderId)).onRoute(ORDER, "account:apiovh:me/order/get"))
                .as(BillingOrder.class);
    }

    /** Sent once. If no answer comes, the order's status shows whether it was paid. */
    void pay(long orderId, long paymentMethodId) {
        String route = ORDER + "/pay";
        send(ApiCall.post(
                        ApiPath.of(route, orderId), Map.of("paymentMethod", Map.of("id", paymentMethodId)), Repeat.ONCE)
                .onRoute(route, "account:apiovh:me/order/pay"));
    }

    /** The numbers of the orders in a period, oldest first; one call. */
    List<Long> made(Instant from, Instant to) {
        ApiCall list = ApiCall.get("/me/order").withQuery("date.from", seconds(from));
        return send((to == null ? list : list.withQuery("date.to", seconds(to)))
                        .onRoute("/me/order", "account:apiovh:me/order/get"))
                .asList(Long.class)
                .stream()
                .sorted()
                .toList();
    }

    private static String seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /**
     * The latest order since {@code from} that buys this and was not cancelled. It needs several calls for every order
     * in that period, so it is used last.
     */
    Optional<Long> naming(PurchaseAction action, DomainName domain, Instant from) {
        return made(from, null).stream()
                .sorted(Comparator.reverseOrder())
                .filter(id -> lines(id).stream().anyMatch(line -> line.names(domain) && isOf(action, line)))
                .filter(id -> !status(id).cancelled())
                .findFirst();
    }

    /**
     * The items of an order; empty if it does not exist any more. Two calls and more.
     *
     * <p>Before delivery, the detail's domain is a placeholder such as *001; its description names the domain even
     * then.
     */
    List<OrderLine> lines(long orderId) {
        String right = "account:apiovh:me/order/details/get";
        List<OrderLine> lines = new ArrayList<>();
        try {
            for (Long detailId : send(ApiCall.get(ApiPath.of(DETAILS, orderId)).onRoute(DETAILS, right))
                    .asList(Long.class)) {
                lines.add(OrderLine.of(
                        orderId,
                        send(ApiCall.get(ApiPath.of(DETAIL, orderId, detailId)).onRoute(DETAIL, right))
                                .as(BillingOrderDetail.class)));
            }
        } catch (OvhNotFoundException e) {
            return List.of(); // an order that does not exist is no evidence
        }
        return lines;
    }

    /** A name and its zone have the same name, so the plan distinguishes them; without a plan it is the name. */
    private boolean isOf(PurchaseAction action, OrderLine line) {
        return isZone(extension(line)) == (action == PurchaseAction.ZONE);
    }

    /** Whether it renews the names in it, as far as the API says; items that are something else do not. */
    boolean mayRenew(OrderLine line) {
        JsonNode told = extension(line);
        String action = told.path("action").asText("");
        return !isZone(told) && (action.isEmpty() || action.equals("renew"));
    }

    private static boolean isZone(JsonNode told) {
        return CartCalls.ZONE_PLAN.equals(told.at("/plan/code").asText());
    }

    private JsonNode extension(OrderLine line) {
        String route = DETAIL + "/extension";
        try {
            return send(ApiCall.get(ApiPath.of(route, line.orderId(), line.detailId()))
                            .onRoute(route, "account:apiovh:me/order/details/extension/get"))
                    .json()
                    .path("order");
        } catch (OvhNotFoundException | OvhMissingRightException e) {
            LOG.debug("the API did not return the plan of detail {} of order {}", line.detailId(), line.orderId(), e);
            return MissingNode.getInstance();
        }
    }

    // The content of the answer does not matter in some calls.
    private ApiAnswer send(ApiCall call) {
        return api.apply(call);
    }
}
