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

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** Collects every move that a purchase of this test run took. */
final class MovesTaken {

    private static final Set<String> TAKEN = new ConcurrentSkipListSet<>();

    private MovesTaken() {}

    static void note(PurchaseStep from, PurchaseStep into) {
        if (from != null) {
            TAKEN.add(from + " -> " + into);
        }
    }

    static Set<String> all() {
        return new TreeSet<>(TAKEN);
    }
}
