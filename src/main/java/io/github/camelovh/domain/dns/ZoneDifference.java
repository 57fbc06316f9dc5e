// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The changes of a zone between two serials. A record with changed data counts as one removed and one added record.
 *
 * @param zone the zone
 * @param formerSerial the serial of the last read; null if it was not read before, so that only the serial is known
 * @param serial the current serial
 * @param added new records
 * @param removed deleted records
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

    /** The differences in what is served; spelling does not count. */
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
