// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was done to a zone.
 *
 * @param plan the plan
 * @param written how many of its changes were made, counted from the beginning; for an import all, if it may have taken
 * effect
 * @param refreshed whether the zone was refreshed on the name servers
 * @param before the restore point: the zone, or the one name of an upsert, before the first write; {@link
 * ZoneSync#undo} restores it; null when nothing was written
 */
public record ZoneApplied(ZonePlan plan, int written, boolean refreshed, ZoneSnapshot before) {
    public ZoneApplied {
        Objects.requireNonNull(plan, "plan");
    }

    /** The state that {@link ZoneSync#undo} restores; empty when nothing was written. */
    public Optional<ZoneSnapshot> restorePoint() {
        return Optional.ofNullable(before);
    }

    /** Whether everything was done. */
    public boolean isWhole() {
        return written == plan.changes().size();
    }

    /** The changes that were not made. */
    public List<ZoneChange> left() {
        return plan.changes().subList(written, plan.changes().size());
    }
}
