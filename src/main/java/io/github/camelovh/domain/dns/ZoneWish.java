// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.List;
import java.util.Objects;

/**
 * How a zone should be.
 *
 * @param zone its name
 * @param records all that it should have, as far as {@code ownership} goes
 * @param ownership what of the zone is ours to change
 * @param guards how far the change may go unasked
 * @param importAbove how much of the zone has to change, in percent of the records that it has and gets, before one import of
 *     the whole zone is sent in place of the single writes, 0 to 100; null: never
 */
public record ZoneWish(
        DomainName zone, List<ZoneRecord> records, Ownership ownership, GuardSettings guards, Integer importAbove) {
    public ZoneWish {
        Objects.requireNonNull(zone, "zone");
        records = List.copyOf(records);
        Objects.requireNonNull(ownership, "ownership");
        Objects.requireNonNull(guards, "guards");
        if (importAbove != null && (importAbove < 0 || importAbove > 100)) {
            throw new IllegalArgumentException("importAbove lies between 0 and 100 percent, not " + importAbove);
        }
    }

    /** A wish that is led to record by record. */
    public ZoneWish(DomainName zone, List<ZoneRecord> records, Ownership ownership, GuardSettings guards) {
        this(zone, records, ownership, guards, null);
    }

    /** A wish for the whole zone, with the usual guards. */
    public static ZoneWish of(DomainName zone, List<ZoneRecord> records) {
        return new ZoneWish(zone, records, Ownership.ALL, GuardSettings.DEFAULT);
    }

    /** The same wish, with another share above which one import serves; null for never. */
    public ZoneWish importingAbove(Integer percent) {
        return new ZoneWish(zone, records, ownership, guards, percent);
    }
}
