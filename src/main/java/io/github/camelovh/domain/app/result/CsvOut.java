// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.camelovh.domain.app.row.FileFormat;
import io.github.camelovh.domain.app.row.FormulaGuard;
import io.github.camelovh.domain.app.row.RowHeader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a result table: the input columns first, then ours. Always UTF-8, with the separator of the input; with a byte
 * order mark if the input had one or had another encoding, so that the file is read correctly in any case.
 */
final class CsvOut implements Closeable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final PendingFile file;
    private final CsvWriter csv;
    private final int inputColumns;
    private boolean open = true;

    CsvOut(Path target, RowHeader header, List<String> resultColumns) throws IOException {
        this.file = new PendingFile(target);
        this.inputColumns = header.columns().size();
        FileFormat format = header.format();
        Writer writer = file.writer();
        if (format.byteOrderMark() || !format.charset().equals(StandardCharsets.UTF_8)) {
            writer.write(BYTE_ORDER_MARK);
        }
        this.csv = CsvWriter.builder()
                .fieldSeparator(format.separator())
                .lineDelimiter(LineDelimiter.LF)
                .build(writer);
        List<String> columns = new ArrayList<>(header.columns());
        resultColumns.forEach(c -> columns.add(RowHeader.RESULT_PREFIX + c));
        csv.writeRecord(columns);
    }

    /** Writes a row; null in our columns is an empty cell. */
    void add(long line, List<String> input, List<String> ours) {
        if (input.size() != inputColumns) {
            throw new IllegalStateException(
                    "The row of line " + line + " has " + input.size() + " cells for " + inputColumns + " columns");
        }
        List<String> cells = new ArrayList<>(input.size() + ours.size());
        input.forEach(cell -> cells.add(FormulaGuard.cell(cell)));
        ours.forEach(cell -> cells.add(cell == null ? "" : FormulaGuard.cell(cell)));
        csv.writeRecord(cells);
    }

    /** Ends the writing; the file keeps its temporary name until {@link #publish()}. */
    void finish() throws IOException {
        if (open) {
            open = false;
            csv.close();
        }
    }

    Path publish() throws IOException {
        return file.publish();
    }

    /** Deletes what was not published. */
    @Override
    public void close() throws IOException {
        try {
            finish();
        } finally {
            file.discard();
        }
    }
}
