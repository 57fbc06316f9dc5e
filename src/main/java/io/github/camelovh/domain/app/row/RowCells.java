// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.model.VisibleText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One row while it is parsed: its cells by column name, and the refusals found so far. */
final class RowCells {
    private final RowHeader header;
    private final List<String> cells;
    private final List<RowRefusal> refusals = new ArrayList<>();

    RowCells(RowHeader header, List<String> cells) {
        this.header = header;
        this.cells = cells;
    }

    /** The cell without spaces around it, including non-breaking ones; empty if there is none. */
    String text(String column) {
        return trimmed(header.cell(cells, column));
    }

    boolean isEmpty(String column) {
        return text(column).isEmpty();
    }

    /** The filled cells of all columns with this prefix, by the rest of the column's name, in the file's order. */
    Map<String, String> group(String prefix) {
        Map<String, String> group = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String column = header.columns().get(i);
            String value = trimmed(cells.get(i));
            if (column.startsWith(prefix) && !value.isEmpty()) {
                group.put(column.substring(prefix.length()), value);
            }
        }
        return group;
    }

    void refuse(String column, String problem, String mend) {
        refusals.add(new RowRefusal(column, problem, mend));
    }

    List<RowRefusal> refusals() {
        return refusals;
    }

    private static String trimmed(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && isBlank(cell.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(cell.charAt(to - 1))) {
            to--;
        }
        return cell.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || Character.isSpaceChar(c);
    }

    /** A cell in the form for messages: short, and on one line. */
    static String shown(String text) {
        return VisibleText.line(text, 80);
    }
}
