// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import io.github.camelovh.domain.api.model.VisibleText;
import java.util.ArrayList;
import java.util.List;

/**
 * Aligned columns for a terminal, where Chinese characters take two positions and combining accents none. Each row's
 * note is on separate lines below it, so that the columns fit on a screen.
 */
public final class TextTable {
    private static final String GAP = "  ";
    private static final int NOTE_INDENT = 6;
    private static final int NOTE_WIDTH = 110;

    private final List<String> names;
    private final List<Boolean> right;
    private final List<Integer> widest;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** Columns whose name ends in {@code >} are right-aligned. */
    public TextTable(List<String> names, List<Integer> widest) {
        this.names = names.stream().map(n -> n.replace(">", "")).toList();
        this.right = names.stream().map(n -> n.endsWith(">")).toList();
        this.widest = widest;
    }

    /** Adds a row and its note; an empty note takes no line. */
    public void add(List<String> cells, String note) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            row.add(cut(VisibleText.line(cells.get(i)), widest.get(i)));
        }
        rows.add(row);
        notes.add(VisibleText.line(note).strip());
    }

    /** The table, one line for each row. */
    public String render() {
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            widths.add(Math.max(
                    places(names.get(i)),
                    rows.stream().mapToInt(r -> places(r.get(column))).max().orElse(0)));
        }
        StringBuilder text = new StringBuilder();
        line(text, names, widths);
        line(text, widths.stream().map("-"::repeat).toList(), widths);
        for (int i = 0; i < rows.size(); i++) {
            line(text, rows.get(i), widths);
            note(text, notes.get(i));
        }
        return text.toString();
    }

    private static void note(StringBuilder text, String note) {
        int used = NOTE_WIDTH;
        boolean first = true;
        for (String word : note.isEmpty() ? new String[0] : note.split(" ", -1)) {
            int needed = places(word) + 1;
            if (used + needed > NOTE_WIDTH) {
                text.append(first ? "" : "\n").append(" ".repeat(NOTE_INDENT - 1));
                used = NOTE_INDENT - 1;
                first = false;
            }
            text.append(' ').append(word);
            used += needed;
        }
        text.append(note.isEmpty() ? "" : "\n");
    }

    private void line(StringBuilder text, List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String padding = " ".repeat(Math.max(0, widths.get(i) - places(cells.get(i))));
            line.append(i == 0 ? "" : GAP).append(right.get(i) ? padding + cells.get(i) : cells.get(i) + padding);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static String cut(String cell, int width) {
        if (places(cell) <= width) {
            return cell;
        }
        StringBuilder kept = new StringBuilder();
        int used = 0;
        for (int c : cell.codePoints().toArray()) {
            used += places(c);
            if (used > width - 1) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept.append('\u2026').toString();
    }

    static int places(String text) {
        return text.codePoints().map(TextTable::places).sum();
    }

    private static int places(int c) {
        int type = UCharacter.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        int width = UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH);
        return width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH ? 2 : 1;
    }
}
