// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parses {@code transfer} rows. */
final class TransferParser implements RowParser {
    private static final String KEEP = "keep";

    @Override
    public Optional<RowCommand> parse(RowCells row, ReadOptions options) {
        DomainName domain = CellReading.domain(row);
        String period = CellReading.period(row);
        String contact = CellReading.ownerContact(row);
        Map<String, String> owner = CellReading.owner(row);
        Money maxPrice = CellReading.maxPrice(row, options.currency());
        boolean keeps = row.text(Columns.NAME_SERVERS).equalsIgnoreCase(KEEP);
        List<String> nameServers = keeps ? List.of() : CellReading.nameServers(row);
        String zoneFile = zoneFile(row);
        if (keeps && zoneFile != null) {
            row.refuse(
                    Columns.ZONE_FILE, "has a zone file, but the current name servers are kept", "fill one of the two");
        }
        if (!row.refusals().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RowCommand.Transfer(
                domain,
                period,
                contact,
                owner,
                maxPrice,
                zoneFile,
                nameServers,
                keeps,
                row.group(Columns.CONFIG),
                row.text(Columns.NOTE)));
    }

    /** A file below the folder {@code carry/}, and nowhere else. */
    static String zoneFile(RowCells row) {
        String written = row.text(Columns.ZONE_FILE);
        if (written.isEmpty()) {
            return null;
        }
        String mend = "write the name of a file in the folder carry/ of the data folder, such as example.com.zone";
        try {
            Path path = Path.of(written);
            boolean inside = !path.isAbsolute() && path.normalize().equals(path) && !path.startsWith("..");
            if (inside) {
                return written;
            }
            row.refuse(Columns.ZONE_FILE, "\"" + RowCells.shown(written) + "\" is outside the folder carry/", mend);
        } catch (InvalidPathException e) {
            row.refuse(Columns.ZONE_FILE, "\"" + RowCells.shown(written) + "\" is not a file name", mend);
        }
        return null;
    }
}
