// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.change;

import io.github.camelovh.domain.order.Budget;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What one change is carried out under: what was approved of it, how far it came before, and where it notes a step.
 *
 * @param approved the changes that somebody saw and approved, as {@link PlanOutcome.Changes} told them; empty before that; null
 *     where nobody is asked, so that all may be done
 * @param step what was noted last, before an effect or when a step ended; null if nothing was ever sent for it
 * @param journal where a step is noted before it is done
 * @param budget where money for it is set aside; null for a change that costs nothing
 */
public record ChangeRun(List<String> approved, String step, StepJournal journal, Budget budget) {

    public ChangeRun {
        approved = approved == null ? null : List.copyOf(approved);
    }

    /** Nobody is asked for an approval, and no step is noted. */
    public static ChangeRun withoutApproval(Budget budget) {
        return new ChangeRun(null, null, step -> {}, budget);
    }

    /** Whether something may have been sent for it before. */
    public boolean wasBegun() {
        return step != null;
    }

    /**
     * Notes a step before it is done.
     *
     * @throws ClaimLostException if another worker has the change by now
     */
    public void begin(String noted) {
        journal.note(noted);
    }

    /**
     * Makes the hold on the change last anew; for changes of many calls, before each that has an effect.
     *
     * @throws ClaimLostException if another worker has the change by now: then that call must not be made
     */
    public void renew() {
        journal.renew();
    }

    /**
     * Makes the change if what would be done now is what was approved, or a part of that.
     *
     * @param now what would be done now
     * @param make makes these changes
     * @return how it ended; where it was not made, why
     */
    public ExecutionResult ifApproved(PlanOutcome now, Function<PlanOutcome.Changes, ExecutionResult> make) {
        return now.match(new PlanOutcome.Cases<>() {
            @Override
            public ExecutionResult asWished(PlanOutcome.AsWished outcome) {
                return new ExecutionResult.Done(outcome.sentence());
            }

            @Override
            public ExecutionResult changes(PlanOutcome.Changes outcome) {
                return unlike(outcome.lines())
                        .<ExecutionResult>map(why ->
                                new ExecutionResult.Refused(why, "drop the row again, and approve the plan of now"))
                        .orElseGet(() -> make.apply(outcome));
            }

            @Override
            public ExecutionResult refused(PlanOutcome.Refused outcome) {
                return new ExecutionResult.Refused(outcome.why(), outcome.whatToDo());
            }
        });
    }

    /**
     * How it ends where what would be done now is not what was approved; empty if it is, or is a part of that.
     *
     * @param now what would be done now
     */
    public Optional<ExecutionResult> unlessApproved(PlanOutcome now) {
        return now.match(new PlanOutcome.Cases<>() {
            @Override
            public Optional<ExecutionResult> asWished(PlanOutcome.AsWished outcome) {
                return Optional.of(new ExecutionResult.Done(outcome.sentence()));
            }

            @Override
            public Optional<ExecutionResult> changes(PlanOutcome.Changes outcome) {
                return unlike(outcome.lines())
                        .map(why ->
                                new ExecutionResult.Refused(why, "drop the row again, and approve the plan of now"));
            }

            @Override
            public Optional<ExecutionResult> refused(PlanOutcome.Refused outcome) {
                return Optional.of(new ExecutionResult.Refused(outcome.why(), outcome.whatToDo()));
            }
        });
    }

    /** Why these changes are not the approved ones; empty if they are, or are a part of them. */
    public Optional<String> unlike(List<String> now) {
        return approved == null
                ? Optional.empty()
                : now.stream()
                        .filter(line -> !approved.contains(line))
                        .findFirst()
                        .map(line -> "it would now change something else than was approved: " + line);
    }
}
