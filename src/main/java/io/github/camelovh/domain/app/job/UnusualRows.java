// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.Plural;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.ledger.PlanFigures;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.row.RowCommand;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What of a plan an approver should look at twice: dear names, records that go, names that are restored or given up. Memory does not grow
 * with the rows. Used by one thread.
 */
final class UnusualRows {
    /** As OVHcloud calls its offers. */
    private static final String PREMIUM = "premium";

    private static final String AFTERMARKET = "aftermarket";
    private static final int NAMED = 3;

    private final Map<String, Seen> kinds = new LinkedHashMap<>();
    private final Map<String, Map<Money, Seen>> prices = new TreeMap<>();

    /** Rows of one kind: how many, and the first of them. */
    private static final class Seen {
        private final List<String> first = new ArrayList<>();
        private long rows;

        void add(String name) {
            rows++;
            if (first.size() < NAMED) {
                first.add(name);
            }
        }

        @Override
        public String toString() {
            return Plural.of(rows, "row") + " (" + String.join(", ", first) + (rows > first.size() ? ", ...)" : ")");
        }
    }

    /** @param pricingMode of an offer; null where there is none */
    static boolean isPremium(String pricingMode) {
        return pricingMode != null && pricingMode.contains(PREMIUM);
    }

    void add(Request row) {
        PlanFigures figures = row.plan();
        if (figures == null) {
            return;
        }
        String offer = figures.pricingMode() == null ? "" : figures.pricingMode();
        String terms = figures.terms() == null ? "" : figures.terms();
        note(isPremium(offer), "at a premium price", row);
        note(offer.contains(AFTERMARKET), "sold by a third party", row);
        if (!row.byCart()) {
            note(terms.lines().anyMatch(line -> line.startsWith("- ")), "with records that are deleted", row);
            note(terms.contains("restore"), "to restore a name, which costs many times a renewal", row);
            note(terms.contains("given up"), "of a name that is given up", row);
        }
        if (row.buys() && figures.withoutTax() != null) {
            prices.computeIfAbsent(kindOf(row, figures), kind -> new HashMap<>())
                    .computeIfAbsent(figures.withoutTax(), price -> new Seen())
                    .add(row.domain());
        }
    }

    private void note(boolean is, String what, Request row) {
        if (is) {
            kinds.computeIfAbsent(what, kind -> new Seen()).add(row.domain());
        }
    }

    /** What usually has one price. */
    private static String kindOf(Request row, PlanFigures figures) {
        String extension = row.domain().substring(row.domain().indexOf('.'));
        String action = row.action().equals(RowCommand.Renew.ACTION) ? "renewals" : row.action() + " rows";
        return action + " of " + extension + (figures.duration() == null ? "" : " for " + figures.duration());
    }

    /** A line for each kind of rows. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        kinds.forEach((what, seen) -> lines.add(seen + " " + what));
        prices.forEach((kind, seen) -> dear(kind, seen, lines));
        return lines;
    }

    /** The usual price is that of more than half of the rows; where there is none, nothing is known to be above it. */
    private static void dear(String kind, Map<Money, Seen> seen, List<String> lines) {
        long rows = seen.values().stream().mapToLong(each -> each.rows).sum();
        Money usual = Collections.max(seen.entrySet(), Comparator.comparingLong(each -> each.getValue().rows))
                .getKey();
        if (seen.get(usual).rows * 2 > rows) {
            seen.entrySet().stream()
                    .filter(each -> each.getKey().currency().equals(usual.currency())
                            && each.getKey().compareTo(usual) > 0)
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(each -> lines.add(each.getValue() + " at " + each.getKey() + " without tax: most " + kind
                            + " cost " + usual));
        }
    }
}
