// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action;

import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads what a route answers about a change. A route made of operations answers {@link PlanOutcome} or {@link ExecutionResult}; one
 * of the user's own may answer plain values: a text, which is a change of a plan, or the sentence of what is done; a map with the
 * member {@code outcome}, see {@link MapAnswer}; or a list of any of these, which are taken together. Nothing is guessed: all
 * else is an error that names the route. Immutable.
 */
final class RouteAnswers {
    private final String route;

    /** @param route for errors */
    RouteAnswers(String route) {
        this.route = route;
    }

    /**
     * What a plan of some rows comes to.
     *
     * @param rows how many there are; a list of so many answers has one for each
     * @throws IllegalStateException if the answer is not understood
     */
    List<PlanOutcome> plans(Object answer, int rows) {
        return each(answer, rows, this::plan);
    }

    /**
     * How the change of some rows ended.
     *
     * @param rows as for {@link #plans}
     * @throws IllegalStateException if the answer is not understood
     */
    List<ExecutionResult> results(Object answer, int rows) {
        return each(answer, rows, this::result);
    }

    private <T> List<T> each(Object answer, int rows, Function<Object, T> read) {
        if (rows == 1 || !(answer instanceof Collection<?> list)) {
            return Collections.nCopies(rows, read.apply(answer));
        }
        if (list.size() != rows) {
            throw error("answered " + list.size() + " times for " + rows
                    + " rows; it has to give one answer for all rows, or a list with one for each");
        }
        return list.stream().map(read).toList();
    }

    private PlanOutcome plan(Object answer) {
        if (answer instanceof PlanOutcome outcome) {
            return outcome;
        }
        if (answer instanceof Collection<?> list) {
            return list.isEmpty()
                    ? new PlanOutcome.AsWished("all is as wished already")
                    : CombinedAnswers.plan(route, list.stream().map(this::plan).toList());
        }
        if (answer instanceof Map<?, ?> map) {
            return new MapAnswer(route, map).plan();
        }
        return new PlanOutcome.Changes(text(answer).lines().map(String::strip).toList());
    }

    private ExecutionResult result(Object answer) {
        if (answer instanceof ExecutionResult result) {
            return result;
        }
        if (answer instanceof Collection<?> list && !list.isEmpty()) {
            return CombinedAnswers.result(list.stream().map(this::result).toList());
        }
        if (answer instanceof Map<?, ?> map) {
            return new MapAnswer(route, map).result();
        }
        return new ExecutionResult.Done(text(answer));
    }

    /** A sentence. JSON as text is none: its outcome would go unread. */
    private String text(Object answer) {
        if (answer instanceof CharSequence text) {
            String plain = text.toString().strip();
            if (plain.startsWith("{") || plain.startsWith("[")) {
                throw error("answered with JSON as text; turn it into a map first (unmarshal: json)");
            }
            if (!plain.isEmpty()) {
                return plain;
            }
        }
        String what = answer == null
                ? "nothing"
                : answer instanceof CharSequence
                        ? "an empty text"
                        : answer instanceof Collection
                                ? "an empty list"
                                : "a " + answer.getClass().getName();
        throw error("answered with " + what + ", which does not say how it stands. Answer with what an operation of"
                + " ovh-domain gives, a text, a map with the member \"outcome\", or a list of these");
    }

    private IllegalStateException error(String what) {
        return new IllegalStateException("Route direct:" + route + " " + what);
    }
}
