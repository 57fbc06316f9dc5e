// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.List;
import java.util.Objects;

/**
 * The desired state of a zone.
 *
 * @param zone its name
 * @param records all desired records, as far as {@code ownership} includes them
 * @param ownership which records of the zone are ours to change
 * @param guards what the change may do without a further permission
 * @param importAbove the share of the zone that must change, in percent of the records that it has and gets, before one
 * import of the whole zone replaces the single writes, 0 to 100; null: never
 */
public record ZoneWish(
        DomainName zone, List<ZoneRecord> records, Ownership ownership, GuardSettings guards, Integer importAbove) {
    public ZoneWish {
        Objects.requireNonNull(zone, "zone");
        records = List.copyOf(records);
        Objects.requireNonNull(ownership, "ownership");
        Objects.requireNonNull(guards, "guards");
        if (importAbove != null && (importAbove < 0 || importAbove > 100)) {
            throw new IllegalArgumentException("importAbove is between 0 and 100 percent, not " + importAbove);
        }
    }

    /** A desired state that is written record by record. */
    public ZoneWish(DomainName zone, List<ZoneRecord> records, Ownership ownership, GuardSettings guards) {
        this(zone, records, ownership, guards, null);
    }

    /** The desired state of the whole zone, with the default guards. */
    public static ZoneWish of(DomainName zone, List<ZoneRecord> records) {
        return new ZoneWish(zone, records, Ownership.ALL, GuardSettings.DEFAULT);
    }

    /** The same with another share above which one import is used; null for never. */
    public ZoneWish importingAbove(Integer percent) {
        return new ZoneWish(zone, records, ownership, guards, percent);
    }
}
