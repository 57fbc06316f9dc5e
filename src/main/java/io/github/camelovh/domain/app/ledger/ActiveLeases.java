// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import io.github.camelovh.domain.order.PurchaseKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What this process works on now: what the journal and the budget write under, and whose leases have to be extended
 * meanwhile. Thread-safe.
 */
public final class ActiveLeases {
    private final ConcurrentMap<String, Claim> held = new ConcurrentHashMap<>();

    /**
     * Begins work on a claim.
     *
     * @return false if this process still works on an earlier claim of the same purchase or row; leave the new one alone
     *     then, its lease ends by itself
     */
    public boolean hold(Claim claim) {
        return held.putIfAbsent(keyOf(claim), claim) == null;
    }

    /** Ends work on a claim; nothing if it is not held. */
    public void letGo(Claim claim) {
        held.remove(keyOf(claim), claim);
    }

    /** All that is held now. */
    public List<Claim> all() {
        return List.copyOf(held.values());
    }

    /** The claim of a purchase that this process works on. */
    public Optional<Claim> of(PurchaseKey key) {
        return Optional.ofNullable(held.get(key.text()));
    }

    /** No key of a purchase looks like the second form. */
    private static String keyOf(Claim claim) {
        return claim.purchaseKey() == null ? "request " + claim.requestId() : claim.purchaseKey();
    }
}
