// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.model.Money;
import java.util.Optional;

/**
 * Money set aside before a checkout, so that two buyers who look at the same limit cannot both pass it. Thread-safe; every
 * call may be repeated for one key without counting twice.
 */
public interface Budget {

    /**
     * Sets {@code withTax} aside for {@code key}.
     *
     * @return empty when granted, else a sentence that says which limit stands against it
     */
    Optional<String> reserve(PurchaseKey key, Money withTax);

    /** Gives back what was set aside: it is sure that nothing was ordered. */
    void release(PurchaseKey key);

    /** Turns what was set aside into money spent: the order exists. */
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
                // nothing was set aside
            }

            @Override
            public void settle(PurchaseKey key, Money withTax) {
                // nothing was set aside
            }
        };
    }
}
