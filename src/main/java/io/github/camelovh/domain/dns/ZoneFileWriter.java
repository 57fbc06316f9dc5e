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
                problems.add(record + " cannot be read, so no file can hold it");
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidRecordsException("What was to be written for " + zone, problems);
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
