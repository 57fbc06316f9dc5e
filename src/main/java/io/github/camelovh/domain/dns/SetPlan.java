// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.util.List;
import java.util.Objects;

/**
 * What would make one record set as wished.
 *
 * @param set the set
 * @param changes the writes; empty when it is as wished, or refused
 * @param refusal why it may not or cannot be, naming the option that opens it if there is one; null when nothing speaks
 *     against it
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
