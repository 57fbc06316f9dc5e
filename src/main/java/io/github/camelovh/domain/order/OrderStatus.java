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

    /** What OVHcloud delivers, it has the money for. */
    private static final Set<String> DELIVERED_FROM_PAID = Set.of("delivering", "delivered");

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

    /**
     * Whether OVHcloud says that it is paid; null where it does not say so: while it checks the payment or the documents, and for an order
     * that is cancelled.
     */
    public Boolean paid() {
        return unpaid() ? Boolean.FALSE : DELIVERED_FROM_PAID.contains(status) ? Boolean.TRUE : null;
    }

    /** What a person does about an order that nobody told OVHcloud to pay. */
    public static String toPay(long orderId) {
        return "Pay order " + orderId + " with the operation order:pay or in the customer's console";
    }
}
