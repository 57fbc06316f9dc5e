// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.util.EnumSet;
import java.util.Set;

/** Where one requested action on one name stands; {@link Transitions} says how it goes on. */
public enum RequestState {
    /** The row is in the ledger and valid; what it costs or changes is not known yet. */
    RECEIVED,
    /** What it costs or changes is known and waits for approval. */
    PLANNED,
    /** Approved, and waiting for somebody to do it. */
    APPROVED,
    /** A worker holds a lease on it and may have called the API; whoever finds it abandoned looks before acting. */
    EXECUTING,
    /** It was ordered or sent; the delivery, the registry's task or somebody's answer is awaited. */
    AWAITING,
    /** The aim is reached: the name is ours, or as the row wished. */
    DONE,
    /** Not done, for a reason that the file or the limits gave; nothing was bought. */
    REFUSED,
    /** Not done, because the API said no for good. */
    FAILED,
    /** Not known, or not completed in time: a person decides, and may resume it. */
    UNFINISHED,
    /** Not done and never begun, because a person rejected its plan or cancelled it, or a newer file replaced it. */
    CANCELLED;

    /** Whether the row has its result; only {@link #UNFINISHED} may be resumed from there. */
    public boolean isFinal() {
        return FINAL.contains(this);
    }

    /**
     * Whether another request for the same thing of a name is a duplicate of one in this state. An unfinished request
     * is still open: its order may exist, so it must be resumed rather than asked for again.
     */
    public boolean isOpen() {
        return !CLOSED.contains(this);
    }

    private static final Set<RequestState> FINAL = EnumSet.of(DONE, REFUSED, FAILED, UNFINISHED, CANCELLED);
    private static final Set<RequestState> CLOSED = EnumSet.of(DONE, REFUSED, FAILED, CANCELLED);
}
