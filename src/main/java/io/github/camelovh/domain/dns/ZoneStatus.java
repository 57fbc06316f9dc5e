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
package io.github.camelovh.domain.dns;

import java.util.List;

/**
 * Whether the edited zone is served, as {@code GET /domain/zone/{zoneName}/status} tells it.
 *
 * @param isDeployed whether the name servers have the latest edits; may stay false for mere warnings
 * @param errors what keeps the zone from being served; empty for nothing
 * @param warnings what is odd about the zone; empty for nothing
 */
public record ZoneStatus(boolean isDeployed, List<String> errors, List<String> warnings) {
    public ZoneStatus {
        errors = errors == null ? List.of() : List.copyOf(errors);
        warnings = warnings == null ? List.of() : List.copyOf(warnings);
    }

    /** Whether edits wait for a refresh: not served, and nothing else tells why. */
    public boolean waitsForRefresh() {
        return !isDeployed && errors.isEmpty() && warnings.isEmpty();
    }
}
