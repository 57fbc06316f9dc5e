// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.Optional;

/**
 * Records what a purchase is about to do, <em>before</em> it does it. A ledger implements it; {@link #none()} is for
 * use without a ledger. Implementations are thread-safe and have no open transaction when they return.
 */
public interface PurchaseJournal {

    /**
     * Records that {@code step} is entered.
     *
     * @return false when somebody else has this purchase; the caller must then stop without an effect
     */
    boolean enter(PurchaseKey key, PurchaseStep step, PurchaseFacts facts);

    /** The last entry for this key, if there is one. */
    Optional<PurchaseRecord> find(PurchaseKey key);

    /** The one name for which an order was created; empty if the order is not recorded. */
    default Optional<DomainName> orderedFor(long orderId) {
        return Optional.empty();
    }

    /** Whether it keeps what it is told, so that a purchase which it does not have was never begun with it. */
    default boolean keeps() {
        return true;
    }

    /** Records nothing and never stops a run: the cart's description is then the only record. */
    static PurchaseJournal none() {
        return new PurchaseJournal() {
            @Override
            public boolean keeps() {
                return false;
            }

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
