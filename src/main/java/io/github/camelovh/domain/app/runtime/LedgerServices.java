// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import io.github.camelovh.domain.app.job.FixFileWriter;
import io.github.camelovh.domain.app.job.Outbox;
import io.github.camelovh.domain.app.job.PlanApproval;
import io.github.camelovh.domain.app.job.PlanCancellation;
import io.github.camelovh.domain.app.job.PlanCommands;
import io.github.camelovh.domain.app.job.ResultWriter;
import io.github.camelovh.domain.app.job.RowSecrets;
import io.github.camelovh.domain.app.job.WaitingPlans;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import java.time.Clock;
import java.util.function.LongSupplier;

/** What needs the ledger and no account: the secrets of rows, commands about plans, and results. */
record LedgerServices(
        RowSecrets secrets,
        PlanApproval planApproval,
        PlanCommands planCommands,
        FixFileWriter fixFileWriter,
        ResultWriter resultWriter) {

    /** @param apiCalls calls made to OVHcloud by this process so far */
    static LedgerServices of(
            ApplicationSettings settings, Ledger ledger, String owner, LongSupplier apiCalls, Clock clock) {
        RowSecrets secrets = new RowSecrets(new Lazy<>(() -> ledger.seal(settings.ledgerKey())));
        PlanApproval approval = new PlanApproval(ledger, settings.limits().now(), settings.fourEyes());
        Outbox outbox = new Outbox(ledger, settings.outbox());
        FixFileWriter fixes = new FixFileWriter(ledger, outbox);
        return new LedgerServices(
                secrets,
                approval,
                new PlanCommands(approval, new PlanCancellation(ledger), new WaitingPlans(ledger)),
                fixes,
                new ResultWriter(
                        ledger,
                        owner,
                        secrets,
                        settings.privacy().showPersonal(),
                        outbox,
                        fixes,
                        settings.currency(),
                        apiCalls,
                        clock));
    }
}
