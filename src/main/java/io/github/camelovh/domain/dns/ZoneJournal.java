// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.List;

/**
 * Where it is noted how changes of zones stand, so that a crash takes neither the way back nor the refresh that is owed.
 * Implementations are thread-safe for different zones.
 */
public interface ZoneJournal {
    /** Notes nothing. */
    static ZoneJournal none() {
        return new ZoneJournal() {
            @Override
            public boolean isBegun(DomainName zone) {
                return false;
            }

            @Override
            public void begin(ZoneSnapshot before) {}

            @Override
            public void nothingWritten(DomainName zone) {}

            @Override
            public void amended(DomainName zone, List<RecordSet> sets) {}

            @Override
            public void synced(DomainName zone, List<ZoneRecord> records) {}

            @Override
            public boolean syncedUnlessBegun(DomainName zone, List<ZoneRecord> records) {
                return true;
            }

            @Override
            public Writes recent() {
                return new Writes(0, 0);
            }
        };
    }

    /**
     * What whole-zone plans write in all zones together.
     *
     * @param updates how many records they update
     * @param deletes how many records they delete
     */
    record Writes(int updates, int deletes) {
        /** What a plan writes, by its lines. */
        public static Writes of(String plan) {
            return new Writes(lines(plan, "~ "), lines(plan, "- "));
        }

        private static int lines(String plan, String start) {
            return (int) plan.lines().filter(line -> line.startsWith(start)).count();
        }

        /** Both together. */
        public Writes plus(Writes more) {
            return new Writes(updates + more.updates, deletes + more.deletes);
        }
    }

    /** Whether a change was begun and its end was not noted, so that a refresh may be owed. */
    boolean isBegun(DomainName zone);

    /**
     * Notes that a change begins; called right before its first write.
     *
     * @param before the way back; that of a change which broke off is kept until its end, as it leads back further
     */
    void begin(ZoneSnapshot before);

    /** Notes that a change was begun, and wrote nothing. */
    void nothingWritten(DomainName zone);

    /** Notes that record sets of the zone are as they were wished, and served. */
    void amended(DomainName zone, List<RecordSet> sets);

    /** Notes that the whole zone is as it was wished, and served. */
    void synced(DomainName zone, List<ZoneRecord> records);

    /**
     * Notes that the whole zone was found as it is wished, unless a change was begun and its end was not noted: then a refresh may be
     * owed, and whoever makes that change may be at it now.
     *
     * @return false if a change was begun; nothing was noted then
     */
    boolean syncedUnlessBegun(DomainName zone, List<ZoneRecord> records);

    /** What the whole-zone plans approved within the last hour write, by which the limits over all zones are measured. */
    Writes recent();
}
