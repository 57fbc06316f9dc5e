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
