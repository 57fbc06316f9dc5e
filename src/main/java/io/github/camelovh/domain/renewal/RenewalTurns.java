// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.renewal;

import io.github.camelovh.domain.order.PurchaseKey;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which renewals of one account are being made in this process: two threads that look at the same moment would both find no
 * order. Processes keep out of each other's way by a ledger that they share. Thread-safe.
 */
public final class RenewalTurns {
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    boolean take(PurchaseKey key) {
        return taken.add(key.text());
    }

    void giveBack(PurchaseKey key) {
        taken.remove(key.text());
    }
}
