// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import io.github.camelovh.domain.app.job.PlanAnswer;
import io.github.camelovh.domain.app.job.PlanCommand;
import io.github.camelovh.domain.app.runtime.PlanControl;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import java.io.IOException;
import java.io.PrintWriter;

/** Runs a command about plans. */
final class PlanCommandRunner {
    private PlanCommandRunner() {}

    /**
     * Runs it on the ledger, or in the process that holds it.
     *
     * @param err told where that process is asked
     */
    static PlanAnswer run(ApplicationSettings settings, PlanCommand command, PrintWriter err)
            throws IOException, InterruptedException {
        return PlanControl.run(settings, command, () -> LedgerInUse.asking(err))
                .orElseThrow(
                        () -> new CommandFailedException("The process that holds the ledger did not answer, so nothing"
                                + " was done. Is it `ovh-domain run`? An `import` takes no commands from others."));
    }
}
