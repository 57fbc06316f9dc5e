// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zonefile;

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
            throw new ZoneFileException("The file is refused, and nothing was changed: line " + line + ": the file has "
                    + ZoneFile.TOO_MANY + " records or more, and only files with fewer are read");
        }
    }

    /**
     * Gives a name to all records so far that were added without one from outside.
     *
     * @return false if one of them has a name of its own
     */
    boolean nameUnnamed(String name) {
        return members.stream().allMatch(record -> record.put("name", name) == null);
    }

    /** The records of a zone, all faults told by line. */
    List<ZoneRecord> of(DomainName zone) {
        return RecordList.of(members, zone, index -> "line " + lines.get(index));
    }
}
