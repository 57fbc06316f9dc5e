// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestState;
import io.github.camelovh.domain.app.row.RowCommand;
import io.github.camelovh.domain.renewal.KnownRenewals;
import io.github.camelovh.domain.renewal.RenewalProgress;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** The renewals that rows of the ledger ordered. Thread-safe. */
public final class OrderedRenewals implements KnownRenewals {
    private static final Set<String> ABOUT_RENEWALS = Set.of(RowCommand.Renew.ACTION, RowCommand.SetRenewal.ACTION);

    private final Ledger ledger;

    public OrderedRenewals(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Optional<Long> orderOf(DomainName name, LocalDate expiry) {
        return ledger.requests().findByDomain(name.ascii()).stream()
                .filter(row -> row.action().equals(RowCommand.Renew.ACTION) && row.orderId() != null)
                // The order of a row that ended as refused was cancelled.
                .filter(row -> row.state() != RequestState.REFUSED)
                .filter(row -> memoOf(row).before().equals(expiry))
                .map(Request::orderId)
                .findFirst();
    }

    /** Whether a row about its renewal waits, or is being done. */
    public boolean isUnderWay(DomainName name) {
        return ledger.requests().findByDomain(name.ascii()).stream()
                .anyMatch(row -> row.state().isOpen() && ABOUT_RENEWALS.contains(row.action()));
    }

    private static RenewalProgress memoOf(Request row) {
        return RenewalProgress.of(RepairProgress.of(row.memo()).step());
    }
}
