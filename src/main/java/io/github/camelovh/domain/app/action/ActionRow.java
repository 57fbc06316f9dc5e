// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action;

import io.github.camelovh.domain.change.ClaimLostException;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.change.StepJournal;

import io.github.camelovh.domain.api.model.AuthCode;
import io.github.camelovh.domain.app.row.RowCommand;
import io.github.camelovh.domain.order.Budget;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A row that changes something.
 *
 * @param id its number in the ledger
 * @param command what it asks for
 * @param authCode the auth code that it gives; null for none
 * @param approved the changes that somebody saw and approved, as {@link PlanOutcome.Changes} told them; empty before that
 * @param step what was noted last, before an effect or when a step ended; null if nothing was ever sent for it
 * @param notes where a step is noted before it is done
 * @param budget where money for it is set aside; null for a row that costs nothing
 */
public record ActionRow(
        long id,
        RowCommand command,
        AuthCode authCode,
        List<String> approved,
        String step,
        StepJournal notes,
        Budget budget) {
    public ActionRow {
        Objects.requireNonNull(command);
        approved = List.copyOf(approved);
    }

    /** Whether something may have been sent for it before. */
    public boolean wasBegun() {
        return step != null;
    }

    /**
     * Notes a step before it is done.
     *
     * @throws ClaimLostException if another worker has the row by now
     */
    public void begin(String noted) {
        notes.note(noted);
    }

    /**
     * How it ends where what would be done now is not what was approved; empty if it is, or is a part of that.
     *
     * @param now what would be done now
     */
    public Optional<ExecutionResult> unlessApproved(PlanOutcome now) {
        if (now instanceof PlanOutcome.Refused refused) {
            return Optional.of(new ExecutionResult.Refused(refused.why(), refused.whatToDo()));
        }
        if (now instanceof PlanOutcome.AsWished asWished) {
            return Optional.of(new ExecutionResult.Done(asWished.sentence()));
        }
        return unlike(((PlanOutcome.Changes) now).lines())
                .map(why -> new ExecutionResult.Refused(why, "drop the row again, and approve the plan of now"));
    }

    /** Why these changes are not the approved ones; empty if they are, or are a part of them. */
    public Optional<String> unlike(List<String> now) {
        return now.stream()
                .filter(line -> !approved.contains(line))
                .findFirst()
                .map(line -> "it would now change something else than was approved: " + line);
    }
}
