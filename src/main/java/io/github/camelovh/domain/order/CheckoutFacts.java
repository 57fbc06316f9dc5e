/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.order;

import java.time.Instant;

/**
 * What is known about the checkout and the order it made. Immutable.
 *
 * @param attempts how often a checkout was entered that is not known to have had no effect
 * @param startedAt when the first of them was entered; null while none was
 * @param lastAt when the latest was entered
 * @param looks how often evidence was looked for since
 * @param seen what the last look showed
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
            new CheckoutFacts(0, null, null, 0, Sight.NOT_LOOKED, null, false, null, null, false);

    boolean attempted() {
        return attempts > 0;
    }

    CheckoutFacts entered(Instant now) {
        return new CheckoutFacts(
                attempts + 1,
                startedAt == null ? now : startedAt,
                now,
                0,
                Sight.NOT_LOOKED,
                null,
                false,
                null,
                null,
                false);
    }

    /** The latest attempt is known to have had no effect. */
    CheckoutFacts takenBack() {
        return attempts <= 1
                ? NONE
                : new CheckoutFacts(
                        attempts - 1, startedAt, lastAt, looks, Sight.NOT_LOOKED, null, false, null, null, false);
    }

    /** A closed cart was met that this journal knows nothing of: somebody checked it out, at {@code since} or later. */
    CheckoutFacts metClosed(Instant since, Instant now) {
        return new CheckoutFacts(
                Math.max(1, attempts),
                startedAt == null ? since : startedAt,
                now,
                0,
                Sight.NOT_LOOKED,
                null,
                true,
                null,
                null,
                false);
    }

    CheckoutFacts looked(Sight sight) {
        return new CheckoutFacts(attempts, startedAt, lastAt, looks + 1, sight, orderId, found, status, paidAt, paid);
    }

    CheckoutFacts unlooked() {
        return new CheckoutFacts(
                attempts, startedAt, lastAt, 0, Sight.NOT_LOOKED, orderId, found, status, paidAt, paid);
    }

    CheckoutFacts answered(long order) {
        return new CheckoutFacts(attempts, startedAt, lastAt, looks, seen, order, false, null, paidAt, paid);
    }

    CheckoutFacts foundOrder(long order) {
        return new CheckoutFacts(attempts, startedAt, lastAt, looks, seen, order, true, null, paidAt, paid);
    }

    CheckoutFacts withStatus(String orderStatus) {
        return new CheckoutFacts(attempts, startedAt, lastAt, looks, seen, orderId, found, orderStatus, paidAt, paid);
    }

    CheckoutFacts paying(Instant now) {
        return new CheckoutFacts(attempts, startedAt, lastAt, looks, seen, orderId, found, null, now, paid);
    }

    CheckoutFacts paidNow() {
        return new CheckoutFacts(attempts, startedAt, lastAt, looks, seen, orderId, found, status, paidAt, true);
    }
}
