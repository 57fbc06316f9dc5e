// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Streams the rows of a file, the header first. Empty rows are ignored. Used by one thread. */
public final class RowReader implements Iterator<CsvRow>, AutoCloseable {
    /** The limit of spreadsheets for a cell. */
    static final int LONGEST_CELL = 32_767;

    static final int LONGEST_ROW = 262_144;
    static final int MOST_CELLS = 1_000;

    private final FileFormat format;
    private final StrictDecoder decoder;
    private final Collector collector = new Collector();
    private final CloseableIterator<CsvRow> rows;
    private CsvRow ahead;

    /**
     * Opens a file, which is closed with this object.
     *
     * @throws ImportFileException if it cannot be read; every method may throw this
     */
    public RowReader(InputStream in, ReadOptions options) throws IOException {
        FileStart start = FileStart.of(in, options.charset());
        decoder = new StrictDecoder(start.content(), start.charset());
        BufferedReader reader = new BufferedReader(decoder, 1 << 16);
        format = new FileFormat(start.charset(), Separator.detect(reader), start.byteOrderMark());
        rows = CsvReader.builder()
                .fieldSeparator(format.separator())
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LONGEST_ROW)
                .build(collector, reader)
                .iterator();
        ahead = read();
    }

    FileFormat format() {
        return format;
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public CsvRow next() {
        if (ahead == null) {
            throw new NoSuchElementException();
        }
        CsvRow row = ahead;
        ahead = read();
        boolean cutOff = ahead == null && !decoder.endsWithLineBreak();
        return cutOff ? new CsvRow(row.line(), row.cells(), true) : row;
    }

    private CsvRow read() {
        try {
            while (rows.hasNext()) {
                CsvRow row = rows.next();
                if (!row.isBlank()) {
                    return row;
                }
            }
            collector.refuseOpenQuote(decoder);
            return null;
        } catch (CsvParseException | UncheckedIOException e) {
            throw explained(e);
        }
    }

    private RuntimeException explained(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ImportFileException known) {
                return known;
            }
            if (cause instanceof IOException io) {
                return new UncheckedIOException(io);
            }
        }
        Throwable root = e.getCause() == null ? e : e.getCause();
        return new ImportFileException(
                collector.line(),
                "The row that begins in line " + collector.line() + " cannot be read: " + root.getMessage()
                        + ". Nothing of the file was used. Check the quotation marks from that line on.");
    }

    @Override
    public void close() throws IOException {
        rows.close();
        decoder.close();
    }

    /** Collects the cells from the parser, within limits. */
    private static final class Collector extends AbstractBaseCsvCallbackHandler<CsvRow> {
        private List<String> cells = new ArrayList<>();
        private int size;
        private boolean lastQuoted;
        private String lastCell = "";

        long line() {
            return Math.max(1, getStartingLineNumber());
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            cells = new ArrayList<>(cells.size());
            size = 0;
        }

        @Override
        protected void handleField(int index, char[] text, int offset, int length, boolean quoted) {
            size += length;
            if (length > LONGEST_CELL || size > LONGEST_ROW || index >= MOST_CELLS) {
                throw new ImportFileException(
                        line(),
                        "The row that begins in line " + line() + " has " + tooMuch(index, length)
                                + ". Nothing of the file was used. Is a quotation mark not closed there?");
            }
            lastQuoted = quoted;
            lastCell = new String(text, offset, length);
            cells.add(FormulaGuard.restore(lastCell));
        }

        private static String tooMuch(int index, int length) {
            if (length > LONGEST_CELL) {
                return "a cell (number " + (index + 1) + ") of " + length + " characters; the limit is " + LONGEST_CELL;
            }
            return index >= MOST_CELLS
                    ? "more than " + MOST_CELLS + " cells"
                    : "more than " + LONGEST_ROW + " characters";
        }

        @Override
        protected CsvRow buildRecord() {
            return new CsvRow(line(), cells, false);
        }

        /**
         * The parser accepts a file that ends inside quotation marks, but we do not: its last row is certainly
         * incomplete.
         */
        void refuseOpenQuote(StrictDecoder text) {
            if (!lastQuoted) {
                return;
            }
            int own = 0;
            while (own < lastCell.length() && lastCell.charAt(lastCell.length() - 1 - own) == '"') {
                own++;
            }
            int opening = own == lastCell.length() ? 1 : 0;
            boolean breakInside = !lastCell.isEmpty() && "\r\n".indexOf(lastCell.charAt(lastCell.length() - 1)) >= 0;
            boolean closed = breakInside ? text.closingQuotes() == 1 : text.closingQuotes() == 2 * own + 1 + opening;
            if (!closed) {
                throw new ImportFileException(
                        line(),
                        "The file ends inside the quotation marks of the row that begins in line " + line()
                                + ": it is not complete. Nothing of it was used. Drop it again when it is complete.");
            }
        }
    }
}
