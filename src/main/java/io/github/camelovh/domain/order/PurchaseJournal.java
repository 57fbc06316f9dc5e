// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.Optional;

/**
 * Where a purchase writes down what it is about to do, <em>before</em> it does it. A ledger implements it; {@link #none()} is
 * for use without one. Implementations are thread-safe and hold no transaction open when they return.
 */
public interface PurchaseJournal {

    /**
     * Writes that {@code step} is entered.
     *
     * @return false when somebody else has this purchase; the caller then stops without an effect
     */
    boolean enter(PurchaseKey key, PurchaseStep step, PurchaseFacts facts);

    /** The last entry for this key, if there is one. */
    Optional<PurchaseRecord> find(PurchaseKey key);

    /** The one name that an order was made for; empty where nothing is written of the order. */
    default Optional<DomainName> orderedFor(long orderId) {
        return Optional.empty();
    }

    /** Remembers nothing and stops nobody: the cart's description is then the only record. */
    static PurchaseJournal none() {
        return new PurchaseJournal() {
            @Override
            public boolean enter(PurchaseKey key, PurchaseStep step, PurchaseFacts facts) {
                return true;
            }

            @Override
            public Optional<PurchaseRecord> find(PurchaseKey key) {
                return Optional.empty();
            }
        };
    }
}
