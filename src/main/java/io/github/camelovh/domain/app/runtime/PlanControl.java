// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import io.github.camelovh.domain.app.job.FileOwner;
import io.github.camelovh.domain.app.job.PlanAnswer;
import io.github.camelovh.domain.app.job.PlanCommand;
import io.github.camelovh.domain.app.job.ResultWriter;
import io.github.camelovh.domain.app.ledger.FileState;
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
     * @param asking told before another process is asked, as its answer takes some time
     * @return empty if another process holds the ledger and does not answer; then nothing was done or will be
     */
    public static Optional<PlanAnswer> run(ApplicationSettings settings, PlanCommand command, Runnable asking)
            throws IOException, InterruptedException {
        try {
            return Optional.of(ofLedger(settings, command));
        } catch (LedgerBusyException e) {
            asking.run();
        }
        Optional<PlanAnswer> answer = new RemoteControlFiles(settings.control())
                .ask(command)
                .map(told -> new PlanAnswer(told.yes(), told.text().stripTrailing()));
        if (answer.isPresent()) {
            return answer;
        }
        try {
            return Optional.of(ofLedger(settings, command)); // the process that had it may have ended
        } catch (LedgerBusyException e) {
            return Optional.empty();
        }
    }

    private static PlanAnswer ofLedger(ApplicationSettings settings, PlanCommand command) throws IOException {
        Clock clock = Clock.system(ZoneId.systemDefault());
        try (Ledger ledger = Application.openLedger(settings, clock)) {
            LedgerServices services = LedgerServices.of(settings, ledger, Application.owner(), () -> 0L, clock);
            PlanAnswer answer = services.planCommands().answer(command, FileOwner.ofThisProcess());
            finishCancelled(ledger, services.resultWriter());
            return isToBeDone(ledger, command)
                    ? new PlanAnswer(answer.done(), answer.sentence() + whoDoesIt(settings))
                    : answer;
        }
    }

    private static boolean isToBeDone(Ledger ledger, PlanCommand command) {
        return command instanceof PlanCommand.Approve approve
                && ledger.files()
                        .findByCode(approve.code())
                        .filter(file -> file.state() == FileState.APPROVED)
                        .isPresent();
    }

    /** An H2 ledger that could be opened is no other process's, so no `run` is at work. */
    private static String whoDoesIt(ApplicationSettings settings) {
        return settings.ledger().url().isEmpty()
                ? " No `ovh-domain run` is working on this ledger; start one, which carries out the plan."
                : " An `ovh-domain run` on this ledger carries out the plan; if none is running, start one.";
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
