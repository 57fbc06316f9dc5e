// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

import io.github.camelovh.domain.api.Plural;
import io.github.camelovh.domain.api.model.Money;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The plan for the terminal: its first rows as a table, then the total cost. Memory is limited by the number of rows
 * shown. Used by one thread.
 */
public final class PlanTable {
    private final TextTable table = new TextTable(
            List.of("line>", "action", "domain", "period", "offer", "price>", "with tax>", "verdict"),
            List.of(9, 16, 40, 6, 16, 16, 16, 13));
    private final int shown;
    private final Map<PlanVerdict, Long> counts = new EnumMap<>(PlanVerdict.class);
    private long rows;
    private Money withoutTax;
    private Money withTax;
    private long withoutKnownTax;

    /** A table with at most this many rows. */
    public PlanTable(int shown) {
        this.shown = shown;
    }

    /** Adds a row, in the file's order. */
    public void add(PlanRow row) {
        rows++;
        counts.merge(row.verdict(), 1L, Long::sum);
        if (row.verdict() == PlanVerdict.BUY) {
            withoutTax = sum(withoutTax, row.withoutTax());
            if (row.withTax() == null) {
                withoutKnownTax++;
            }
            // The known part of a price is the lowest possible price.
            withTax = sum(withTax, row.withTax() == null ? row.withoutTax() : row.withTax());
        }
        if (rows <= shown) {
            table.add(
                    List.of(
                            Long.toString(row.line()),
                            row.action(),
                            ShownName.of(row.domain()),
                            text(row.period()),
                            text(row.offer()),
                            text(row.withoutTax()),
                            text(row.withTax()),
                            row.verdict().text()),
                    text(row.reason()));
        }
    }

    /**
     * The lowest cost of these rows with tax: rows whose tax is not known count without it. Null if nothing will be
     * bought.
     */
    public Money totalWithTax() {
        return withTax;
    }

    /** How many rows the plan would buy. */
    long toBuy() {
        return counts.getOrDefault(PlanVerdict.BUY, 0L);
    }

    /** How many rows the plan would buy or change. */
    public long toDo() {
        return toBuy() + counts.getOrDefault(PlanVerdict.CHANGE, 0L);
    }

    /** The table, the number of hidden rows, and the totals. */
    public String render() {
        StringBuilder text = new StringBuilder(table.render());
        if (rows > shown) {
            text.append("... and ")
                    .append(Plural.of(
                            rows - shown,
                            "more row; the plan file has it too",
                            "more rows; the plan file has them all"))
                    .append('\n');
        }
        String each = counts.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey().text())
                .collect(Collectors.joining(", "));
        text.append('\n').append(Plural.of(rows, "row")).append(": ").append(each.isEmpty() ? "none" : each);
        if (withTax != null) {
            text.append(withoutKnownTax == 0 ? ". To pay: " : ". To pay: at least ")
                    .append(withTax)
                    .append(" with tax");
            if (withoutTax != null) {
                text.append(" (").append(withoutTax).append(" without)");
            }
            if (withoutKnownTax > 0) {
                text.append("; the tax of ")
                        .append(Plural.of(withoutKnownTax, "row"))
                        .append(" is not known yet");
            }
        }
        return text.append(".\n").toString();
    }

    private static Money sum(Money sum, Money more) {
        return sum == null ? more : more == null ? sum : sum.plus(more);
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
