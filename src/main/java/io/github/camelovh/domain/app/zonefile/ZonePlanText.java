// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zonefile;

import io.github.camelovh.domain.api.model.VisibleText;
import io.github.camelovh.domain.app.job.ImportTicket;
import io.github.camelovh.domain.app.job.ResultWriter;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestState;
import io.github.camelovh.domain.app.result.PendingFile;
import io.github.camelovh.domain.app.settings.ZoneRules;
import io.github.camelovh.domain.dns.GuardBreach;
import java.io.IOException;
import java.util.EnumSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes the plan of a zone file for people: a line for each record. Thread-safe. */
public final class ZonePlanText {
    private final Ledger ledger;
    private final ResultWriter results;

    /** @param results knows where the files of a zone lie */
    public ZonePlanText(Ledger ledger, ResultWriter results) {
        this.ledger = ledger;
        this.results = results;
    }

    /**
     * Writes {@code NAME.plan.txt} to the outbox.
     *
     * @return the same ticket
     */
    public ImportTicket write(ImportTicket ticket) throws IOException {
        ImportedFile file = ledger.files().find(ticket.fileId()).orElseThrow();
        PendingFile.write(results.filesOf(file).planText(), of(file));
        return ticket;
    }

    /** The plan of a zone file, or how it ended without one. */
    public String of(ImportedFile file) {
        return of(file, file.approvedAt() != null);
    }

    /**
     * The plan of a zone file, or how it ended without one.
     *
     * @param approved whether a person approves it, also where a guard stops it
     */
    public String of(ImportedFile file, boolean approved) {
        Request row = ledger.requests()
                .page(file.id(), 0, EnumSet.allOf(RequestState.class), 1)
                .get(0);
        if (row.plan() == null || row.plan().terms() == null) {
            return row.domain() + ": " + VisibleText.line(row.outcome()) + "\n";
        }
        String plan = row.plan().terms();
        return row.domain() + ": " + count(plan, line -> line.startsWith("+ ")) + " to create, "
                + count(plan, line -> line.startsWith("~ ")) + " to update, "
                + count(plan, line -> line.startsWith("- ")) + " to delete\n"
                + plan.lines().map(line -> shown(line, approved) + "\n").collect(Collectors.joining())
                + (file.planCode() == null ? "" : "Code: " + file.planCode() + "\n");
    }

    private static String shown(String line, boolean approved) {
        return VisibleText.line(
                GuardBreach.isPlanLine(line) ? GuardBreach.shown(line, ZoneRules.OPTIONS, approved) : line);
    }

    private static long count(String plan, Predicate<String> which) {
        return plan.lines().filter(which).count();
    }
}
