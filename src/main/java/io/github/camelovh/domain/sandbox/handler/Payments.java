// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.util.Optional;

/** Pays orders, each once, and starts the tasks that deliver them. */
final class Payments {

    private final SandboxWorld world;
    private final Account account;
    private final TaskStore tasks;

    Payments(SandboxWorld world, Account account, TaskStore tasks) {
        this.world = world;
        this.account = account;
        this.tasks = tasks;
    }

    /** Pays with the preferred method, if there is one and it is accepted; otherwise the order stays unpaid. */
    void payAutomatically(OrderState order) {
        Optional<ObjectNode> preferred = account.paymentMethods.values().stream()
                .filter(method -> method.path("default").asBoolean())
                .findFirst();
        if (preferred.isPresent() && !declined(order)) {
            settle(order, preferred.get().path("paymentType").asText());
        }
    }

    private static boolean declined(OrderState order) {
        return order.bought.stream().anyMatch(bought -> bought.domain.startsWith("declined-"));
    }

    /** {@code POST /me/order/{orderId}/pay}. */
    void payWithMethod(OrderState order, SandboxRequest request) {
        long id = request.body().path("paymentMethod").path("id").asLong();
        ObjectNode method = account.paymentMethods.get(id);
        if (method == null) {
            throw Refuse.noSuchObject(id);
        }
        pay(order, method.path("paymentType").asText());
    }

    /** {@code POST /me/order/{orderId}/payWithRegisteredPaymentMean}. */
    void payWithMean(OrderState order, SandboxRequest request) {
        String mean = request.text("paymentMean").orElseThrow();
        if (mean.equals("fidelityAccount") && order.withTax() == 0) {
            pay(order, mean);
            return;
        }
        long id = request.body().path("paymentMeanId").asLong();
        ObjectNode method = account.paymentMethods.values().stream()
                .filter(known -> known.path("paymentMeanId").asLong() == id
                        && meanOf(known).equals(mean))
                .findFirst()
                .orElseThrow(() -> Refuse.badRequest("No registered payment mean " + mean + " with id " + id));
        pay(order, method.path("paymentType").asText());
    }

    /** The former name of the type of a payment method. */
    static String meanOf(ObjectNode method) {
        return switch (method.path("paymentType").asText()) {
            case "CREDIT_CARD" -> "creditCard";
            case "PAYPAL" -> "paypal";
            default -> "bankAccount";
        };
    }

    private void pay(OrderState order, String type) {
        if (order.paidAt != 0) {
            throw Refuse.conflict("The order " + order.orderId + " is already paid");
        }
        if (order.status(world).equals("cancelled")) {
            throw Refuse.conflict("The order " + order.orderId + " is cancelled");
        }
        if (declined(order)) {
            throw Refuse.badRequest("The payment of order " + order.orderId + " was declined");
        }
        settle(order, type);
    }

    private void settle(OrderState order, String type) {
        order.paidAt = world.now().toEpochMilli();
        order.paymentType = type;
        for (OrderState.Bought bought : order.bought) {
            if (bought.action.equals(OrderState.Bought.BY_OVHCLOUD)) {
                continue;
            }
            String change =
                    switch (bought.action) {
                        case "renew" -> bought.duration;
                        case "trade" -> bought.configuration.get("OWNER_CONTACT");
                        default -> null;
                    };
            if (bought.action.equals("zone")) {
                String template = bought.configuration.get("template");
                bought.taskId = tasks.beginOfZone("ZoneCreate", bought.domain, order.orderId, template).id;
                continue;
            }
            bought.taskId = tasks.begin(function(bought.action), bought.domain, order.orderId, change).id;
        }
    }

    private static String function(String action) {
        return switch (action) {
            case "create" -> "DomainCreate";
            case "transfer" -> "DomainIncomingTransfer";
            case "renew" -> "DomainRenew";
            case "trade" -> "DomainTrade";
            default -> throw new IllegalStateException("nothing delivers " + action);
        };
    }
}
