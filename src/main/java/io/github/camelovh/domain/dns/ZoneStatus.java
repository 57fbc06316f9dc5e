// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.util.List;

/**
 * Whether the edited zone is served, from {@code GET /domain/zone/{zoneName}/status}.
 *
 * @param isDeployed whether the name servers have the latest edits; may stay false because of warnings only
 * @param errors what prevents the zone from being served; empty for nothing
 * @param warnings what is unusual about the zone; empty for nothing
 */
public record ZoneStatus(boolean isDeployed, List<String> errors, List<String> warnings) {
    public ZoneStatus {
        errors = errors == null ? List.of() : List.copyOf(errors);
        warnings = warnings == null ? List.of() : List.copyOf(warnings);
    }

    /** Whether edits wait for a refresh: not served, and there is no other reason. */
    public boolean waitsForRefresh() {
        return !isDeployed && errors.isEmpty() && warnings.isEmpty();
    }
}
