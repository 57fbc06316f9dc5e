// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.change;

import io.github.camelovh.domain.order.Budget;
import java.util.List;
import java.util.Optional;

/**
 * What one change is carried out under: what was approved of it, how far it came before, and where it notes a step.
 *
 * @param approved the changes that somebody saw and approved, as {@link PlanOutcome.Changes} told them; empty before that
 * @param step what was noted last, before an effect or when a step ended; null if nothing was ever sent for it
 * @param journal where a step is noted before it is done
 * @param budget where money for it is set aside; null for a change that costs nothing
 */
public record ChangeRun(List<String> approved, String step, StepJournal journal, Budget budget) {

    public ChangeRun {
        approved = List.copyOf(approved);
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
        return now.stream()
                .filter(line -> !approved.contains(line))
                .findFirst()
                .map(line -> "it would now change something else than was approved: " + line);
    }
}
