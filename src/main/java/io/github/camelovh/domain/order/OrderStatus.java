// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import java.util.Set;

/**
 * The status of an order, {@code GET /me/order/{orderId}/status}.
 *
 * @param orderId the order
 * @param status the API's word: notPaid, checking, documentsRequested, delivering, delivered, cancelling, cancelled,
 *     unknown, or a newer value
 */
public record OrderStatus(long orderId, String status) {

    private static final Set<String> ENDED = Set.of("delivered", "cancelled");

    /** Whether the status will not change any more. */
    public boolean ended() {
        return ENDED.contains(status);
    }

    public boolean delivered() {
        return "delivered".equals(status);
    }

    public boolean cancelled() {
        return "cancelled".equals(status) || "cancelling".equals(status);
    }

    public boolean unpaid() {
        return "notPaid".equals(status);
    }
}
