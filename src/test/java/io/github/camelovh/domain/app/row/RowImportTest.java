// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowImportTest {
    private static final ReadOptions EUR = ReadOptions.inCurrency("EUR");
    private static final long MEMORY_MARGIN = 512L * 1024;

    @TempDir
    Path folder;

    @Test
    void noticesAFileThatGrowsWhileItIsRead() throws IOException {
        Path path = Files.writeString(folder.resolve("a.csv"), "action,domain\norder,one.fr\n");
        ImportFile file = ImportFile.of(path);
        Files.writeString(path, "order,two.fr\n", StandardOpenOption.APPEND);

        try (RowImport rows = RowImport.open(file, EUR, RowParsers.standard())) {
            assertThatThrownBy(() -> all(rows))
                    .isInstanceOf(ImportFileException.class)
                    .hasMessageContaining("changed while it was read");
        }
    }

    @Test
    void knowsTheIdentityOfTheWholeContentAtItsEnd() throws IOException {
        String text = "action,domain\norder,one.fr\n";
        Path path = Files.writeString(folder.resolve("a.csv"), text);

        try (RowImport rows = RowImport.read(stream(text), EUR, RowParsers.standard())) {
            assertThat(rows.identity()).isEmpty();
            assertThat(all(rows)).hasSize(1);
            assertThat(rows.identity()).contains(ImportFile.of(path).identity());
            assertThat(rows.rowsRead()).isEqualTo(1);
        }
    }

    @Test
    void understandsAStoredRowAsItDidAtFirst() throws IOException {
        String text = "action,domain,maxPrice,config.REASON,note\norder,École.fr,12,why,\"a \"\"b\"\" é\"\n";
        try (RowImport rows = RowImport.read(stream(text), EUR, RowParsers.standard())) {
            ReadRow.Accepted row = (ReadRow.Accepted) rows.next();

            StoredRow stored =
                    StoredRow.fromJson(StoredRow.of(rows.header(), row).toJson());

            assertThat(stored.columns()).isEqualTo(rows.header().columns());
            assertThat(stored.cells()).isEqualTo(row.cells());
            assertThat(stored.command(EUR, RowParsers.standard())).isEqualTo(Optional.of(row.command()));
        }
    }

    @Test
    void keepsAuthCodesOutOfEverythingButTheirOwnType() throws IOException {
        String text = "action,domain,authCode\ntransfer,one.fr,TOPSECRET\norder,two.fr,TOPSECRET\n";
        try (RowImport rows = RowImport.read(stream(text), EUR, RowParsers.standard())) {
            for (ReadRow row : all(rows)) {
                assertThat(row.toString()).doesNotContain("TOPSECRET").contains("***");
                assertThat(StoredRow.of(rows.header(), row).toJson()).doesNotContain("TOPSECRET");
            }
        }
    }

    /**
     * The table of the duplicate check doubles at 131,073 and at 262,145 rows. Between them nothing may grow: a reader that keeps a
     * long of each row would take 940 KB.
     */
    @Test
    void readsAnEndlessFileInConstantMemory() throws IOException {
        long atFirst = 140_000;
        long rowsWanted = 260_000;
        try (RowImport rows = RowImport.read(new MadeUpRows(rowsWanted), EUR, RowParsers.standard())) {
            long accepted = accepted(rows, atFirst);
            long heapAtFirst = heapInUse();
            accepted += accepted(rows, rowsWanted - atFirst);
            long heapAtLast = heapInUse();

            assertThat(heapAtLast).isLessThan(heapAtFirst + MEMORY_MARGIN);
            assertThat(accepted).isEqualTo(rowsWanted);
            assertThat(rows.rowsRead()).isEqualTo(rowsWanted);
            assertThat(rows.hasNext()).isFalse();
        }
    }

    private static long accepted(RowImport rows, long count) {
        return Stream.generate(rows::next)
                .limit(count)
                .filter(ReadRow.Accepted.class::isInstance)
                .count();
    }

    private static long heapInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void closesTheFileItCannotTake() {
        boolean[] closed = new boolean[1];
        InputStream in = new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        assertThatThrownBy(() -> RowImport.read(in, EUR, RowParsers.standard()))
                .isInstanceOf(ImportFileException.class)
                .hasMessageContaining("empty");
        assertThat(closed[0]).isTrue();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<ReadRow> all(RowImport rows) {
        List<ReadRow> all = new ArrayList<>();
        rows.forEachRemaining(all::add);
        return all;
    }
}
