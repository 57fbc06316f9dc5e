// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxAnswer;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** {@code /me/payment/method}: the registered methods; the default method pays automatically. */
final class PaymentMethodRoutes {

    private static final String METHOD = "/me/payment/method/{paymentMethodId}";
    private static final long FIRST = 5_000_000_101L;
    private static final long FIRST_MEAN = 1234L;

    private final Account account;

    PaymentMethodRoutes(Account account) {
        this.account = account;
    }

    /** The methods of a new account: a card, which is the default, and a direct debit. */
    static Map<Long, ObjectNode> atStart(long born) {
        Map<Long, ObjectNode> methods = new TreeMap<>();
        methods.put(FIRST, method(FIRST, FIRST_MEAN, "CREDIT_CARD", "VISA", true, born));
        methods.put(FIRST + 1, method(FIRST + 1, FIRST_MEAN + 1, "SEPA_DIRECT_DEBIT", null, false, born));
        return methods;
    }

    private static ObjectNode method(long id, long mean, String type, String subType, boolean preferred, long born) {
        return Json.object(
                "billingContactId",
                null,
                "creationDate",
                Json.dateTime(born),
                "default",
                preferred,
                "description",
                null,
                "expirationDate",
                null,
                "formSessionId",
                null,
                "icon",
                Json.object("data", null, "name", type.toLowerCase(Locale.ROOT), "url", null),
                "integration",
                null,
                "label",
                type.equals("CREDIT_CARD") ? "4XXXXXXXXXXX1111" : "FRXX XXXX 0001",
                "lastUpdate",
                Json.dateTime(born),
                "merchantId",
                null,
                "oneclick",
                true,
                "paymentMeanId",
                mean,
                "paymentMethodId",
                id,
                "paymentSubType",
                subType,
                "paymentType",
                type,
                "status",
                "VALID");
    }

    void register(Routes routes) {
        routes.on("GET", "/me/payment/method", this::list);
        routes.on("GET", METHOD, request -> SandboxAnswer.ok(method(request)));
        routes.on("PUT", METHOD, this::update);
        routes.on("DELETE", METHOD, request -> {
            ObjectNode method = method(request);
            account.paymentMethods.remove(request.id("paymentMethodId"));
            return SandboxAnswer.ok(method.put("status", "CANCELED").put("default", false));
        });
    }

    private ObjectNode method(SandboxRequest request) {
        long id = request.id("paymentMethodId");
        ObjectNode method = account.paymentMethods.get(id);
        if (method == null) {
            throw Refuse.noSuchObject(id);
        }
        return method;
    }

    private SandboxAnswer list(SandboxRequest request) {
        List<Long> ids = account.paymentMethods.values().stream()
                .filter(method -> request.query("default")
                        .map(wanted -> Boolean.parseBoolean(wanted)
                                == method.path("default").asBoolean())
                        .orElse(true))
                .filter(method -> same(request, "paymentType", method) && same(request, "status", method))
                .map(method -> method.path("paymentMethodId").asLong())
                .toList();
        return SandboxAnswer.ok(Json.list(ids));
    }

    private static boolean same(SandboxRequest request, String member, ObjectNode method) {
        return request.query(member).map(method.path(member).asText()::equals).orElse(true);
    }

    private SandboxAnswer update(SandboxRequest request) {
        ObjectNode method = method(request);
        request.text("description").ifPresent(text -> method.put("description", text));
        if (request.body().hasNonNull("default")) {
            boolean preferred = request.flag("default");
            if (preferred) {
                account.paymentMethods.values().forEach(other -> other.put("default", false));
            }
            method.put("default", preferred);
        }
        method.set("lastUpdate", Json.dateTime(request.now().toEpochMilli()));
        return SandboxAnswer.ok(method);
    }
}
