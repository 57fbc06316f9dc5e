// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action;

import io.github.camelovh.domain.api.model.AuthCode;
import io.github.camelovh.domain.api.model.HoldsSecret;
import io.github.camelovh.domain.app.row.RowCommand;
import io.github.camelovh.domain.change.ChangeRun;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.order.Budget;
import java.util.List;
import java.util.Objects;

/**
 * A row, decoded.
 *
 * @param id its number in the ledger
 * @param command what it asks for
 * @param authCode the auth code that it gives; null for none
 * @param cost what it costs by its plan; null before that was asked, and for nothing
 * @param run what it is carried out under
 */
@HoldsSecret
public record ActionRow(long id, RowCommand command, AuthCode authCode, PlanOutcome.Cost cost, ChangeRun run) {

    public ActionRow {
        Objects.requireNonNull(command);
        Objects.requireNonNull(run);
    }

    /** The changes that somebody saw and approved; empty before that. */
    public List<String> approved() {
        return run.approved();
    }

    /** What was noted last, before an effect or when a step ended; null if nothing was ever sent for it. */
    public String step() {
        return run.step();
    }

    /** Where money for it is set aside; null for a row that costs nothing. */
    public Budget budget() {
        return run.budget();
    }

    /** Whether something may have been sent for it before. */
    public boolean wasBegun() {
        return run.wasBegun();
    }

    /** Notes a step before it is done; see {@link ChangeRun#begin}. */
    public void begin(String noted) {
        run.begin(noted);
    }
}
