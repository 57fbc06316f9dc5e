// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.util.List;
import java.util.Objects;

/**
 * The plan for one record set.
 *
 * @param set the set
 * @param changes the writes; empty if there is no difference, or if it is refused
 * @param refusal why it is refused, with the option that opens it if there is one; null if it is not refused
 */
public record SetPlan(RecordSet set, List<ZoneChange> changes, String refusal) {
    public SetPlan {
        Objects.requireNonNull(set, "set");
        changes = List.copyOf(changes);
    }

    static SetPlan refused(RecordSet set, String why) {
        return new SetPlan(set, List.of(), why);
    }
}
