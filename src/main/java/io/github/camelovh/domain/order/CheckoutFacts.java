// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import java.time.Instant;

/**
 * What is known about the checkout and its order. Immutable.
 *
 * @param attempts how many checkouts were entered that are not known to have had no effect
 * @param startedAt when the first of them was entered; null before
 * @param lastAt when the latest was entered, or ended without an answer
 * @param looks how many searches for evidence were made since then
 * @param seen the result of the last search
 * @param lookedAt when that search began; null if there was none
 * @param orderId the order; null while none is known
 * @param found whether the order must be read: it was found by a search, or the answer of the checkout had no price
 * @param status the order's status when it was read; null if it was not read
 * @param paidAt when payment with a named method was entered; null if it was not
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

    /** The result of a search in the cart and the orders. */
    public enum Sight {
        NOT_LOOKED,
        /** The cart can still be checked out: no order was created from it until then. */
        CART_OPEN,
        /** The cart is closed, so an order was created, but it was not found. */
        CART_CLOSED,
        /** The cart does not exist any more, and no order names the domain. */
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

    /** It is known that the latest attempt had no effect. */
    CheckoutFacts takenBack() {
        return attempts <= 1 ? NONE : fresh(attempts - 1, startedAt, lastAt);
    }

    CheckoutFacts lostAt(Instant now) {
        return fresh(attempts, startedAt, now);
    }

    /** A closed cart was found that this journal does not know: somebody checked it out, at {@code since} or later. */
    CheckoutFacts metClosed(Instant since, Instant now) {
        return fresh(Math.max(1, attempts), startedAt == null || since.isBefore(startedAt) ? since : startedAt, now);
    }

    CheckoutFacts looked(Sight sight, Instant began) {
        return new CheckoutFacts(
                attempts, startedAt, lastAt, looks + 1, sight, began, orderId, found, status, paidAt, paid);
    }

    /** Requires another search. */
    CheckoutFacts unseen() {
        return new CheckoutFacts(
                attempts, startedAt, lastAt, looks, Sight.NOT_LOOKED, null, orderId, found, null, paidAt, paid);
    }

    /** What a new run may rely on: a known order, but not its old status. */
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

    /** It is known that the payment had no effect, so it may be tried again. */
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
