// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.model.VisibleText;

/**
 * Prevents spreadsheets from running a cell as a formula, without changing what the cell means to us.
 *
 * <p>A cell whose first non-space character is one of {@code = + - @} (or their full-width forms), or that begins with
 * a tab or a line break, gets an apostrophe in front when it is written, and loses it when it is read. A cell that
 * already has apostrophes before such a beginning gets one more, so that {@code restore(defuse(x))} is {@code x} for
 * every text.
 */
public final class FormulaGuard {
    private static final String STARTERS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private FormulaGuard() {}

    /** The cell of a table that somebody may open: nothing in it is invisible, and no spreadsheet runs it as a formula. */
    public static String cell(String text) {
        return defuse(VisibleText.lines(text));
    }

    /** The cell in the form for a file that may be opened in a spreadsheet. */
    public static String defuse(String cell) {
        return startsFormula(cell, afterApostrophes(cell)) ? '\'' + cell : cell;
    }

    /** The original cell. */
    public static String restore(String cell) {
        int from = afterApostrophes(cell);
        return from > 0 && startsFormula(cell, from) ? cell.substring(1) : cell;
    }

    private static int afterApostrophes(String cell) {
        int at = 0;
        while (at < cell.length() && cell.charAt(at) == '\'') {
            at++;
        }
        return at;
    }

    private static boolean startsFormula(String cell, int from) {
        int at = from;
        while (at < cell.length() && isBlank(cell.charAt(at))) {
            if (cell.charAt(at) == '\t' || cell.charAt(at) == '\r' || cell.charAt(at) == '\n') {
                return true;
            }
            at++;
        }
        return at < cell.length() && STARTERS.indexOf(cell.charAt(at)) >= 0;
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || Character.isSpaceChar(c);
    }
}
