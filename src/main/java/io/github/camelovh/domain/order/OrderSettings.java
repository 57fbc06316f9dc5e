// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import java.time.Duration;
import java.util.Objects;

/**
 * How orders are created. Immutable and validated.
 *
 * @param subsidiary the OVHcloud company that sells, for example {@code FR}; it must be the account's own
 * @param cartLife how long a cart, and with it the evidence of a purchase, is kept; must be longer than any outage
 * @param answerWithin the longest time to the answer of a call: 30 s by default
 * @param settle how long after that a lost request may still take effect: 15 s by default
 * @param checkoutAgain what to do when there is no evidence of a checkout after {@code answerWithin + settle}
 * @param payment who pays
 * @param paymentMethodId the method of {@link Payment#NAMED_METHOD}, see {@code GET /me/payment/method}; null otherwise
 * @param pollEvery how often an awaited order or task is read
 */
public record OrderSettings(
        String subsidiary,
        Duration cartLife,
        Duration answerWithin,
        Duration settle,
        CheckoutAgain checkoutAgain,
        Payment payment,
        Long paymentMethodId,
        Duration pollEvery) {

    /** What to do when a checkout left no trace. */
    public enum CheckoutAgain {
        /** One more checkout of the same cart; OVHcloud closes a cart with its first checkout, so it sells once. */
        SAME_CART,
        /** No checkout; the purchase ends unfinished, and a person checks it. */
        NEVER
    }

    /** Who pays. */
    public enum Payment {
        /** OVHcloud, at once, with the account's preferred method. */
        PREFERRED_METHOD,
        /** We do, after the checkout, with a given method. */
        NAMED_METHOD,
        /** Nobody: the order stays open for a person to pay. */
        NONE
    }

    public OrderSettings {
        Objects.requireNonNull(subsidiary, "subsidiary");
        Objects.requireNonNull(checkoutAgain, "checkoutAgain");
        Objects.requireNonNull(payment, "payment");
        if ((payment == Payment.NAMED_METHOD) != (paymentMethodId != null)) {
            throw new IllegalArgumentException(
                    "a payment method id belongs to payment NAMED_METHOD and to no other; payment is " + payment
                            + ", the id " + paymentMethodId);
        }
        if (cartLife.compareTo(answerWithin.plus(settle).multipliedBy(4)) < 0) {
            throw new IllegalArgumentException(
                    "carts would live " + cartLife + " only: evidence of a lost checkout must "
                            + "outlast answerWithin + settle (" + answerWithin.plus(settle) + ") at least four times");
        }
    }

    /** The usual settings for an account of {@code subsidiary}. */
    public static OrderSettings of(String subsidiary) {
        return new OrderSettings(
                subsidiary,
                Duration.ofDays(30),
                Duration.ofSeconds(30),
                Duration.ofSeconds(15),
                CheckoutAgain.SAME_CART,
                Payment.PREFERRED_METHOD,
                null,
                Duration.ofSeconds(10));
    }

    public OrderSettings within(Duration answer, Duration settled) {
        return new OrderSettings(
                subsidiary, cartLife, answer, settled, checkoutAgain, payment, paymentMethodId, pollEvery);
    }

    public OrderSettings checkingOutAgain(CheckoutAgain again) {
        return new OrderSettings(
                subsidiary, cartLife, answerWithin, settle, again, payment, paymentMethodId, pollEvery);
    }

    public OrderSettings payingBy(Payment way, Long methodId) {
        return new OrderSettings(subsidiary, cartLife, answerWithin, settle, checkoutAgain, way, methodId, pollEvery);
    }

    /** How long after a checkout "not seen" means "did not happen". */
    Duration horizon() {
        return answerWithin.plus(settle);
    }
}
