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
package io.github.camelovh.domain.app.ledger;

/** What became of an attempt to move a request. */
public sealed interface Move {
    /**
     * The request moved.
     *
     * @param claim the hold as it is now; gone once the request left {@code BUYING}
     */
    record Moved(Claim claim) implements Move {}

    /**
     * Nothing was changed: another worker has the request by now, or it moved. An expected race, and no error: the
     * worker drops it.
     *
     * @param why how the request stands now
     */
    record Lost(String why) implements Move {}

    /** Whether the request moved. */
    default boolean moved() {
        return this instanceof Moved;
    }
}
