// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.camelovh.domain.app.row.FormulaGuard;
import io.github.camelovh.domain.portfolio.HeldName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes names as CSV or as lines of JSON, all of them or those that differ from an earlier table. Used by one thread.
 */
public final class PortfolioWriter {
    private static final List<String> COLUMNS = List.of(
            "domain",
            "expires",
            "state",
            "renewalState",
            "suspensionState",
            "lock",
            "dnssec",
            "nameServers",
            "owner",
            "admin",
            "tech",
            "billing",
            "serviceId",
            "tags",
            "updated");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Writer writer;
    private final CsvWriter csv;
    private final Map<String, String> before;
    private final Set<String> gone;
    private int written;

    /**
     * Begins the table; the caller closes the writer.
     *
     * @param json lines of JSON instead of CSV
     * @param before the lines of an earlier table by name ({@link #read}); empty: all names are written
     */
    public PortfolioWriter(Writer writer, boolean json, Map<String, String> before) {
        this.writer = writer;
        this.before = before;
        this.gone = new HashSet<>(before.keySet());
        this.csv = json
                ? null
                : CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
        if (csv != null) {
            csv.writeRecord(COLUMNS);
        }
    }

    /**
     * The lines of a table by name.
     *
     * @throws IOException if it cannot be read, or is not such a table
     */
    public static Map<String, String> read(Path table) throws IOException {
        Map<String, String> lines = new HashMap<>();
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(table)) {
            for (NamedCsvRecord each : records) {
                if (!each.getHeader().equals(COLUMNS)) {
                    throw new IOException(table + " is not a table of `ovh-domain scan`: its columns are "
                            + String.join(",", each.getHeader()));
                }
                lines.put(each.getField("domain"), String.join("\n", each.getFields()));
            }
        }
        return lines;
    }

    /** Writes a name, if it is new or different. */
    public void add(HeldName name) {
        List<String> cells = cells(name);
        gone.remove(name.name().ascii());
        if (String.join("\n", cells).equals(before.get(name.name().ascii()))) {
            return;
        }
        written++;
        if (csv != null) {
            csv.writeRecord(cells);
            return;
        }
        ObjectNode line = JSON.createObjectNode();
        for (int i = 0; i < COLUMNS.size(); i++) {
            line.put(COLUMNS.get(i), cells.get(i).isEmpty() ? null : FormulaGuard.restore(cells.get(i)));
        }
        try {
            writer.write(line + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(HeldName name) {
        List<String> cells = new ArrayList<>();
        for (Object each : new Object[] {
            name.name().ascii(),
            name.expires(),
            name.state(),
            name.renewalState(),
            name.suspensionState(),
            name.lock(),
            name.dnssec(),
            String.join(" ", name.nameServers()),
            name.owner(),
            name.admin(),
            name.tech(),
            name.billing(),
            name.serviceId(),
            tags(name.tags()),
            name.updated()
        }) {
            cells.add(each == null ? "" : FormulaGuard.cell(each.toString()));
        }
        return cells;
    }

    private static String tags(Map<String, String> tags) {
        return tags == null
                ? ""
                : new TreeMap<>(tags)
                        .entrySet().stream()
                                .map(each -> each.getKey() + "=" + each.getValue())
                                .collect(Collectors.joining("; "));
    }

    /** How many names were written. */
    public int written() {
        return written;
    }

    /** Names of the earlier table that were not added. */
    public List<String> gone() {
        return gone.stream().sorted().toList();
    }

    /** Flushes what was written. */
    public void finish() throws IOException {
        if (csv != null) {
            csv.flush();
        }
        writer.flush();
    }
}
