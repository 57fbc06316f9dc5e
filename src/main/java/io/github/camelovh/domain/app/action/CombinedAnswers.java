// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action;

import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes the outcomes of several steps of a route together, as the outcome of the row. What needs a person wins over what is tried
 * again, that over what waits, and that over what is done.
 */
final class CombinedAnswers {
    /** The first kind that is there wins. */
    static final List<Class<? extends ExecutionResult>> PRECEDENCE = List.of(
            ExecutionResult.Stuck.class,
            ExecutionResult.Failed.class,
            ExecutionResult.Refused.class,
            ExecutionResult.Again.class,
            ExecutionResult.PutOff.class,
            ExecutionResult.Ordered.class,
            ExecutionResult.Later.class,
            ExecutionResult.Sent.class,
            ExecutionResult.Done.class);

    private CombinedAnswers() {}

    /**
     * What all steps would change.
     *
     * @param route for errors
     * @param all not empty
     * @throws IllegalStateException if two of them have a price, as one approval is for one price
     */
    static PlanOutcome plan(String route, List<PlanOutcome> all) {
        List<PlanOutcome.Refused> refused = only(all, PlanOutcome.Refused.class);
        if (!refused.isEmpty()) {
            return new PlanOutcome.Refused(
                    joined(refused, PlanOutcome.Refused::why), joined(refused, PlanOutcome.Refused::whatToDo));
        }
        List<PlanOutcome.Changes> changes = only(all, PlanOutcome.Changes.class);
        if (changes.isEmpty()) {
            return new PlanOutcome.AsWished(
                    joined(only(all, PlanOutcome.AsWished.class), PlanOutcome.AsWished::sentence));
        }
        List<PlanOutcome.Cost> costs = changes.stream()
                .map(PlanOutcome.Changes::cost)
                .filter(Objects::nonNull)
                .toList();
        if (costs.size() > 1) {
            throw new IllegalStateException("Route direct:" + route + " answered with " + costs.size()
                    + " prices, and one row has one price. Nothing was planned; make each of them a row of its own");
        }
        return new PlanOutcome.Changes(
                changes.stream().flatMap(each -> each.lines().stream()).toList(),
                costs.isEmpty() ? null : costs.get(0));
    }

    /**
     * How all steps ended.
     *
     * @param all not empty
     */
    static ExecutionResult result(List<ExecutionResult> all) {
        if (all.size() == 1) {
            return all.get(0);
        }
        Class<? extends ExecutionResult> kind = PRECEDENCE.stream()
                .filter(each -> all.stream().anyMatch(each::isInstance))
                .findFirst()
                .orElseThrow();
        return all.stream().filter(kind::isInstance).findFirst().orElseThrow().match(new Winner(all));
    }

    private static <T> List<T> only(List<? super T> all, Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static <T> String joined(List<T> all, Function<T, String> text) {
        return all.stream().map(text).distinct().collect(Collectors.joining("; "));
    }

    /** Called for the kind that wins. */
    private record Winner(List<ExecutionResult> all) implements ExecutionResult.Cases<ExecutionResult> {
        private <T extends ExecutionResult> List<T> kind(Class<T> kind) {
            return only(all, kind);
        }

        @Override
        public ExecutionResult stuck(ExecutionResult.Stuck first) {
            List<ExecutionResult.Stuck> stuck = kind(ExecutionResult.Stuck.class);
            return new ExecutionResult.Stuck(
                    joined(stuck, ExecutionResult.Stuck::why), joined(stuck, ExecutionResult.Stuck::whatToDo));
        }

        @Override
        public ExecutionResult failed(ExecutionResult.Failed first) {
            List<ExecutionResult.Failed> failed = kind(ExecutionResult.Failed.class);
            String why = joined(failed, ExecutionResult.Failed::why);
            String whatToDo = joined(failed, ExecutionResult.Failed::whatToDo);
            return isPartlyMade() ? partlyMade(why, whatToDo) : new ExecutionResult.Failed(why, whatToDo);
        }

        @Override
        public ExecutionResult refused(ExecutionResult.Refused first) {
            List<ExecutionResult.Refused> refused = kind(ExecutionResult.Refused.class);
            String why = joined(refused, ExecutionResult.Refused::why);
            String whatToDo = joined(refused, ExecutionResult.Refused::whatToDo);
            return isPartlyMade() ? partlyMade(why, whatToDo) : new ExecutionResult.Refused(why, whatToDo);
        }

        /** Whether something may be changed, or on its way: then it is not true that nothing was. */
        private boolean isPartlyMade() {
            return all.stream()
                    .anyMatch(each -> !(each instanceof ExecutionResult.Refused)
                            && !(each instanceof ExecutionResult.Failed)
                            && !(each instanceof ExecutionResult.PutOff));
        }

        private static ExecutionResult partlyMade(String why, String whatToDo) {
            return new ExecutionResult.Stuck("a part of it may be made, and another is not: " + why, whatToDo);
        }

        @Override
        public ExecutionResult again(ExecutionResult.Again first) {
            return new ExecutionResult.Again(joined(kind(ExecutionResult.Again.class), ExecutionResult.Again::why));
        }

        @Override
        public ExecutionResult putOff(ExecutionResult.PutOff first) {
            List<ExecutionResult.PutOff> putOff = kind(ExecutionResult.PutOff.class);
            return new ExecutionResult.PutOff(
                    joined(putOff, ExecutionResult.PutOff::why), longest(putOff, ExecutionResult.PutOff::pause));
        }

        @Override
        public ExecutionResult ordered(ExecutionResult.Ordered first) {
            List<ExecutionResult.Ordered> orders = kind(ExecutionResult.Ordered.class);
            if (orders.size() > 1) {
                return new ExecutionResult.Stuck(
                        "several orders were made for one row: "
                                + joined(orders, each -> String.valueOf(each.orderId())),
                        "look at these orders in the customer's console, and make each of them a row of its own");
            }
            List<ExecutionResult.Later> later = kind(ExecutionResult.Later.class);
            return later.isEmpty()
                    ? first
                    : new ExecutionResult.Stuck(
                            "order " + first.orderId() + " was made, and another step waits: "
                                    + joined(later, ExecutionResult.Later::sentence),
                            "look at both; make the order a row of its own");
        }

        @Override
        public ExecutionResult later(ExecutionResult.Later first) {
            List<ExecutionResult.Later> later = kind(ExecutionResult.Later.class);
            List<String> steps = later.stream()
                    .map(ExecutionResult.Later::step)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            if (steps.size() > 1) {
                return new ExecutionResult.Stuck(
                        "several steps of one row wait, each with something to remember: "
                                + joined(later, ExecutionResult.Later::sentence),
                        "look at the name; make each of them a row of its own");
            }
            return new ExecutionResult.Later(
                    joined(later, ExecutionResult.Later::sentence),
                    tasks(),
                    longest(later, ExecutionResult.Later::pause),
                    steps.isEmpty() ? null : steps.get(0));
        }

        @Override
        public ExecutionResult sent(ExecutionResult.Sent first) {
            return new ExecutionResult.Sent(
                    joined(kind(ExecutionResult.Sent.class), ExecutionResult.Sent::sentence), tasks());
        }

        @Override
        public ExecutionResult done(ExecutionResult.Done first) {
            return new ExecutionResult.Done(joined(kind(ExecutionResult.Done.class), ExecutionResult.Done::sentence));
        }

        private List<Long> tasks() {
            return all.stream()
                    .flatMap(each -> each instanceof ExecutionResult.Sent sent
                            ? sent.tasks().stream()
                            : each instanceof ExecutionResult.Later later ? later.tasks().stream() : null)
                    .distinct()
                    .toList();
        }

        private static <T> Duration longest(List<T> all, Function<T, Duration> pause) {
            return all.stream().map(pause).max(Comparator.naturalOrder()).orElseThrow();
        }
    }
}
