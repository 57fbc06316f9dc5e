// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.doctor;

import io.github.camelovh.domain.app.endpoint.Endpoints;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import io.github.camelovh.domain.app.settings.OpenPlaces;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/** All checks of a set-up. Changes nothing, buys nothing, sends nothing. */
public final class Doctor {
    private final List<Check> checks;

    private Doctor(List<Check> checks) {
        this.checks = checks;
    }

    /**
     * The checks of the whole product.
     *
     * @param operations full names of all that it calls
     * @param sandbox whether a sandbox answers instead of OVHcloud
     */
    public static Doctor of(
            ApplicationSettings settings,
            LedgerSettings ledger,
            Endpoints endpoints,
            Collection<String> operations,
            boolean sandbox,
            Clock clock) {
        return new Doctor(List.of(
                new AccountCheck(endpoints, operations, sandbox, clock),
                new LedgerCheck(ledger, settings.ledgerKey(), List.of(settings.outbox(), settings.events()), clock),
                new FolderCheck(settings, OpenPlaces.keyFiles()),
                new RecipientCheck(settings.notices(), settings.events())));
    }

    /** What they found, in their order. */
    public List<Finding> examine() {
        return checks.stream().flatMap(check -> check.examine().stream()).toList();
    }
}
