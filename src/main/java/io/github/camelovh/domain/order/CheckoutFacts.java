// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import java.time.Instant;

/**
 * What is known about the checkout and the order it made. Immutable.
 *
 * @param attempts how often a checkout was entered that is not known to have had no effect
 * @param startedAt when the first of them was entered; null while none was
 * @param lastAt when the latest was entered, or was given up without an answer
 * @param looks how often evidence was looked for since
 * @param seen what the last look showed
 * @param lookedAt when that look began; null while there was none
 * @param orderId the order; null while none is known
 * @param found whether the order was found by looking, not by the answer of this run's checkout
 * @param status the order's status when it was read; null while it was not
 * @param paidAt when payment with a named method was entered; null while it was not
 * @param paid whether that payment was accepted
 */
public record CheckoutFacts(
        int attempts,
        Instant startedAt,
        Instant lastAt,
        int looks,
        Sight seen,
        Instant lookedAt,
        Long orderId,
        boolean found,
        String status,
        Instant paidAt,
        boolean paid) {

    /** What a look at the cart and the orders showed. */
    public enum Sight {
        NOT_LOOKED,
        /** The cart can still be checked out: no order was made from it up to then. */
        CART_OPEN,
        /** The cart is closed, so an order was made, but it was not found. */
        CART_CLOSED,
        /** The cart is no more and no order names the domain. */
        CART_GONE
    }

    static final CheckoutFacts NONE =
            new CheckoutFacts(0, null, null, 0, Sight.NOT_LOOKED, null, null, false, null, null, false);

    boolean attempted() {
        return attempts > 0;
    }

    CheckoutFacts entered(Instant now) {
        return fresh(attempts + 1, startedAt == null ? now : startedAt, now);
    }

    /** The latest attempt is known to have had no effect. */
    CheckoutFacts takenBack() {
        return attempts <= 1 ? NONE : fresh(attempts - 1, startedAt, lastAt);
    }

    CheckoutFacts lostAt(Instant now) {
        return fresh(attempts, startedAt, now);
    }

    /** A closed cart was met that this journal knows nothing of: somebody checked it out, at {@code since} or later. */
    CheckoutFacts metClosed(Instant since, Instant now) {
        return fresh(Math.max(1, attempts), startedAt == null || since.isBefore(startedAt) ? since : startedAt, now);
    }

    CheckoutFacts looked(Sight sight, Instant began) {
        return new CheckoutFacts(
                attempts, startedAt, lastAt, looks + 1, sight, began, orderId, found, status, paidAt, paid);
    }

    /** To be looked at again. */
    CheckoutFacts unseen() {
        return new CheckoutFacts(
                attempts, startedAt, lastAt, looks, Sight.NOT_LOOKED, null, orderId, found, null, paidAt, paid);
    }

    /** What a new run may believe: an order that is known, but not its status of then. */
    CheckoutFacts restarted() {
        return new CheckoutFacts(
                attempts, startedAt, lastAt, 0, Sight.NOT_LOOKED, null, orderId, orderId != null, null, paidAt, paid);
    }

    CheckoutFacts answered(long order) {
        return new CheckoutFacts(attempts, startedAt, lastAt, looks, seen, lookedAt, order, false, null, paidAt, paid);
    }

    CheckoutFacts foundOrder(long order) {
        return new CheckoutFacts(attempts, startedAt, lastAt, looks, seen, lookedAt, order, true, null, paidAt, paid);
    }

    CheckoutFacts withStatus(String orderStatus) {
        return new CheckoutFacts(
                attempts, startedAt, lastAt, looks, seen, lookedAt, orderId, found, orderStatus, paidAt, paid);
    }

    CheckoutFacts paying(Instant now) {
        return new CheckoutFacts(attempts, startedAt, lastAt, looks, seen, lookedAt, orderId, found, null, now, paid);
    }

    /** The payment is known to have had no effect, so it may be tried again. */
    CheckoutFacts notPaid() {
        return new CheckoutFacts(
                attempts, startedAt, lastAt, looks, seen, lookedAt, orderId, found, status, null, false);
    }

    CheckoutFacts paidNow() {
        return new CheckoutFacts(
                attempts, startedAt, lastAt, looks, seen, lookedAt, orderId, found, status, paidAt, true);
    }

    private static CheckoutFacts fresh(int attempts, Instant started, Instant last) {
        return new CheckoutFacts(attempts, started, last, 0, Sight.NOT_LOOKED, null, null, false, null, null, false);
    }
}
