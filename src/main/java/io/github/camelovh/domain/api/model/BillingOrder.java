// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

import java.time.OffsetDateTime;

/**
 * An order of the account ({@code billing.Order}).
 *
 * @param orderId its id
 * @param date when it was made, or null
 * @param expirationDate until when it can be paid, or null
 * @param retractionDate or null
 * @param priceWithTax what is paid
 * @param priceWithoutTax net
 * @param tax the difference
 */
public record BillingOrder(
        long orderId,
        OffsetDateTime date,
        OffsetDateTime expirationDate,
        OffsetDateTime retractionDate,
        Price priceWithTax,
        Price priceWithoutTax,
        Price tax) {}
