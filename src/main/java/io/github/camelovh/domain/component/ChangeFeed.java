// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import java.util.List;
import java.util.Set;

/** The source of a consumer's changes. Used by one thread at a time. */
interface ChangeFeed {

    /**
     * Reads what may have changed since the last poll; may return the same change again.
     *
     * @param ledger the changes that were passed on already, so that finished subjects need not be read
     * @return oldest first
     */
    List<Change> poll(ChangeLedger ledger);

    /** {@return the states that replace one another, see {@link ChangeLedger}} */
    Set<String> states();

    /** Records that a change was not processed, so that the next poll returns it again. */
    void putBack(Change change);
}
