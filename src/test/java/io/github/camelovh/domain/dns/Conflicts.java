// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.List;

/** What cannot be in the same zone, as the planner finds it, with one hour as the default TTL. */
final class Conflicts {
    private static final long ZONE_TTL = 3600;

    private Conflicts() {}

    static List<String> of(DomainName zone, List<ZoneRecord> records) {
        List<Entry> entries =
                records.stream().map(record -> Entry.of(zone, record, ZONE_TTL)).toList();
        return Conflict.among(zone, entries, name -> true).stream()
                .map(Conflict::sentence)
                .toList();
    }
}
