// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.ArrayList;
import java.util.List;

/** Writes a zone file: one record per line, by name, the apex first. */
final class ZoneFileWriter {

    private ZoneFileWriter() {}

    static String write(DomainName zone, List<ZoneRecord> records, ZoneSoa soa, long defaultTtl) {
        List<String> problems = new ArrayList<>();
        List<Entry> entries = new ArrayList<>(records.size());
        for (ZoneRecord record : records) {
            Entry entry = Entry.of(zone, record, 0);
            entries.add(entry);
            if (!entry.form().readable()) {
                problems.add(record + " cannot be parsed, so no file can contain it");
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidRecordsException("The zone file for " + zone, problems);
        }
        entries.sort(Entry.ORDER);
        var text = new StringBuilder("$ORIGIN ").append(zone).append(".\n");
        if (defaultTtl > 0) {
            text.append("$TTL ").append(defaultTtl).append('\n');
        }
        if (soa != null) {
            text.append("@ IN SOA ").append(soa).append('\n');
        }
        for (Entry entry : entries) {
            line(entry, text);
        }
        return text.toString();
    }

    private static void line(Entry entry, StringBuilder text) {
        text.append(entry.owner().isEmpty() ? "@" : entry.owner());
        if (entry.value().ttl() > 0) {
            text.append(' ').append(entry.value().ttl());
        }
        text.append(" IN ")
                .append(entry.form().type())
                .append(' ')
                .append(entry.form().data())
                .append('\n');
    }
}
