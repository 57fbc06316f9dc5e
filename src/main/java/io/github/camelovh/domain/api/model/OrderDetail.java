// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

/**
 * One line of an order ({@code order.OrderDetail}).
 *
 * @param cartItemID the item it comes from, or null
 * @param description free text
 * @param detailType such as {@code DURATION}, {@code GIFT}; or null
 * @param domain the service, or a placeholder such as {@code *001}
 * @param quantity how many
 * @param unitPrice without tax
 * @param totalPrice without tax
 */
public record OrderDetail(
        Long cartItemID,
        String description,
        String detailType,
        String domain,
        Long quantity,
        Price unitPrice,
        Price totalPrice) {}
