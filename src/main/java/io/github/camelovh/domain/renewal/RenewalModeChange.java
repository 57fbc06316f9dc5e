// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.renewal;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.change.ChangeRun;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import java.util.List;

/** A change of what happens to a name when it expires: told first, then made. Thread-safe. */
public final class RenewalModeChange {
    private final Renewals renewals;
    private final DomainName name;
    private final RenewalMode wished;

    public RenewalModeChange(Renewals renewals, DomainName name, RenewalMode wished) {
        this.renewals = renewals;
        this.name = name;
        this.wished = wished;
    }

    /** What it would change now; one call. Changes nothing. */
    public PlanOutcome plan() {
        RenewalState state = renewals.state(name);
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

    /** Makes it as it was approved; compares first, so that doing it again changes nothing. */
    public ExecutionResult apply(ChangeRun run) {
        return run.ifApproved(plan(), changes -> set());
    }

    private ExecutionResult set() {
        try {
            RenewalState after = renewals.set(name, wished);
            return new ExecutionResult.Done(
                    "its renewal is " + after.mode().word() + "; it expires on " + after.expiration());
        } catch (IllegalStateException e) {
            return new ExecutionResult.Again(e.getMessage());
        }
    }
}
