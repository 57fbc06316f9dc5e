// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes {@code NAME.report.html}: one page without external resources, with everything from the file escaped. */
final class Report {
    private static final double CHART_WIDTH = 1000;

    private final HtmlPages pages = new HtmlPages();

    void write(Summary summary, Highlights highlights, ResultFiles files, Writer html) throws IOException {
        Map<String, Object> model = new HashMap<>();
        model.put("file", summary.file());
        model.put("identity", summary.identity());
        model.put("code", summary.planCode() == null ? "" : summary.planCode());
        model.put("rows", summary.rows());
        model.put("orders", summary.orders());
        model.put("total", summary.totalWithTax().toPlainString() + " " + summary.currency());
        model.put("apiCalls", summary.apiCalls());
        model.put("seconds", summary.seconds().toPlainString());
        model.put("finishedAt", summary.finishedAt());
        model.put("states", states(summary));
        model.put("reasons", bars(highlights.reasons()));
        model.put("extensions", bars(highlights.extensions()));
        model.put("sections", sections(summary, highlights, files));
        pages.write("report.ftlh", model, html);
    }

    /** The parts of the stacked bar, left to right, in thousandths of its width. */
    private static List<Map<String, Object>> states(Summary summary) {
        List<Map<String, Object>> parts = new ArrayList<>();
        double from = 0;
        for (ResultState state : ResultState.values()) {
            long count = summary.count(state);
            double width = summary.rows() == 0 ? 0 : CHART_WIDTH * count / summary.rows();
            parts.add(Map.of("name", state.text(), "count", count, "x", rounded(from), "width", rounded(width)));
            from += width;
        }
        return parts;
    }

    private static List<Map<String, Object>> bars(List<Highlights.Count> counts) {
        long most = counts.stream().mapToLong(Highlights.Count::rows).max().orElse(1);
        return counts.stream()
                .map(c -> Map.<String, Object>of(
                        "name",
                        c.text(),
                        "state",
                        c.state().text(),
                        "count",
                        c.rows(),
                        "width",
                        rounded(Math.max(2, 100.0 * c.rows() / most))))
                .toList();
    }

    /** Problems first: rows that a person must check come before successful ones. */
    private static List<Map<String, Object>> sections(Summary summary, Highlights highlights, ResultFiles files) {
        List<Map<String, Object>> sections = new ArrayList<>();
        for (ResultState state : List.of(
                ResultState.UNFINISHED,
                ResultState.FAILED,
                ResultState.REFUSED,
                ResultState.CANCELLED,
                ResultState.DONE)) {
            List<Map<String, Object>> rows =
                    highlights.first(state).stream().map(Report::row).toList();
            sections.add(Map.of(
                    "name",
                    state.text(),
                    "count",
                    summary.count(state),
                    "rows",
                    rows,
                    "more",
                    summary.count(state) - rows.size(),
                    "table",
                    files.table(state).getFileName().toString()));
        }
        return sections;
    }

    private static Map<String, Object> row(ResultRow row) {
        return Map.of(
                "line",
                row.line(),
                "domain",
                ShownName.of(row.domain()),
                "reason",
                text(row.reason()),
                "whatToDo",
                text(row.whatToDo()),
                "order",
                text(row.orderId()),
                "price",
                text(row.priceWithTax()));
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static String rounded(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
