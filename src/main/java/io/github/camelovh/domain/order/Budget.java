// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.model.Money;
import java.util.Optional;

/**
 * Reserves money before a checkout, so that two buyers with the same limit cannot both pass it. Thread-safe. Every call
 * may be repeated for one key without counting twice.
 */
public interface Budget {

    /**
     * Reserves {@code withTax} for {@code key}.
     *
     * @return empty when granted, otherwise a sentence that says which limit does not allow it
     */
    Optional<String> reserve(PurchaseKey key, Money withTax);

    /** Releases the reservation: it is certain that nothing was ordered. */
    void release(PurchaseKey key);

    /**
     * Releases what was reserved or spent: the order was cancelled, so it takes no money. A next order must be granted
     * like a first one.
     */
    void cancel(PurchaseKey key);

    /** Turns the reservation into money spent: the order exists. */
    void settle(PurchaseKey key, Money withTax);

    /** Grants everything; for callers whose only limit is {@link Purchase#maxPriceWithTax()}. */
    static Budget unlimited() {
        return new Budget() {
            @Override
            public Optional<String> reserve(PurchaseKey key, Money withTax) {
                return Optional.empty();
            }

            @Override
            public void release(PurchaseKey key) {
                // nothing was reserved
            }

            @Override
            public void cancel(PurchaseKey key) {
                // nothing was reserved
            }

            @Override
            public void settle(PurchaseKey key, Money withTax) {
                // nothing was reserved
            }
        };
    }
}
