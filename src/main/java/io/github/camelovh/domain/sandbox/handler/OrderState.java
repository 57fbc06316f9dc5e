// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An order, created by a checkout or a renewal, paid or not. */
final class OrderState {

    private static final int DAYS_TO_PAY = 14;
    private static final int CHECKING_PART = 10;

    long orderId;
    long date;
    String password;
    /** When it was paid; 0 before. */
    long paidAt;

    String paymentType;
    boolean cancelled;
    boolean retractionWaived;
    List<Line> lines = new ArrayList<>();
    List<Bought> bought = new ArrayList<>();

    long withoutTax() {
        return lines.stream().mapToLong(line -> line.cents).sum();
    }

    long withTax() {
        return withoutTax() + Json.tax(withoutTax());
    }

    String url() {
        return "https://www.ovh.com/cgi-bin/order/display-order.cgi?orderId=" + orderId + "&orderPassword=" + password;
    }

    /** {@code billing.Order}. */
    ObjectNode json() {
        return Json.object(
                "date", Json.dateTime(date),
                "expirationDate", Json.dateTime(expires()),
                "orderId", orderId,
                "password", password,
                "pdfUrl", url(),
                "priceWithTax", Json.price(withTax()),
                "priceWithoutTax", Json.price(withoutTax()),
                "retractionDate", null,
                "tax", Json.price(Json.tax(withoutTax())),
                "url", url());
    }

    /** The plain text of {@code /me/order/{orderId}/status}. */
    String status(SandboxWorld world) {
        long now = world.now().toEpochMilli();
        if (cancelled || (paidAt == 0 && now > expires())) {
            return "cancelled";
        }
        if (paidAt == 0) {
            return "notPaid";
        }
        if (now < paidAt + world.taskTime().dividedBy(CHECKING_PART).toMillis()) {
            return "checking";
        }
        return bought.stream().allMatch(one -> one.done) ? "delivered" : "delivering";
    }

    /** An order that is not paid by this time is cancelled. */
    long expires() {
        return date + Portfolio.days(DAYS_TO_PAY);
    }

    /** One line of the bill; prices in cents without tax. */
    static final class Line {
        long detailId;
        /** The cart item; 0 if there is none (a renewal). */
        long itemId;

        String description;
        String type;
        long cents;
        /** A text instead of the service until it is delivered, e.g. {@code *001}. */
        String placeholder;

        String service;
        boolean delivered;
    }

    /** What the order does to one name after its payment. */
    static final class Bought {
        /** A renewal by OVHcloud: paid early, renewed shortly before the expiry. */
        static final String BY_OVHCLOUD = "autorenew";

        String action;
        String domain;
        String planCode;
        String pricingMode;
        String duration;
        long itemId;
        /** Without tax. */
        long cents;
        /** The task that delivers it; 0 before payment. */
        long taskId;

        boolean done;
        Map<String, String> configuration = new LinkedHashMap<>();
    }
}
