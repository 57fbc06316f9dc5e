// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zonefile;

import io.github.camelovh.domain.app.ledger.ZoneRepository;
import java.util.List;
import java.util.Map;

/** The zones that were synced with a file, and what with. */
public interface SyncedZones {
    /** Their names, in order. */
    List<String> names();

    /**
     * What a zone was last synced with.
     *
     * @param zone one of {@link #names}
     * @return its records, JSON
     */
    String records(String zone);

    /** As the ledger has them. */
    static SyncedZones in(ZoneRepository zones) {
        return new SyncedZones() {
            @Override
            public List<String> names() {
                return zones.synced();
            }

            @Override
            public String records(String zone) {
                return zones.records(zone).orElseThrow();
            }
        };
    }

    /**
     * As somebody told.
     *
     * @param records by zone, JSON
     */
    static SyncedZones of(Map<String, String> records) {
        return new SyncedZones() {
            @Override
            public List<String> names() {
                return records.keySet().stream().sorted().toList();
            }

            @Override
            public String records(String zone) {
                return records.get(zone);
            }
        };
    }
}
