// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The journal of calls, one line per HTTP call, in the order in which their handling ended. Append only. Only the
 * newest {@value #KEPT} lines are kept; older ones are only counted. Thread-safe.
 */
public final class Journal {
    static final int KEPT = 20_000;

    /**
     * One call.
     *
     * @param route e.g. {@code GET /domain/{serviceName}}; {@code GET (unknown)} for a path without a route
     * @param path as called, without query, because queries may contain secrets
     * @param status of the answer; 0 if the connection was cut
     * @param effect whether state changed
     * @param fault the kind of fault, or the empty text
     */
    public record Line(
            Instant at, String queryId, String route, String path, int status, boolean effect, String fault) {
        @Override
        public String toString() {
            return at + " " + route + " (" + path + ") " + (status == 0 ? "cut" : status) + (effect ? " effect" : "")
                    + (fault.isEmpty() ? "" : " fault " + fault) + " " + queryId;
        }
    }

    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();

    synchronized void add(Line line) {
        counts.merge(line.route(), 1L, Long::sum);
        lines.add(line);
        if (lines.size() > 2 * KEPT) {
            lines.subList(0, KEPT).clear();
        }
    }

    /** Resets the counts and deletes the lines. */
    public synchronized void clear() {
        counts.clear();
        lines.clear();
    }

    public synchronized long count(String route) {
        return counts.getOrDefault(route, 0L);
    }

    /** The counts by route, sorted. */
    public synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    public synchronized long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The newest lines, oldest first. */
    public synchronized List<Line> last(int most) {
        return List.copyOf(lines.subList(Math.max(0, lines.size() - most), lines.size()));
    }

    /** The three lines most similar to an expected route: same method and longest common beginning. */
    public synchronized List<Line> nearest(String route) {
        return lines.stream()
                .sorted(Comparator.comparingInt((Line line) -> -commonStart(line.route(), route)))
                .limit(3)
                .toList();
    }

    private static int commonStart(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }
}
