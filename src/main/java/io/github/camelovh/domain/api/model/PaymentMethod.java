// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;

/**
 * A way to pay, registered in the account ({@code me.payment.PaymentMethod}).
 *
 * @param paymentMethodId its id
 * @param paymentType such as {@code CREDIT_CARD}
 * @param status such as {@code VALID}
 * @param preferred whether it is used if no other method is given
 * @param description or null
 * @param label or null
 * @param expirationDate or null
 */
public record PaymentMethod(
        long paymentMethodId,
        String paymentType,
        String status,
        @JsonProperty("default") boolean preferred,
        String description,
        String label,
        OffsetDateTime expirationDate) {}
