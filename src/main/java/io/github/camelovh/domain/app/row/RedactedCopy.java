// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.camelovh.domain.app.file.DroppedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Copies a file of rows without its secrets: cells of auth codes and of owners are masked, and so are cells that no column names. A file
 * without such columns is copied byte by byte. Stateless.
 */
public final class RedactedCopy {
    private RedactedCopy() {}

    /**
     * Copies a file that was read to its end before.
     *
     * @param dropped the file
     * @param options how it was read
     * @param target takes the copy; it is not closed
     * @throws ImportFileException if it cannot be read any more
     * @throws io.github.camelovh.domain.app.file.DropRefusedException if it is a link or the like
     */
    public static void write(Path dropped, ReadOptions options, OutputStream target) throws IOException {
        Set<Integer> open;
        try (RowReader rows = new RowReader(DroppedFiles.open(dropped), options)) {
            open = rows.hasNext() ? open(rows.next()) : null;
        }
        if (open == null) {
            try (InputStream in = DroppedFiles.open(dropped)) {
                in.transferTo(target);
            }
            return;
        }
        try (RowReader rows = new RowReader(DroppedFiles.open(dropped), options)) {
            OutputStreamWriter writer = new OutputStreamWriter(target, StandardCharsets.UTF_8);
            CsvWriter csv = CsvWriter.builder()
                    .fieldSeparator(rows.format().separator())
                    .lineDelimiter(LineDelimiter.LF)
                    .build(writer);
            csv.writeRecord(rows.next().cells());
            while (rows.hasNext()) {
                csv.writeRecord(masked(rows.next().cells(), open));
            }
            csv.flush();
        }
    }

    /** The places of columns that may be shown; null if all may. */
    private static Set<Integer> open(CsvRow header) {
        Set<Integer> open = new HashSet<>();
        boolean secrets = false;
        for (int i = 0; i < header.cells().size(); i++) {
            String written = header.cells().get(i);
            boolean secret =
                    Columns.properName(written).filter(Columns::isSecret).isPresent();
            secrets |= secret;
            if (!secret && !written.isBlank()) {
                open.add(i);
            }
        }
        return secrets ? open : null;
    }

    private static List<String> masked(List<String> cells, Set<Integer> open) {
        List<String> masked = new ArrayList<>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            masked.add(open.contains(i) || cell.isBlank() ? FormulaGuard.cell(cell) : RowImport.MASK);
        }
        return masked;
    }
}
