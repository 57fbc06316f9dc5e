// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.util.List;

/** The tracking of an order, in the four steps of {@code /me/order/{orderId}/followUp}. */
final class FollowUp {

    private FollowUp() {}

    static ArrayNode of(OrderState order, SandboxWorld world) {
        String status = order.status(world);
        boolean paid = order.paidAt != 0;
        boolean checked = paid && !status.equals("checking");
        boolean delivered = status.equals("delivered");
        ArrayNode steps = Json.list();
        steps.add(step(
                "VALIDATING",
                status.equals("cancelled") ? "ERROR" : checked ? "DONE" : "DOING",
                event(order.date, "ORDER_STARTED", "Order received")));
        steps.add(step(
                "VALIDATED", checked ? "DONE" : "TODO", event(order.paidAt, "PAYMENT_CONFIRMED", "Payment confirmed")));
        steps.add(step(
                "DELIVERING",
                delivered ? "DONE" : checked ? "DOING" : "TODO",
                event(checked ? order.paidAt : 0, "DELIVERY", "Delivery begun")));
        steps.add(step("AVAILABLE", delivered ? "DONE" : "TODO", List.of()));
        return steps;
    }

    private static JsonNode step(String step, String status, List<JsonNode> history) {
        return Json.object("step", step, "status", status, "history", history);
    }

    private static List<JsonNode> event(long at, String label, String description) {
        return at == 0
                ? List.of()
                : List.of(Json.object("date", Json.dateTime(at), "description", description, "label", label));
    }
}
