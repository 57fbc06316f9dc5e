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
package io.github.camelovh.domain.app.change;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which kind of change does which rows. Immutable. */
public final class ChangeBook {
    private final Map<String, NameChange> byAction = new LinkedHashMap<>();

    /** @param kinds no two for one action */
    public ChangeBook(List<NameChange> kinds) {
        for (NameChange kind : kinds) {
            for (String action : kind.actions()) {
                if (byAction.put(action, kind) != null) {
                    throw new IllegalArgumentException("Two kinds of change want to do " + action);
                }
            }
        }
    }

    /**
     * The kind of change that does rows of an action.
     *
     * @throws IllegalStateException if none does; such a row is refused when it is read
     */
    public NameChange of(String action) {
        NameChange kind = byAction.get(action);
        if (kind == null) {
            throw new IllegalStateException(
                    "No kind of change does \"" + action + "\"; known are " + byAction.keySet());
        }
        return kind;
    }
}
