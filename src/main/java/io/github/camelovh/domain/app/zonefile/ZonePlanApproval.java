// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zonefile;

import io.github.camelovh.domain.app.job.ImportTicket;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestState;
import io.github.camelovh.domain.app.settings.ZoneRules;
import io.github.camelovh.domain.dns.GuardBreach;
import io.github.camelovh.domain.dns.ZoneJournal.Writes;
import java.util.EnumSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Approves the plan of a zone file by the settings, where they allow that and no guard stops it. Thread-safe. */
public final class ZonePlanApproval {
    private static final Logger LOG = LoggerFactory.getLogger(ZonePlanApproval.class);

    private final Ledger ledger;
    private final ZoneRules rules;

    public ZonePlanApproval(Ledger ledger, ZoneRules rules) {
        this.ledger = ledger;
        this.rules = rules;
    }

    /** The files whose plans the settings approved, and of whose zones something else has to be planned since. */
    public List<ImportTicket> outdated() {
        return ledger.zones().toPlanAgain().stream()
                .map(file -> new ImportTicket(file.id(), file.name(), file.state(), file.planCode()))
                .toList();
    }

    /**
     * Approves the plan, or leaves it to a person.
     *
     * @return the same ticket
     */
    public ImportTicket byRules(ImportTicket ticket) {
        ImportedFile file = ledger.files().find(ticket.fileId()).orElseThrow();
        List<Request> planned = ledger.requests().page(file.id(), 0, EnumSet.of(RequestState.PLANNED), 1);
        if (rules.apply() && file.state() == FileState.PLANNED && file.cancelled() == null && !planned.isEmpty()) {
            approve(file, planned.get(0).plan().terms());
        }
        return ticket;
    }

    private void approve(ImportedFile file, String plan) {
        if (plan.lines().anyMatch(GuardBreach::isPlanLine)) {
            LOG.info("{}: a guard stops the plan, so it waits for an approval", file.name());
            return;
        }
        Writes most = new Writes(rules.guards().maxRunUpdates(), rules.guards().maxRunDeletes());
        if (ledger.plans()
                .approveWithin(file.id(), file.planCode(), Writes.of(plan), most)
                .isEmpty()) {
            LOG.info(
                    "{}: with what was approved within the last hour, the plan is beyond {}maxRunUpdates or"
                            + " maxRunDeletes, so it waits for an approval",
                    file.name(),
                    ZoneRules.OPTIONS);
        }
    }
}
