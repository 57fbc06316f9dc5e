// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import io.github.camelovh.domain.app.ledger.LedgerBusyException;
import io.github.camelovh.domain.app.runtime.Application;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** What a command does where another process has the ledger, which an H2 ledger allows to one only. */
final class LedgerInUse {
    private LedgerInUse() {}

    /**
     * Reads the ledger, or asks the process that has it; and reads it once more where nobody answers, as that process may have ended.
     *
     * @param ofLedger reads it; throws {@link LedgerBusyException} if another process has it
     * @param ofOther the answer of the other process, empty if there is none in time
     * @param unanswered what is said then
     */
    static <T> T ask(Supplier<T> ofLedger, Callable<Optional<T>> ofOther, PrintWriter err, String unanswered)
            throws Exception {
        try {
            return ofLedger.get();
        } catch (LedgerBusyException e) {
            asking(err);
        }
        Optional<T> answer = ofOther.call();
        if (answer.isPresent()) {
            return answer.get();
        }
        try {
            return ofLedger.get();
        } catch (LedgerBusyException e) {
            throw new CommandFailedException(unanswered);
        }
    }

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
