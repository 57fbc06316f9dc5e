// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zonefile;

import java.util.Locale;

/** Where a zone file stands. */
public enum ZoneFileState {
    /** The zone is as the file wishes. */
    UNCHANGED(".done"),
    /** It may be applied now. */
    READY(".waiting"),
    /** Somebody has to approve its plan; nothing was changed. */
    WAITING(".waiting"),
    /** All of it was written, and is served. */
    APPLIED(".done"),
    /** It was begun and broke off; the same file again is the rest. */
    UNFINISHED(".failed");

    private final String folder;

    ZoneFileState(String folder) {
        this.folder = folder;
    }

    /** The folder below {@code zones/} where a file in this state lies. */
    public String folder() {
        return folder;
    }

    /** For summaries. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
