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
package io.github.camelovh.domain.app.zone;

import java.util.Locale;

/** Where a zone file stands. */
public enum ZoneState {
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

    private final String shelf;

    ZoneState(String shelf) {
        this.shelf = shelf;
    }

    /** The folder below {@code zones/} where a file in this state lies. */
    public String shelf() {
        return shelf;
    }

    /** For summaries. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
