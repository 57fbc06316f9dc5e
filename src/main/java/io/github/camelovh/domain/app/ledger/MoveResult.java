// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

/** What became of an attempt to move a request. */
public sealed interface MoveResult {
    /**
     * The request moved.
     *
     * @param claim the hold as it is now; gone once the request left {@code EXECUTING}
     */
    record Moved(Claim claim) implements MoveResult {}

    /**
     * Nothing was changed: another worker has the request by now, or it moved. An expected race, and no error: the
     * worker drops it.
     *
     * @param why how the request stands now
     */
    record Lost(String why) implements MoveResult {}

    /** Whether the request moved. */
    default boolean moved() {
        return this instanceof Moved;
    }
}
