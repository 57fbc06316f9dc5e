// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the report shows of the rows, with limited memory: the first rows of each result state, the most frequent
 * reasons, and the extensions. Used by one thread.
 */
final class Highlights {
    static final int ROWS_SHOWN = 200;
    private static final int MOST_KEYS = 2_000;

    private final Map<ResultState, List<ResultRow>> first = new EnumMap<>(ResultState.class);
    private final Map<String, Count> reasons = new HashMap<>();
    private final Map<String, Long> extensions = new HashMap<>();

    /**
     * A count.
     *
     * @param text what was counted
     * @param state the result state of those rows
     * @param rows how many
     */
    record Count(String text, ResultState state, long rows) {}

    void add(ResultRow row) {
        List<ResultRow> rows = first.computeIfAbsent(row.state(), s -> new ArrayList<>());
        if (rows.size() < ROWS_SHOWN) {
            rows.add(row);
        }
        if (row.state() != ResultState.DONE && row.reason() != null) {
            String kind = kind(row);
            String key = row.state() + " " + kind;
            if (reasons.size() < MOST_KEYS || reasons.containsKey(key)) {
                reasons.merge(key, new Count(kind, row.state(), 1), (a, b) -> new Count(kind, a.state, a.rows + 1));
            }
        }
        if (row.orderId() != null) {
            String extension = row.domain().substring(row.domain().indexOf('.') + 1);
            if (extensions.size() < MOST_KEYS || extensions.containsKey(extension)) {
                extensions.merge(extension, 1L, Long::sum);
            }
        }
    }

    /** The reason without the parts that differ from row to row, so that equal problems are counted together. */
    private static String kind(ResultRow row) {
        String named = row.domain().isEmpty() ? row.reason() : row.reason().replace(row.domain(), "the name");
        String general = named.replaceAll("\"[^\"]*\"", "\"...\"").replaceAll("\\d+([.,]\\d+)*", "\u2026");
        return general.length() > 160 ? general.substring(0, 160) + "..." : general;
    }

    List<ResultRow> first(ResultState state) {
        return first.getOrDefault(state, List.of());
    }

    /** The most frequent reasons of rows that were not done, most frequent first. */
    List<Count> reasons() {
        return reasons.values().stream()
                .sorted(Comparator.comparingLong(Count::rows).reversed().thenComparing(Count::text))
                .limit(12)
                .toList();
    }

    /** The extensions with the most orders. */
    List<Count> extensions() {
        return extensions.entrySet().stream()
                .map(e -> new Count("." + e.getKey(), ResultState.DONE, e.getValue()))
                .sorted(Comparator.comparingLong(Count::rows).reversed().thenComparing(Count::text))
                .limit(8)
                .toList();
    }
}
