// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What changed in a zone from one serial to the next. A record that changed its data is one that went and one that came.
 *
 * @param zone the zone
 * @param formerSerial the serial when it was read before; null when it was not, so that nothing is known but the serial
 * @param serial the serial now
 * @param added records that came
 * @param removed records that went
 */
public record ZoneDifference(
        DomainName zone, Long formerSerial, long serial, List<ZoneRecord> added, List<ZoneRecord> removed) {
    public ZoneDifference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /** A zone that is read for the first time. */
    static ZoneDifference first(ZoneSnapshot now) {
        return new ZoneDifference(now.zone(), null, now.serial(), List.of(), List.of());
    }

    /** What is served otherwise than before; spelling does not count. */
    static ZoneDifference between(ZoneSnapshot former, ZoneSnapshot now) {
        return new ZoneDifference(now.zone(), former.serial(), now.serial(), onlyIn(now, former), onlyIn(former, now));
    }

    private static List<ZoneRecord> onlyIn(ZoneSnapshot one, ZoneSnapshot other) {
        Set<RecordForm> there = new HashSet<>();
        other.values().forEach(record -> there.add(RecordForm.of(other.zone(), record, other.defaultTtl())));
        List<ZoneRecord> only = new ArrayList<>();
        for (ZoneRecord record : one.values()) {
            if (!there.contains(RecordForm.of(one.zone(), record, one.defaultTtl()))) {
                only.add(record);
            }
        }
        return only;
    }
}
