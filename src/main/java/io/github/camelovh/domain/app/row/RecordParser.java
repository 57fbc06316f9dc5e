// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.dns.InvalidRecordsException;
import io.github.camelovh.domain.dns.RecordSet;
import io.github.camelovh.domain.dns.RecordType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Parses {@code set-record} and {@code delete-record} rows. */
final class RecordParser implements RowParser {
    private static final List<String> TYPES =
            Arrays.stream(RecordType.values()).map(RecordType::name).toList();

    private final String action;

    /** @param action {@link RowCommand.ChangeRecords#SET} or {@link RowCommand.ChangeRecords#DELETE} */
    RecordParser(String action) {
        this.action = action;
    }

    @Override
    public Optional<RowCommand> parse(RowCells row, ReadOptions options) {
        DomainName zone = CellReading.domain(row);
        RecordType type = type(row);
        List<String> targets = targets(row);
        long ttl = ttl(row);
        boolean goes = action.equals(RowCommand.ChangeRecords.DELETE);
        if (targets.isEmpty() && !goes) {
            row.refuse(
                    Columns.TARGET,
                    "is empty",
                    "write the values of the records, one on each line of the cell; to remove them, use "
                            + RowCommand.ChangeRecords.DELETE);
        }
        boolean apexNs = type == RecordType.NS && row.text(Columns.SUB_DOMAIN).matches("@?");
        if (goes && targets.isEmpty() && apexNs) {
            row.refuse(Columns.TARGET, "is empty", "write the one to delete: a zone needs its name servers");
        }
        if (!row.refusals().isEmpty()) {
            return Optional.empty();
        }
        try {
            String name = row.text(Columns.SUB_DOMAIN);
            RecordSet set =
                    goes ? RecordSet.without(zone, name, type, targets) : RecordSet.of(zone, name, type, targets, ttl);
            return Optional.of(new RowCommand.ChangeRecords(zone, set, action));
        } catch (InvalidRecordsException e) {
            e.problems().forEach(problem -> row.refuse(Columns.TARGET, problem, "correct the record"));
            return Optional.empty();
        }
    }

    /** One for each line of the cell. */
    static List<String> targets(RowCells row) {
        return row.text(Columns.TARGET)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Null where the cell is refused. */
    static RecordType type(RowCells row) {
        String written = row.text(Columns.FIELD_TYPE);
        Optional<RecordType> type = RecordType.named(written);
        if (type.isEmpty()) {
            row.refuse(
                    Columns.FIELD_TYPE,
                    written.isEmpty()
                            ? "is empty"
                            : "\"" + RowCells.shown(written) + "\" is not a record type of a zone at OVHcloud",
                    "write one of: " + String.join(", ", TYPES));
        }
        return type.orElse(null);
    }

    /** Seconds; 0, the zone's default, if the cell is empty. */
    static long ttl(RowCells row) {
        String written = row.text(Columns.TTL);
        if (!written.matches("\\d{0,9}")) {
            row.refuse(
                    Columns.TTL,
                    "\"" + RowCells.shown(written) + "\" is not a number of seconds",
                    "write at least 60 seconds, or leave it empty for the default of the zone");
            return 0;
        }
        return written.isEmpty() ? 0 : Long.parseLong(written);
    }
}
