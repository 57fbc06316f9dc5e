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
package io.github.camelovh.domain.task;

import io.github.camelovh.domain.api.model.AuthCode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the buyer supplied for a name, and a repair may use. Immutable; never printed.
 *
 * @param labels configuration labels of the order and their values, for example {@code REASON}; never null
 * @param authCode the code of a transfer; null when none was given
 */
public record RepairFacts(Map<String, String> labels, AuthCode authCode) {

    /** Nothing was supplied. */
    public static final RepairFacts NONE = new RepairFacts(Map.of(), null);

    public RepairFacts {
        labels = Map.copyOf(labels);
    }

    @Override
    public String toString() {
        return "RepairFacts[labels " + new TreeMap<>(labels).keySet() + (authCode == null ? "" : ", auth code ***")
                + "]";
    }
}
