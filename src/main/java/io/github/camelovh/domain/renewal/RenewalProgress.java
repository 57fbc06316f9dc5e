// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.renewal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.change.ChangeRun;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is remembered of a renewal once its order was sent ({@link ChangeRun#step}).
 *
 * @param expiry when the name expired before, ISO 8601
 * @param sentAt when the order was sent, milliseconds since 1970 by OVHcloud's clock
 * @param amount what it was to cost with tax
 * @param currency of that
 * @param orderId the order; null while it is not known
 * @param unread whether the order, once it is known, is still to be read and paid
 */
public record RenewalProgress(
        String expiry, long sentAt, BigDecimal amount, String currency, Long orderId, boolean unread) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads a step.
     *
     * @throws IllegalStateException if the text is none
     */
    public static RenewalProgress of(String json) {
        try {
            return JSON.readValue(json, RenewalProgress.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("This is no step of a renewal: " + json, e);
        }
    }

    static RenewalProgress of(LocalDate expiry, RenewalRun.Sent sent, boolean unread) {
        Money price = sent.withTax();
        return new RenewalProgress(
                expiry.toString(), sent.at().toEpochMilli(), price.amount(), price.currency(), sent.orderId(), unread);
    }

    RenewalRun.Sent sent() {
        return new RenewalRun.Sent(Instant.ofEpochMilli(sentAt), new Money(amount, currency), orderId);
    }

    /** The order that was read, and paid where the settings say so. */
    Optional<Long> ordered() {
        return unread ? Optional.empty() : Optional.ofNullable(orderId);
    }

    /** When the name expired before. */
    public LocalDate before() {
        return LocalDate.parse(expiry);
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A step can always be written as JSON", e);
        }
    }
}
