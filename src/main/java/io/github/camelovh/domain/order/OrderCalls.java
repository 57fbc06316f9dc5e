// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelovh.domain.api.ApiAnswer;
import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.OvhMissingRightException;
import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
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

/** The operations of orders that a purchase uses, with types. Thread-safe. */
final class OrderCalls {

    private static final Logger LOG = LoggerFactory.getLogger(OrderCalls.class);
    private static final Operation LIST = OperationCatalog.row("order:listOrders");
    private static final Operation GET = OperationCatalog.row("order:getOrder");
    private static final Operation STATUS = OperationCatalog.row("order:getOrderStatus");
    private static final Operation PAY = OperationCatalog.row("order:payOrder");
    private static final Operation LIST_DETAILS = OperationCatalog.row("order:listOrderDetails");
    private static final Operation GET_DETAIL = OperationCatalog.row("order:getOrderDetail");
    private static final Operation GET_EXTENSION = OperationCatalog.row("order:getOrderDetailExtension");
    private static final Operation LIST_PAYMENT_METHODS = OperationCatalog.row("order:listPaymentMethods");

    private final Function<ApiCall, ApiAnswer> api;

    OrderCalls(Function<ApiCall, ApiAnswer> api) {
        this.api = api;
    }

    OrderStatus status(long orderId) {
        return new OrderStatus(orderId, send(ApiCall.of(STATUS, orderId)).text());
    }

    BillingOrder order(long orderId) {
        return send(ApiCall.of(GET, orderId)).as(BillingOrder.class);
    }

    /** Sent once. If no answer comes, the order's status shows whether it was paid. */
    void pay(long orderId, long paymentMethodId) {
        send(ApiCall.of(PAY, orderId).withBody(Map.of("paymentMethod", Map.of("id", paymentMethodId))));
    }

    /** The payment methods that are preferred: one, or none. */
    List<Long> preferredMethods() {
        return send(ApiCall.of(LIST_PAYMENT_METHODS).withQuery("default", true)).asList(Long.class);
    }

    /** The numbers of the orders in a period, oldest first; one call. */
    List<Long> made(Instant from, Instant to) {
        ApiCall list = ApiCall.of(LIST).withQuery("date.from", seconds(from));
        return send(to == null ? list : list.withQuery("date.to", seconds(to))).asList(Long.class).stream()
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
        List<OrderLine> lines = new ArrayList<>();
        try {
            for (Long detailId : send(ApiCall.of(LIST_DETAILS, orderId)).asList(Long.class)) {
                lines.add(OrderLine.of(
                        orderId, send(ApiCall.of(GET_DETAIL, orderId, detailId)).as(BillingOrderDetail.class)));
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
        try {
            return send(ApiCall.of(GET_EXTENSION, line.orderId(), line.detailId()))
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
