// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was done to a zone.
 *
 * @param plan what was to be done
 * @param written how many of its changes were made, counted from its beginning; of an import all, once it may have had its
 *     effect
 * @param refreshed whether the name servers were told
 * @param before the zone, or the one name of an upsert, as it was before the first write, the restore point: {@link ZoneSync#undo} leads back to it; null
 *     when nothing was written
 */
public record ZoneApplied(ZonePlan plan, int written, boolean refreshed, ZoneSnapshot before) {
    public ZoneApplied {
        Objects.requireNonNull(plan, "plan");
    }

    /** Where {@link ZoneSync#undo} leads back to; empty when nothing was written. */
    public Optional<ZoneSnapshot> restorePoint() {
        return Optional.ofNullable(before);
    }

    /** Whether all was done. */
    public boolean isWhole() {
        return written == plan.changes().size();
    }

    /** The changes that were not made. */
    public List<ZoneChange> left() {
        return plan.changes().subList(written, plan.changes().size());
    }
}
