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
package io.github.camelovh.domain.component;

import java.util.List;
import java.util.Set;

/** Where a consumer learns what changed. Used by one thread at a time. */
interface ChangeFeed {

    /**
     * Asks for what may have changed since the last poll; may name the same change again.
     *
     * @param ledger what was handed out already, so that settled things need not be asked for
     * @return oldest first
     */
    List<Change> poll(ChangeLedger ledger);

    /** {@return the states that replace one another, see {@link ChangeLedger}} */
    Set<String> states();

    /** Takes note that a change was not processed, so that the next poll names it again. */
    void putBack(Change change);
}
