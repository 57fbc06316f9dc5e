// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.transfer;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.change.ChangeRun;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import java.util.List;
import java.util.Optional;

/**
 * Hands the auth code of an unlocked name over, and leaves its lock as it is. Thread-safe. Every method throws
 * {@link OvhApiException} when OVHcloud cannot be asked, or refuses.
 */
public final class AuthCodeChange {
    private final OutgoingTransfers outgoingTransfers;

    public AuthCodeChange(OutgoingTransfers outgoingTransfers) {
        this.outgoingTransfers = outgoingTransfers;
    }

    /** What would be handed over, and to whom. Changes nothing, and fetches no code. */
    public PlanOutcome plan(DomainName name, AuthCodeStore codes) {
        if (OutgoingTransfers.movesByTag(name)) {
            return new PlanOutcome.Refused(
                    "names of .uk have no auth code: they move by the tag of a registrar",
                    "write release in place of auth-code, with the column tag");
        }
        Optional<PlanOutcome.Refused> nobody = codes.objection();
        if (nobody.isPresent()) {
            return nobody.get();
        }
        return outgoingTransfers.hold(name).isOpen()
                ? new PlanOutcome.Changes(List.of(line(name, codes)))
                : new PlanOutcome.Refused(
                        name + " is locked, and its auth code is given only while it is not",
                        "write release in place of auth-code, or unlock it first");
    }

    static String line(DomainName name, AuthCodeStore codes) {
        return "hand its auth code over to " + codes.placeOf(name) + " for " + codes.recipient();
    }

    /** Fetches the code and hands it over. Doing it again replaces what was handed over. */
    public ExecutionResult apply(DomainName name, AuthCodeStore codes, ChangeRun run) {
        Optional<ExecutionResult> other = run.unlessApproved(plan(name, codes));
        if (other.isPresent()) {
            return other.get();
        }
        codes.handOver(name, outgoingTransfers.authCode(name));
        return new ExecutionResult.Done("its auth code is in " + codes.placeOf(name));
    }
}
