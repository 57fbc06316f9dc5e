// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.renewal;

import io.github.camelovh.domain.order.PurchaseKey;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which renewals of one account are running in this process. Without it, two threads that check at the same moment
 * would both find no order. Processes are kept apart by their common ledger. Thread-safe.
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
