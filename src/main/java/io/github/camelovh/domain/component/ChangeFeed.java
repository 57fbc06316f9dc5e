// SPDX-License-Identifier: Apache-2.0
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
