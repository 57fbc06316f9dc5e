// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import io.github.camelovh.domain.app.job.FileOwner;
import io.github.camelovh.domain.app.job.PlanAnswer;
import io.github.camelovh.domain.app.job.PlanCommand;
import io.github.camelovh.domain.app.job.ResultWriter;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerBusyException;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;

/** Runs a command about plans: on the ledger itself, or in the process that holds it. Stateless. */
public final class PlanControl {
    private PlanControl() {}

    /**
     * Runs a command in the name of the user that this process runs as.
     *
     * @return empty if another process holds the ledger and does not answer; then nothing was done or will be
     */
    public static Optional<PlanAnswer> run(ApplicationSettings settings, PlanCommand command)
            throws IOException, InterruptedException {
        Clock clock = Clock.system(ZoneId.systemDefault());
        try (Ledger ledger = Application.openLedger(settings, clock)) {
            LedgerServices services = LedgerServices.of(settings, ledger, Application.owner(), () -> 0L, clock);
            PlanAnswer answer = services.planCommands().answer(command, FileOwner.ofThisProcess());
            finishCancelled(ledger, services.resultWriter());
            return Optional.of(answer);
        } catch (LedgerBusyException e) {
            return new RemoteControlFiles(settings.control())
                    .ask(command)
                    .map(answer -> new PlanAnswer(answer.yes(), answer.text().stripTrailing()));
        }
    }

    /** Where no `run` is at work, nobody else writes the results of a file that was cancelled. */
    private static void finishCancelled(Ledger ledger, ResultWriter results) throws IOException {
        for (long file : results.candidates()) {
            if (ledger.files().find(file).map(ImportedFile::cancelled).isPresent()) {
                results.finish(file);
            }
        }
    }
}
