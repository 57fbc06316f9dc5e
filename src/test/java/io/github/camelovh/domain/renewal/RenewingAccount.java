// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.renewal;

import io.github.camelovh.domain.api.Credentials;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.ScriptedTransport;
import io.github.camelovh.domain.api.Transport.Lost;
import io.github.camelovh.domain.api.Transport.Request;
import io.github.camelovh.domain.api.Transport.Result;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An account with one name, which can be renewed, and orders that may include it. */
final class RenewingAccount {
    /** An order of the account. */
    record Bill(String text, String action, String price, String status) {
        static Bill renewal(String name) {
            return new Bill(name + " renewal", "renew", "8.39", "notPaid");
        }
    }

    final Map<Long, Bill> orders = new TreeMap<>();
    final List<String> calls = new ArrayList<>();
    private final ScriptedTransport transport = new ScriptedTransport(this::answer);
    final OvhApi api = transport.api(new Credentials.PersonalToken("a-token"));
    boolean lost;
    boolean arrives = true;
    int listsFail;
    /** How many payments OVHcloud answers with this status; the order stays unpaid then. */
    int paymentsFail;

    int paymentFailure = 503;
    Bill lateOrder;
    /** What its order for a renewal becomes. */
    Bill made = Bill.renewal("example.fr");
    /** Whether the answer to an order says what it costs. */
    boolean priced = true;

    private Result answer(Request request) {
        String path = request.url().replaceFirst("^.*/(1\\.0|v1)", "").replaceFirst("\\?.*", "");
        String call = request.method() + " " + path;
        calls.add(call);
        String[] parts = path.split("/", -1);
        if (call.startsWith("GET /me/order/")) {
            return order(Long.parseLong(parts[3]), path.replaceFirst("/me/order/\\d+", ""));
        }
        switch (call) {
            case "GET /domain/example.fr/serviceInfos":
                if (lateOrder != null) {
                    orders.put(100L, lateOrder);
                }
                return json("{\"serviceId\":77,\"expiration\":\"2024-01-10\",\"renew\":{\"automatic\":false}}");
            case "GET /domain/example.fr":
                return json("{\"domain\":\"example.fr\",\"state\":\"restorable\"}");
            case "GET /service/77/renew":
                return json("[{\"renewPeriod\":\"P1Y\",\"strategies\":[{\"services\":[77],\"price\":"
                        + "{\"value\":6.99,\"currencyCode\":\"EUR\"},\"servicesDetails\":[]}]}]");
            case "POST /service/77/renew":
                return renew(new String(request.body(), StandardCharsets.UTF_8));
            case "GET /me/order":
                if (listsFail-- > 0) {
                    return ScriptedTransport.json(403, "{\"message\":\"no\"}");
                }
                // Only the orders of the last hour are read without an end.
                return json(
                        request.url().contains("date.to")
                                ? "[]"
                                : orders.keySet().toString());
            case "GET /me/payment/method":
                return json("[5]");
            default:
                return path.endsWith("/pay") ? pay() : ScriptedTransport.json(404, "{\"message\":\"no\"}");
        }
    }

    private Result order(long id, String rest) {
        Bill bill = orders.get(id);
        if (bill == null) {
            return ScriptedTransport.json(404, "{\"message\":\"The requested object does not exist\"}");
        }
        switch (rest) {
            case "":
                return json("{\"orderId\":" + id
                        + (bill.price() == null ? "}" : ",\"priceWithTax\":" + price(bill.price()) + "}"));
            case "/status":
                return json("\"" + bill.status() + "\"");
            case "/details":
                return json("[1]");
            case "/details/1":
                return json("{\"orderDetailId\":1,\"domain\":\"*001\",\"description\":\"" + bill.text() + "\"}");
            default:
                return json("{\"order\":{\"action\":" + bill.action().transform(RenewingAccount::quoted) + "}}");
        }
    }

    private Result pay() {
        return paymentsFail-- > 0 ? ScriptedTransport.json(paymentFailure, "{\"message\":\"no\"}") : json("null");
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "null" : "\"" + text + "\"";
    }

    private static String price(String value) {
        return "{\"value\":" + value + ",\"currencyCode\":\"EUR\"}";
    }

    private Result renew(String body) {
        boolean dry = body.contains("\"dryRun\":true");
        if (!dry) {
            calls.add("ordered");
            if (arrives) {
                orders.put(100L, made);
            }
        }
        if (!dry && !lost && !priced) {
            return json("{\"orderId\":100}");
        }
        return dry || !lost
                ? json("{\"orderId\":" + (dry ? "null" : "100") + ",\"priceWithTax\":" + price("8.39")
                        + ",\"priceWithoutTax\":" + price("6.99") + "}")
                : new Lost("connection reset", null);
    }

    private static Result json(String text) {
        return ScriptedTransport.json(200, text);
    }

    long ordered() {
        return calls.stream().filter("ordered"::equals).count();
    }

    List<String> payments() {
        return calls.stream().filter(call -> call.endsWith("/pay")).toList();
    }
}
