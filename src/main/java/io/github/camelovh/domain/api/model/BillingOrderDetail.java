// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

/**
 * One line of an order of the account ({@code billing.OrderDetail}).
 *
 * @param orderDetailId its id
 * @param cancelled whether it was cancelled
 * @param description free text
 * @param detailType or null
 * @param domain the service, or a placeholder such as {@code *001} before delivery
 * @param quantity text in the API
 * @param unitPrice without tax
 * @param totalPrice without tax
 */
public record BillingOrderDetail(
        long orderDetailId,
        boolean cancelled,
        String description,
        String detailType,
        String domain,
        String quantity,
        Price unitPrice,
        Price totalPrice) {}
