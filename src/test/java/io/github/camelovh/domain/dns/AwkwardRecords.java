// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The records of {@code awkward-records.tsv}, with the answers of name servers. */
public final class AwkwardRecords {

    /** The zone of all these records. */
    public static final String ZONE = "corpus.example";

    private AwkwardRecords() {}

    /**
     * A record, and the answer of a name server.
     *
     * @param record as it goes to the API
     * @param servedType the type of the answer
     * @param servedData the data of the answer in the form of zone files, names in small letters
     */
    public record Row(ZoneRecord record, RecordType servedType, String servedData) {
        @Override
        public String toString() {
            return record.toString();
        }
    }

    /** All rows, in the order of the file. */
    public static List<Row> rows() {
        try (InputStream in = AwkwardRecords.class.getResourceAsStream("awkward-records.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("# ") && !line.isEmpty())
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Row(
                            new ZoneRecord(cells[0], RecordType.valueOf(cells[2]), cells[3], Long.parseLong(cells[1])),
                            RecordType.valueOf(cells[4]),
                            cells[5]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All records. */
    public static List<ZoneRecord> records() {
        return rows().stream().map(Row::record).toList();
    }
}
