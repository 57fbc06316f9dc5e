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
package io.github.camelovh.domain.app.zone;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.dns.RecordList;
import io.github.camelovh.domain.dns.ZoneFile;
import io.github.camelovh.domain.dns.ZoneRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Records as they stand in a file, each with its line. Used by one thread. */
final class PlacedRecords {
    private final List<Map<String, Object>> members = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();

    /**
     * Adds a record.
     *
     * @param line counted from 1
     * @param record its members, see {@link RecordList}
     */
    void add(long line, Map<String, Object> record) {
        members.add(record);
        lines.add(line);
        if (members.size() >= ZoneFile.TOO_MANY) {
            throw new WishFileException("The file is refused, and nothing was changed: line " + line + ": the file has "
                    + ZoneFile.TOO_MANY + " records or more, and only files with fewer are read");
        }
    }

    /** The records of a zone, all faults told by line. */
    List<ZoneRecord> of(DomainName zone) {
        return RecordList.of(members, zone, index -> "line " + lines.get(index));
    }
}
