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
import java.util.Objects;
import java.util.Optional;

/**
 * What was done to a zone.
 *
 * @param plan what was to be done
 * @param written how many of its changes were made, counted from its beginning; of an import all, once it may have had its
 *     effect
 * @param refreshed whether the name servers were told
 * @param before the zone, or the one name of an upsert, as it was before the first write, the restore point: {@link ZoneDesk#undo} leads back to it; null
 *     when nothing was written
 */
public record ZoneApplied(ZonePlan plan, int written, boolean refreshed, ZoneSnapshot before) {
    public ZoneApplied {
        Objects.requireNonNull(plan, "plan");
    }

    /** Where {@link ZoneDesk#undo} leads back to; empty when nothing was written. */
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
