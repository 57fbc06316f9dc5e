// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action;

import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A map in which a route of the user's own answers. Its member {@code outcome} is the name of a kind of {@link PlanOutcome} or
 * {@link ExecutionResult}; the others are what that kind has: {@code sentence}, {@code lines}, {@code why}, {@code whatToDo},
 * {@code tasks}, {@code pause}, {@code step}, {@code nothingWasDone}; {@code domain} and {@code reasons}, which every answer of an operation has, add nothing. What is an order, or has a price, is no map: only an operation answers so. Used once,
 * by one thread.
 */
final class MapAnswer {
    private static final String LOOK = "look at the name, then drop the row again";
    private static final Set<String> OF_EVERY_OUTCOME = Set.of("domain", "reasons");
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final String route;
    private final Map<String, Object> unread = new LinkedHashMap<>();
    private String outcome;

    MapAnswer(String route, Map<?, ?> map) {
        this.route = route;
        map.forEach((name, value) -> {
            if (value != null) {
                unread.put(String.valueOf(name), value);
            }
        });
    }

    /** @throws IllegalStateException if a member is missing, unknown, or of no use for this outcome */
    PlanOutcome plan() {
        PlanOutcome read =
                switch (outcome()) {
                    case "aswished" -> new PlanOutcome.AsWished(text("sentence"));
                    case "changes" -> new PlanOutcome.Changes(lines());
                    case "refused" -> new PlanOutcome.Refused(text("why"), text("whatToDo", LOOK));
                    default -> throw unknownOutcome("AsWished, Changes, Refused");
                };
        checkAllRead();
        return read;
    }

    /** @throws IllegalStateException if a member is missing, unknown, or of no use for this outcome */
    ExecutionResult result() {
        ExecutionResult read =
                switch (outcome()) {
                    case "done" -> new ExecutionResult.Done(text("sentence"));
                    case "sent" -> new ExecutionResult.Sent(text("sentence"), someTasks());
                    case "later" -> new ExecutionResult.Later(text("sentence"), tasks(), pause(), text("step", null));
                    case "stuck" -> new ExecutionResult.Stuck(text("why"), text("whatToDo", LOOK));
                    case "refused" -> new ExecutionResult.Refused(text("why"), text("whatToDo", LOOK));
                    case "failed" -> new ExecutionResult.Failed(text("why"), text("whatToDo", LOOK));
                    case "again" -> new ExecutionResult.Again(text("why"), isTrue("nothingWasDone"));
                    case "putoff" -> new ExecutionResult.PutOff(text("why"), pause());
                    default -> throw unknownOutcome("Done, Sent, Later, Stuck, Refused, Failed, Again, PutOff");
                };
        checkAllRead();
        return read;
    }

    private String outcome() {
        outcome = text("outcome");
        return outcome.replaceAll("[-_ ]", "").toLowerCase(Locale.ROOT);
    }

    private String text(String name) {
        String text = text(name, null);
        if (text == null) {
            throw error("lacks the member \"" + name + "\"");
        }
        return text;
    }

    private String text(String name, String otherwise) {
        Object value = unread.remove(name);
        if (value == null || value.toString().isBlank()) {
            return otherwise;
        }
        if (!(value instanceof CharSequence)) {
            throw error("has something else than a text as \"" + name + "\"");
        }
        return value.toString().strip();
    }

    private boolean isTrue(String name) {
        Object value = unread.remove(name);
        if (value != null && !(value instanceof Boolean)) {
            throw error("has something else than true or false as \"" + name + "\"");
        }
        return Boolean.TRUE.equals(value);
    }

    private List<String> lines() {
        Object value = unread.remove("lines");
        Collection<?> given = value instanceof Collection<?> list ? list : value == null ? List.of() : List.of(value);
        List<String> lines = given.stream()
                .flatMap(each -> each.toString().lines())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.isEmpty()) {
            throw error("lacks the member \"lines\"");
        }
        return lines;
    }

    private List<Long> someTasks() {
        List<Long> tasks = tasks();
        if (tasks.isEmpty()) {
            throw error("lacks the member \"tasks\"");
        }
        return tasks;
    }

    private List<Long> tasks() {
        Object value = unread.remove("tasks");
        Collection<?> given = value instanceof Collection<?> list ? list : value == null ? List.of() : List.of(value);
        try {
            return given.stream().map(each -> Long.valueOf(each.toString())).toList();
        } catch (NumberFormatException e) {
            throw error("has something else than numbers of tasks as \"tasks\"");
        }
    }

    private Duration pause() {
        Object value = unread.remove("pause");
        try {
            return value == null ? PAUSE : value instanceof Duration time ? time : Duration.parse(value.toString());
        } catch (DateTimeException e) {
            throw error("has something else than a time such as PT5M as \"pause\"");
        }
    }

    /** What the answer of an operation has besides: it says nothing that the members of its kind do not. */
    private void checkAllRead() {
        unread.keySet().removeAll(OF_EVERY_OUTCOME);
        if (!unread.isEmpty()) {
            throw error("has members of no use for this outcome: " + String.join(", ", new TreeSet<>(unread.keySet())));
        }
    }

    private IllegalStateException unknownOutcome(String accepted) {
        return error("has no outcome that there is here; accepted are " + accepted);
    }

    private IllegalStateException error(String what) {
        return new IllegalStateException("The answer of route direct:" + route
                + (outcome == null ? "" : " (outcome " + outcome + ")") + " " + what);
    }
}
