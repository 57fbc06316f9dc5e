// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.model.VisibleText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The checked header of a file, with the position of each input column in the rows.
 *
 * @param header the part that other classes need
 * @param places for each column of the header, the position of its cell in a row
 * @param width how many cells the header line had
 * @param nameless positions without a name, whose cells must be empty
 */
record HeaderLine(RowHeader header, List<Integer> places, int width, List<Integer> nameless) {

    /** Checks all names at once, so that all problems are reported together. */
    static HeaderLine of(CsvRow row, FileFormat format, RowParsers actions) {
        List<String> columns = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<Integer> nameless = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String written = row.cells().get(i).strip();
            if (written.isEmpty()) {
                nameless.add(i);
            } else if (!written.toLowerCase(Locale.ROOT).startsWith(RowHeader.RESULT_PREFIX)) {
                Optional<String> name = actions.properColumn(written);
                if (name.isEmpty()) {
                    problems.add(unknown(written));
                } else if (!seen.add(name.get())) {
                    problems.add("column \"" + name.get() + "\" is there twice");
                } else {
                    columns.add(name.get());
                    places.add(i);
                }
            }
        }
        if (columns.isEmpty()) {
            throw new ImportFileException(
                    row.line(),
                    "Line " + row.line() + " is not a header: none of its cells is a column name. Nothing of the"
                            + " file was used. Put the column names in the first line, at least \"action,domain\"."
                            + " Accepted: "
                            + actions.acceptedColumns() + ".");
        }
        for (String needed : List.of(Columns.ACTION, Columns.DOMAIN)) {
            if (!seen.contains(needed)) {
                problems.add("column \"" + needed + "\" is missing");
            }
        }
        if (!problems.isEmpty()) {
            throw new ImportFileException(
                    row.line(),
                    "The header in line " + row.line() + " is not valid: " + String.join("; ", problems)
                            + ". Nothing of the file was used. Accepted columns: " + actions.acceptedColumns() + ".");
        }
        return new HeaderLine(
                new RowHeader(columns, format), places, row.cells().size(), nameless);
    }

    private static String unknown(String written) {
        String shown = VisibleText.line(written, 60);
        return "column \"" + shown + "\" is unknown"
                + Columns.nearest(written)
                        .map(n -> " (did you mean \"" + n + "\"?)")
                        .orElse("");
    }

    /** The input cells of a row in the header's order; empty texts for cells that the row does not have. */
    List<String> inputCells(CsvRow row) {
        List<String> cells = new ArrayList<>(places.size());
        for (int place : places) {
            cells.add(place < row.cells().size() ? row.cells().get(place) : "");
        }
        return cells;
    }
}
