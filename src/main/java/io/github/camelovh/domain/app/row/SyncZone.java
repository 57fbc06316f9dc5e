// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.dns.RecordList;
import io.github.camelovh.domain.dns.ZoneRecord;
import java.util.List;
import java.util.Objects;

/**
 * Makes a whole zone as its dropped file says. No row of a CSV file asks for it: a zone file is the one row of its own file.
 *
 * @param domain the zone
 * @param records all that it should have, in the file's order
 */
public record SyncZone(DomainName domain, List<ZoneRecord> records) implements RowCommand {
    /** The action's name. */
    public static final String ACTION = "sync-zone";

    /** In the ledger only: results show the zone and what became of it. */
    static final String RECORDS = "records";

    public SyncZone {
        Objects.requireNonNull(domain);
        records = List.copyOf(records);
    }

    @Override
    public String action() {
        return ACTION;
    }

    /** As the ledger keeps it. */
    public StoredRow stored() {
        return new StoredRow(
                List.of(Columns.ACTION, Columns.DOMAIN, RECORDS),
                List.of(ACTION, domain.ascii(), RecordList.write(records)));
    }

    /** The reverse of {@link #stored}. */
    static SyncZone of(StoredRow row) {
        DomainName zone = DomainName.of(row.cells().get(1));
        return new SyncZone(zone, RecordList.read(row.cells().get(2), zone));
    }
}
