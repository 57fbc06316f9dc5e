// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.transfer;

import io.github.camelovh.domain.api.model.AuthCode;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.change.PlanOutcome;
import java.util.Optional;

/**
 * Where auth codes of names that leave are handed over: sealed files, a vault, or the like. A code goes from the API to here
 * and nowhere else: no message, log or trace holds it. Implementations are thread-safe, and never show a code, in exceptions
 * neither.
 */
public interface AuthCodeStore {
    /** Why no code can be handed over now, and what helps; empty if it can. */
    Optional<PlanOutcome.Refused> objection();

    /** Where the code of a name is, once it is handed over. */
    String placeOf(DomainName name);

    /** Who can read what is handed over, as an approver tells one recipient from another. */
    String recipient();

    /** Hands a code over; a second time puts it in the place of the first. */
    void handOver(DomainName name, AuthCode code);
}
