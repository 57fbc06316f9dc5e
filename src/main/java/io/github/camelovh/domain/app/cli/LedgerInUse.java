// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import io.github.camelovh.domain.app.ledger.LedgerBusyException;
import io.github.camelovh.domain.app.runtime.Application;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Properties;

/** What a command does where another process has the ledger, which an H2 ledger allows to one only. */
final class LedgerInUse {
    private LedgerInUse() {}

    /** Says that the other process is asked, as its answer takes some time. */
    static void asking(PrintWriter err) {
        err.println("The ledger is in use by another process. Waiting for its answer, for up to 20 seconds.");
        err.flush();
    }

    /**
     * Starts the product for one file.
     *
     * @param folder in which the other process, if it is {@code run}, picks up such files
     */
    static Application start(ApplicationSettings settings, Properties properties, Path folder) throws Exception {
        try {
            return Application.start(settings, properties, false);
        } catch (LedgerBusyException e) {
            throw e.getCause() == null ? e : new CommandFailedException(advice(folder));
        }
    }

    static String advice(Path folder) {
        return "The ledger is in use by another process. Nothing was read or changed. If that process is `ovh-domain"
                + " run`, move the file to " + folder + ": `run` plans it, and `ovh-domain approve CODE` approves it."
                + " Or stop that process, and run the same command again.";
    }
}
