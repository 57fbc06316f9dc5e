// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.renewal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Whether OVHcloud's automatic renewals can be paid. Reads only. Thread-safe. */
public final class PaymentCheck {
    private static final Operation METHODS = OperationCatalog.row("order:listPaymentMethods");
    private static final Operation METHOD = OperationCatalog.row("order:getPaymentMethod");

    private final OvhApi api;

    public PaymentCheck(OvhApi api) {
        this.api = api;
    }

    /**
     * What prevents a payment, in words; two calls.
     *
     * @param until the preferred payment method must be valid until then
     * @return empty if nothing does
     * @throws io.github.camelovh.domain.api.OvhApiException if it cannot be read
     */
    public Optional<String> trouble(LocalDate until) {
        List<Long> preferred =
                api.send(ApiCall.of(METHODS).withQuery("default", true)).asList(Long.class);
        if (preferred.isEmpty()) {
            return Optional.of(
                    "The account has no preferred payment method, so OVHcloud's automatic renewals cannot be paid:"
                            + " set one in OVHcloud's console");
        }
        JsonNode method = api.send(ApiCall.of(METHOD, preferred.get(0))).json();
        String what =
                "The preferred payment method (" + method.path("paymentType").asText() + ")";
        if (!method.path("status").asText().equals("VALID")) {
            return Optional.of(what + " is " + method.path("status").asText()
                    + ", so OVHcloud's automatic renewals cannot be paid: set another one");
        }
        String expires = method.path("expirationDate").asText("");
        return expires.length() >= 10
                        && LocalDate.parse(expires.substring(0, 10)).isBefore(until)
                ? Optional.of(what + " expires on " + expires.substring(0, 10)
                        + ": set another one before that, or OVHcloud renews nothing automatically after it")
                : Optional.empty();
    }
}
