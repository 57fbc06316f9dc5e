// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import io.github.camelovh.domain.app.ledger.LedgerBusyException;
import io.github.camelovh.domain.app.ledger.LedgerException;
import io.github.camelovh.domain.app.ledger.LedgerInspection;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether the file of an H2 ledger may be opened, or made. Stateless. */
final class LedgerFile {
    private LedgerFile() {}

    /**
     * Looks at it before it is opened: H2 would make a new ledger in place of one that is gone, or that was cut off.
     *
     * @throws LedgerBusyException if it is another user's
     * @throws LedgerException if a new one would be made beside what an earlier one did
     */
    static void check(ApplicationSettings settings) {
        if (!settings.ledger().url().isEmpty()) {
            return;
        }
        Path file = settings.data().resolve("ledger.mv.db");
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new LedgerBusyException(
                    "The ledger in " + settings.data()
                            + " is another user's. Nothing was read or bought. Ask that user, or"
                            + " let several processes share a PostgreSQL ledger.",
                    null);
        }
        Path trace = traceOfEarlier(settings);
        if (trace != null && LedgerInspection.isEmpty(Application.placeOf(settings))) {
            throw new LedgerException(
                    "The ledger's file " + file + (Files.exists(file) ? " holds nothing" : " is missing")
                            + ", but " + trace
                            + " tells what an earlier ledger did. No new one was made; nothing was read or bought. Put"
                            + " a copy of the ledger in its place. If there is none, check what was ordered at"
                            + " OVHcloud, then use another data folder.");
        }
    }

    /** A result or an event of a row; null if there is none. */
    private static Path traceOfEarlier(ApplicationSettings settings) {
        for (Path folder : List.of(settings.outbox(), settings.events())) {
            if (Files.isDirectory(folder)) {
                try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.{summary.json,jsonl}")) {
                    for (Path each : found) {
                        return each;
                    }
                } catch (IOException e) {
                    throw new LedgerException(
                            "The folder " + folder + " cannot be read (" + e.getMessage()
                                    + "), so it is not known whether there was a ledger. Nothing was read or bought."
                                    + " Correct its rights.",
                            e);
                }
            }
        }
        return null;
    }
}
