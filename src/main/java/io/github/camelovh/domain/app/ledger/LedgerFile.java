// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether the file of an H2 ledger may be opened, or made. Stateless. */
public final class LedgerFile {
    private LedgerFile() {}

    /**
     * Looks at it before it is opened: H2 would make a new ledger in place of one that is gone, or that was cut off.
     *
     * @param results folders of the results and events of its rows
     * @throws LedgerBusyException if it is another user's
     * @throws LedgerException if a new one would be made beside what an earlier one did
     */
    public static void check(LedgerSettings place, List<Path> results) {
        Path file = place.fileOfH2();
        if (file == null) {
            return;
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new LedgerBusyException(
                    "The ledger in " + file.getParent()
                            + " is another user's. Nothing was read or bought. Ask that user, or"
                            + " let several processes share a PostgreSQL ledger.",
                    null);
        }
        Path trace = traceOfEarlier(results);
        if (trace != null && LedgerInspection.isEmpty(place)) {
            throw new LedgerException(
                    "The ledger's file " + file + (Files.exists(file) ? " holds nothing" : " is missing")
                            + ", but " + trace
                            + " tells what an earlier ledger did. No new one was made; nothing was read or bought. Put"
                            + " a copy of the ledger in its place. If there is none, check what was ordered at"
                            + " OVHcloud, then use another data folder.");
        }
    }

    /** A result or an event of a row; null if there is none. */
    private static Path traceOfEarlier(List<Path> results) {
        for (Path folder : results) {
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
