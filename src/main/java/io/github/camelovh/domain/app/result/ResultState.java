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
    UNFINISHED;

    /** The word that stands in files, and in their names. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
