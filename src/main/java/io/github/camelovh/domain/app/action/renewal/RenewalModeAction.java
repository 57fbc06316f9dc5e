// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action.renewal;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.action.Action;
import io.github.camelovh.domain.app.action.ActionRow;
import io.github.camelovh.domain.app.row.RowCommand;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.renewal.RenewalMode;
import io.github.camelovh.domain.renewal.RenewalState;
import io.github.camelovh.domain.renewal.Renewals;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What happens to names when they expire: {@code set-auto-renew}. Thread-safe. */
public final class RenewalModeAction implements Action {
    private final Supplier<Renewals> renewals;

    public RenewalModeAction(Supplier<Renewals> renewals) {
        this.renewals = renewals;
    }

    @Override
    public List<String> actions() {
        return List.of(RowCommand.SetRenewal.ACTION);
    }

    @Override
    public List<PlanOutcome> look(DomainName name, List<ActionRow> rows) {
        RenewalState state = renewals.get().state(name);
        return rows.stream().map(row -> finding(state, modeOf(row))).toList();
    }

    private static RenewalMode modeOf(ActionRow row) {
        return ((RowCommand.SetRenewal) row.command()).mode();
    }

    private static PlanOutcome finding(RenewalState state, RenewalMode wished) {
        if (state.mode() == wished) {
            return new PlanOutcome.AsWished("its renewal is " + wished.word() + " already");
        }
        if (state.forced() || (wished == RenewalMode.CANCEL && !state.cancellable())) {
            return new PlanOutcome.Refused(
                    "its renewal is fixed by OVHcloud (" + state.mode().word() + ")", "take the row out of the file");
        }
        return new PlanOutcome.Changes(List.of("renewal " + state.mode().word() + " -> " + wished.word()
                + (wished == RenewalMode.CANCEL ? ": the name is given up on " + state.expiration() : "")));
    }

    @Override
    public List<ExecutionResult> act(DomainName name, List<ActionRow> rows) {
        return rows.stream().map(row -> ending(name, row)).toList();
    }

    private ExecutionResult ending(DomainName name, ActionRow row) {
        RenewalState state = renewals.get().state(name);
        Optional<ExecutionResult> other = row.unlessApproved(finding(state, modeOf(row)));
        if (other.isPresent()) {
            return other.get();
        }
        try {
            RenewalState after = renewals.get().set(name, modeOf(row));
            return new ExecutionResult.Done(
                    "its renewal is " + after.mode().word() + "; it expires on " + after.expiration());
        } catch (IllegalStateException e) {
            return new ExecutionResult.Again(e.getMessage());
        }
    }
}
