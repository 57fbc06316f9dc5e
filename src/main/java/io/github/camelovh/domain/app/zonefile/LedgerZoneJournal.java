// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zonefile;

import io.github.camelovh.domain.api.ApiJson;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.ledger.ZoneRepository;
import io.github.camelovh.domain.app.result.PendingFile;
import io.github.camelovh.domain.dns.RecordList;
import io.github.camelovh.domain.dns.RecordSet;
import io.github.camelovh.domain.dns.ZoneJournal;
import io.github.camelovh.domain.dns.ZoneRecord;
import io.github.camelovh.domain.dns.ZoneSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Notes in the ledger how changes of zones stand, for all nodes; and writes the restore point to the outbox, for people. One worker
 * changes a zone at a time, as all rows of a name are claimed together. Thread-safe.
 */
public final class LedgerZoneJournal implements ZoneJournal {
    private final ZoneRepository zones;
    private final Path outbox;

    /** @param outbox where restore points are written */
    public LedgerZoneJournal(ZoneRepository zones, Path outbox) {
        this.zones = zones;
        this.outbox = outbox;
    }

    @Override
    public boolean isBegun(DomainName zone) {
        return zones.isBegun(zone.ascii());
    }

    @Override
    public void begin(ZoneSnapshot before) {
        try {
            String restorePoint =
                    ApiJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(before);
            zones.begin(before.zone().ascii(), restorePoint);
            // That of a change which broke off, perhaps on another node, is the one to go back to.
            PendingFile.write(
                    outbox.resolve(before.zone() + ".before.json"),
                    zones.restorePoint(before.zone().ascii()).orElse(restorePoint));
        } catch (IOException e) {
            throw new UncheckedIOException("The restore point of " + before.zone() + " could not be written", e);
        }
    }

    @Override
    public void nothingWritten(DomainName zone) {
        zones.notBegun(zone.ascii());
    }

    /** Where the whole zone was synced with a file before, these sets are part of what it should be from now on. */
    @Override
    public void amended(DomainName zone, List<RecordSet> sets) {
        zones.records(zone.ascii())
                .ifPresentOrElse(
                        json -> {
                            List<ZoneRecord> records = RecordList.read(json, zone);
                            for (RecordSet set : sets) {
                                records = set.in(records);
                            }
                            synced(zone, records);
                        },
                        () -> zones.notBegun(zone.ascii()));
    }

    @Override
    public void synced(DomainName zone, List<ZoneRecord> records) {
        zones.synced(zone.ascii(), RecordList.write(records));
    }

    @Override
    public boolean syncedUnlessBegun(DomainName zone, List<ZoneRecord> records) {
        return zones.syncedUnlessBegun(zone.ascii(), RecordList.write(records));
    }

    @Override
    public Writes recent() {
        return zones.recent();
    }
}
