// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.List;
import java.util.Objects;

/**
 * How some record sets of a zone should be.
 *
 * @param zone the zone
 * @param sets at least one, all of this zone
 * @param ownership what of the zone is ours to change
 * @param guards how far the change may go unasked
 * @param journal where it is noted how the change stands
 */
public record RecordSetsRequest(
        DomainName zone, List<RecordSet> sets, Ownership ownership, GuardSettings guards, ZoneJournal journal) {
    public RecordSetsRequest {
        Objects.requireNonNull(zone);
        sets = List.copyOf(sets);
        Objects.requireNonNull(ownership);
        Objects.requireNonNull(guards);
        Objects.requireNonNull(journal);
        if (sets.isEmpty() || sets.stream().anyMatch(set -> !set.zone().equals(zone))) {
            throw new IllegalArgumentException(
                    "At least one record set of " + zone + " is needed, and none of another zone");
        }
    }

    /** Whether a set may be changed as far as it is ours. */
    boolean mayChange(RecordSet set) {
        return set.isOf(ownership) || guards.opens(Guard.FOREIGN);
    }
}
