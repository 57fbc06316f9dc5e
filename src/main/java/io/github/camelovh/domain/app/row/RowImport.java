// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.model.AuthCode;
import io.github.camelovh.domain.api.model.VisibleText;
import io.github.camelovh.domain.transfer.AuthCodeShape;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Reads a file: first its header, then its rows one by one, each accepted or refused with all its reasons.
 *
 * <p>Memory does not grow with the file, except for the table that finds duplicates (48 MB at most). Any method may
 * throw {@link ImportFileException} if a later part of the file
 * is not usable. Then none of its rows counts, so nothing may be done for a row before {@link #hasNext()} has returned
 * {@code false}. Used by one thread; must be closed.
 */
public final class RowImport implements Iterator<ReadRow>, AutoCloseable {
    static final String MASK = "***";

    private final DigestInputStream content;
    private final String expectedIdentity;
    private final ReadOptions options;
    private final RowParsers actions;
    private final RowReader reader;
    private final HeaderLine header;
    private final RowChecks checks;
    private long rows;
    private String identity;

    private RowImport(InputStream in, String expectedIdentity, ReadOptions options, RowParsers actions)
            throws IOException {
        this.content = new DigestInputStream(new BufferedInputStream(in, 1 << 16), Identity.digest());
        this.expectedIdentity = expectedIdentity;
        this.options = options;
        this.actions = actions;
        this.reader = new RowReader(content, options);
        if (!reader.hasNext()) {
            throw new ImportFileException(0, "The file is empty. Drop it again with a header line and rows.");
        }
        this.header = HeaderLine.of(reader.next(), reader.format(), actions);
        this.checks = new RowChecks(options);
    }

    /**
     * Opens a file whose identity is known. At its end the identity is compared, so that a file that was still being
     * written is detected.
     *
     * @throws ImportFileException if the file is not usable
     * @throws IOException if it cannot be read
     */
    public static RowImport open(ImportFile file, ReadOptions options, RowParsers actions) throws IOException {
        return closing(file.open(), file.identity(), options, actions);
    }

    /**
     * Reads from a stream, which is closed with this object.
     *
     * @throws ImportFileException if the file is not usable
     * @throws IOException if it cannot be read
     */
    public static RowImport read(InputStream in, ReadOptions options, RowParsers actions) throws IOException {
        return closing(in, null, options, actions);
    }

    private static RowImport closing(InputStream in, String identity, ReadOptions options, RowParsers actions)
            throws IOException {
        boolean open = false;
        try {
            RowImport rows = new RowImport(in, identity, options, actions);
            open = true;
            return rows;
        } finally {
            if (!open) {
                in.close();
            }
        }
    }

    /** The input columns, in the file's order. */
    public RowHeader header() {
        return header.header();
    }

    /** How many rows were returned so far. */
    public long rowsRead() {
        return rows;
    }

    /** SHA-256 of the whole content; empty until {@link #hasNext()} has returned {@code false}. */
    public Optional<String> identity() {
        return Optional.ofNullable(identity);
    }

    @Override
    public boolean hasNext() {
        if (reader.hasNext()) {
            return true;
        }
        if (identity == null) {
            identity = Identity.text(content.getMessageDigest());
            if (expectedIdentity != null && !expectedIdentity.equals(identity)) {
                throw ImportFileException.changed(
                        "The file changed while it was read: somebody was still writing it. Nothing of it was used."
                                + " Drop it again when it is complete (write it in another folder, then move it).");
            }
        }
        return false;
    }

    @Override
    public ReadRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        CsvRow row = reader.next();
        rows++;
        List<String> cells = header.inputCells(row);
        RowCells parsed = new RowCells(header(), cells);
        refuseOddShape(row, parsed);
        refuseOddCode(parsed);
        refuseMasks(parsed);
        Optional<RowCommand> command = actions.parse(parsed, options);
        List<RowRefusal> refusals = new ArrayList<>(parsed.refusals());
        command.ifPresent(c -> refusals.addAll(checks.refusals(row.line(), c)));
        if (command.isPresent() && refusals.isEmpty()) {
            AuthCode code = parsed.isEmpty(Columns.AUTH_CODE) ? null : new AuthCode(parsed.text(Columns.AUTH_CODE));
            return new ReadRow.Accepted(row.line(), masked(cells), command.get(), code);
        }
        return new ReadRow.Refused(
                row.line(),
                masked(cells),
                parsed.text(Columns.ACTION),
                command.map(c -> c.domain().ascii()).orElseGet(() -> parsed.text(Columns.DOMAIN)),
                refusals);
    }

    private void refuseOddShape(CsvRow row, RowCells parsed) {
        List<String> cells = row.cells();
        boolean beyond = cells.stream().skip(header.width()).anyMatch(c -> !c.isBlank());
        boolean unnamed = header.nameless().stream()
                .anyMatch(i -> i < cells.size() && !cells.get(i).isBlank());
        if (beyond || unnamed) {
            parsed.refuse(
                    "",
                    "the row has " + cells.size() + " cells, but the header has "
                            + (header.width() - header.nameless().size()),
                    "put a cell that contains the separator in quotation marks, or remove the extra cells");
        }
        if (row.cutOff() && cells.size() < header.width()) {
            parsed.refuse(
                    "",
                    "the last row is shorter than the header and the file does not end with a line break, so it looks"
                            + " cut off",
                    "check that the file is complete and ends with a line break");
        }
        for (String cell : cells) {
            if (VisibleText.hasInvisible(cell) || VisibleText.hasEscape(cell)) {
                String what = hasControlCharacter(cell) ? "a control character" : "an invisible character";
                parsed.refuse("", "a cell contains " + what, "remove it: " + RowCells.shown(cell));
                return;
            }
        }
    }

    /** Checks a code from a file; the mask in a stored row is never checked here. */
    private static void refuseOddCode(RowCells parsed) {
        if (parsed.isEmpty(Columns.AUTH_CODE)) {
            return;
        }
        String code = parsed.text(Columns.AUTH_CODE);
        if (code.equals(MASK)) {
            parsed.refuse(
                    Columns.AUTH_CODE,
                    "contains only the mask of a code (" + MASK + "), as in result files",
                    "write the code itself again");
        } else {
            AuthCodeShape.objection(code)
                    .ifPresent(why -> parsed.refuse(
                            Columns.AUTH_CODE, why, "copy the code again from the current registrar's page"));
        }
    }

    /** Plans and archived files mask what describes a person; such a mask is no name. */
    private static void refuseMasks(RowCells parsed) {
        parsed.group(Columns.OWNER).forEach((member, cell) -> {
            if (cell.equals(MASK)) {
                parsed.refuse(
                        Columns.OWNER + member,
                        "contains only the mask of a value (" + MASK + "), as in plans and archived files",
                        "write the value itself again");
            }
        });
    }

    private static boolean hasControlCharacter(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7f) {
                return true;
            }
        }
        return false;
    }

    /** Auth codes are never shown or stored unencrypted, so from here on the cell only says that there was one. */
    private List<String> masked(List<String> cells) {
        int at = header().columns().indexOf(Columns.AUTH_CODE);
        if (at >= 0 && !cells.get(at).isBlank()) {
            cells.set(at, MASK);
        }
        return cells;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
