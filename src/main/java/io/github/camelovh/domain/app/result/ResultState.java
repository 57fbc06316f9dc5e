// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

import java.util.Locale;

/** How a row ended; each row ends in exactly one of these states. */
public enum ResultState {
    /** The row's request is fulfilled, now or already before. */
    DONE,
    /** Not done, for a reason in the file or because of a limit; nothing was bought. */
    REFUSED,
    /** Not done, because OVHcloud refused for good. */
    FAILED,
    /** Not known, or not completed in time: a person decides. */
    UNFINISHED,
    /** Not done and never begun, because a person rejected or cancelled it, or a newer file replaced it. */
    CANCELLED;

    /** The word in files, and in their names. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
