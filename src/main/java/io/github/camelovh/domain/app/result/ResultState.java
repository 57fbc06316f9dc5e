// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

import java.util.Locale;

/** How a row ended; each row ends in exactly one of these. */
public enum ResultState {
    /** What the row asks for is so, whether it was bought now or was there already. */
    DONE,
    /** Not done, for a reason that lies in the file or in a limit; nothing was bought. */
    REFUSED,
    /** Not done, because OVHcloud said no for good. */
    FAILED,
    /** Not known, or not completed in time: a person decides. */
    UNFINISHED,
    /** Not done and never begun, because a person rejected or cancelled it, or a newer file replaced it. */
    CANCELLED;

    /** The word that stands in files, and in their names. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
