// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

import io.github.camelovh.domain.api.Plural;
import java.util.List;

/** The results for the terminal: the first rows as a table, then the figures. Used by one thread. */
public final class FinalTable {
    private final TextTable table =
            new TextTable(List.of("line>", "domain", "result", "order>", "with tax>"), List.of(9, 40, 10, 12, 16));
    private final int shown;
    private long rows;

    /** A table with at most this many rows. */
    public FinalTable(int shown) {
        this.shown = shown;
    }

    /** Adds a row, in the file's order. */
    public void add(ResultRow row) {
        if (++rows <= shown) {
            table.add(
                    List.of(
                            Long.toString(row.line()),
                            ShownName.of(row.domain()),
                            row.state().text(),
                            text(row.orderId()),
                            text(row.priceWithTax())),
                    note(row));
        }
    }

    /** The order of a bought row; for all others, what happened and what to do. */
    private static String note(ResultRow row) {
        if (row.state() == ResultState.DONE && row.orderId() != null) {
            return "";
        }
        String reason = text(row.reason());
        String mend = text(row.whatToDo());
        return mend.isEmpty() ? reason : reason + " -> " + mend;
    }

    /** The table, the number of hidden rows, and the figures. */
    public String render(Summary summary) {
        StringBuilder text = new StringBuilder(table.render());
        if (rows > shown) {
            text.append("... and ")
                    .append(Plural.of(
                            rows - shown,
                            "more row; the result files have it too",
                            "more rows; the result files have them all"))
                    .append('\n');
        }
        return text.append('\n')
                .append(Plural.of(summary.rows(), "row"))
                .append(": ")
                .append(summary.done())
                .append(" done, ")
                .append(summary.refused())
                .append(" refused, ")
                .append(summary.failed())
                .append(" failed, ")
                .append(summary.unfinished())
                .append(" unfinished")
                .append(summary.cancelled() == 0 ? "" : ", " + summary.cancelled() + " cancelled")
                .append(". ")
                .append(Plural.of(summary.orders(), "order"))
                .append(" for ")
                .append(summary.totalWithTax().toPlainString())
                .append(' ')
                .append(summary.currency())
                .append(" with tax, ")
                .append(Plural.of(summary.apiCalls(), "API call"))
                .append(", ")
                .append(summary.seconds().toPlainString())
                .append(" s.\n")
                .toString();
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
