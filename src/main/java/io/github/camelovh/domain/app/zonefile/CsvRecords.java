// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zonefile;

import io.github.camelovh.domain.app.row.CsvRow;
import io.github.camelovh.domain.app.row.ReadOptions;
import io.github.camelovh.domain.app.row.RowReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Records in a table: {@code subDomain} or {@code name}, {@code type}, {@code target} or {@code value}, {@code ttl}. */
final class CsvRecords {
    private static final Map<String, String> COLUMNS = columns();

    private CsvRecords() {}

    private static Map<String, String> columns() {
        Map<String, String> known = new LinkedHashMap<>();
        for (String column :
                List.of("subDomain", "name", "type", "fieldType", "target", "value", "ttl", "id", "zone")) {
            known.put(column.toLowerCase(Locale.ROOT), column);
        }
        return known;
    }

    static PlacedRecords read(InputStream in, Charset encoding) throws IOException {
        ReadOptions options = ReadOptions.inCurrency("EUR").withCharset(encoding);
        PlacedRecords records = new PlacedRecords();
        try (RowReader rows = new RowReader(in, options)) {
            if (!rows.hasNext()) {
                throw refused(1, "there is no header line such as subDomain,type,target,ttl");
            }
            List<String> header = header(rows.next());
            while (rows.hasNext()) {
                CsvRow row = rows.next();
                records.add(row.line(), members(header, row));
            }
        }
        return records;
    }

    private static List<String> header(CsvRow row) {
        List<String> header = new ArrayList<>();
        for (String cell : row.cells()) {
            String column = COLUMNS.get(cell.strip().toLowerCase(Locale.ROOT));
            if (column == null || header.contains(column)) {
                throw refused(
                        row.line(),
                        column == null
                                ? "there is no column \"" + cell.strip() + "\"; known are " + COLUMNS.values()
                                : "the column " + column + " stands there twice");
            }
            header.add(column);
        }
        return header;
    }

    private static Map<String, Object> members(List<String> header, CsvRow row) {
        List<String> cells = row.cells();
        if (cells.size() > header.size() || (row.cutOff() && cells.size() < header.size())) {
            throw refused(
                    row.line(),
                    "the row has " + cells.size() + " cells, the header names " + header.size()
                            + (row.cutOff() ? "; is the file cut off?" : "; put a cell with the separator in quotes"));
        }
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            members.put(header.get(i), cells.get(i).strip());
        }
        return members;
    }

    private static ZoneFileException refused(long line, String why) {
        return new ZoneFileException("The list is refused, and nothing was changed: line " + line + ": " + why);
    }
}
