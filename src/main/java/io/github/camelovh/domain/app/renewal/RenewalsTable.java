// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal;

import io.github.camelovh.domain.api.Plural;
import io.github.camelovh.domain.app.result.TextTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The outlook of a portfolio for the terminal. Memory is limited by the number of names shown. Used by one thread. */
public final class RenewalsTable {
    private static final int SOON = 30;

    /** The parts with lists of names. */
    private enum Part {
        TROUBLE("A person must check"),
        TODO("To do now");

        private final String title;

        Part(String title) {
            this.title = title;
        }
    }

    /** The number of names by outcome. */
    private static final class Count {
        private int names;
        private int soon;
        private int renew;
        private int set;
        private int trouble;
    }

    private final int shown;
    private final Map<String, Count> counts = new TreeMap<>();
    private final Map<Part, List<Outlook>> parts = new EnumMap<>(Part.class);
    private final Map<Part, Integer> sizes = new EnumMap<>(Part.class);

    /** A table that lists at most this many names in each part, those that expire first. */
    public RenewalsTable(int shown) {
        this.shown = shown;
    }

    /** Adds a name. */
    public void add(Outlook outlook) {
        Count count = counts.computeIfAbsent(outlook.outcome(), word -> new Count());
        count.names++;
        count.soon += outlook.daysLeft() <= SOON ? 1 : 0;
        count.renew += outlook.todo() instanceof RenewalTodo.Renew ? 1 : 0;
        count.set += outlook.todo() instanceof RenewalTodo.Set ? 1 : 0;
        count.trouble += outlook.trouble() ? 1 : 0;
        if (outlook.trouble()) {
            add(Part.TROUBLE, outlook);
        }
        if (outlook.todo().isOpen()) {
            add(Part.TODO, outlook);
        }
    }

    private void add(Part part, Outlook outlook) {
        sizes.merge(part, 1, Integer::sum);
        List<Outlook> list = parts.computeIfAbsent(part, key -> new ArrayList<>());
        list.add(outlook);
        if (list.size() > 2 * shown) {
            keepFirst(list);
        }
    }

    private void keepFirst(List<Outlook> list) {
        list.sort(Comparator.comparingLong(Outlook::daysLeft)
                .thenComparing(each -> each.name().name().ascii()));
        if (list.size() > shown) {
            list.subList(shown, list.size()).clear();
        }
    }

    /** The counts, then the names. */
    public String render() {
        TextTable table = new TextTable(
                List.of("policy", "names>", "in " + SOON + " days>", "to renew>", "to set>", "to check>"),
                List.of(12, 9, 12, 9, 9, 11));
        counts.forEach((word, count) -> table.add(
                List.of(
                        word,
                        String.valueOf(count.names),
                        String.valueOf(count.soon),
                        String.valueOf(count.renew),
                        String.valueOf(count.set),
                        String.valueOf(count.trouble)),
                ""));
        StringBuilder text = new StringBuilder(table.render());
        parts.forEach((part, list) -> {
            keepFirst(list);
            text.append('\n')
                    .append(part.title)
                    .append(" (")
                    .append(sizes.get(part))
                    .append("):\n");
            list.forEach(each -> text.append(line(each)));
            if (sizes.get(part) > list.size()) {
                text.append("  ... and ").append(sizes.get(part) - list.size()).append(" more\n");
            }
        });
        return text.toString();
    }

    private static String line(Outlook outlook) {
        String expires = outlook.name().expires() == null
                ? ""
                : ", expires on " + outlook.name().expires() + " (" + Plural.of(outlook.daysLeft(), "day") + ")";
        return "  " + outlook.name().name().ascii() + expires + ": " + outlook.says()
                + (outlook.verdict().decided() ? " [" + outlook.verdict().rule().name() + "]" : "") + "\n";
    }
}
