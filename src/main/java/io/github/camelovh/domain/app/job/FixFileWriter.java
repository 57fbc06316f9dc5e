// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.Plural;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestState;
import io.github.camelovh.domain.app.result.FixFile;
import io.github.camelovh.domain.app.result.ResultFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps, beside the results of each file, a file with the rows that wait for a person, ready to be filled in and dropped; also
 * while the others of the file go on for weeks. Thread-safe.
 */
public final class FixFileWriter {
    private static final Logger LOG = LoggerFactory.getLogger(FixFileWriter.class);
    private static final Set<RequestState> WAITING = EnumSet.of(RequestState.UNFINISHED);

    private final Ledger ledger;
    private final Outbox outbox;
    private final Map<Long, String> written = new HashMap<>();

    /** @param outbox where the results of a file lie */
    public FixFileWriter(Ledger ledger, Outbox outbox) {
        this.ledger = ledger;
        this.outbox = outbox;
    }

    /** Writes what has changed since it was written last. */
    public synchronized void keep() throws IOException {
        for (ImportedFile file : ledger.files().inState(FileState.APPROVED)) {
            write(file);
        }
    }

    /** Writes it for one file. */
    synchronized void write(ImportedFile file) throws IOException {
        String sign = ledger.requests().sign(file.id(), RequestState.UNFINISHED);
        if (sign.equals(written.put(file.id(), sign))) {
            return;
        }
        List<Request> waiting = ledger.requests().inOrder(file.id(), WAITING).toList();
        ResultFiles files = outbox.filesOf(file);
        if (waiting.isEmpty()) {
            Files.deleteIfExists(files.fixes());
            return;
        }
        try (FixFile fixes = files.beginFixes()) {
            waiting.forEach(row -> fixes.add(row.line(), row.domain(), row.outcome() == null ? "" : row.outcome()));
            fixes.publish();
        }
        LOG.info(
                "{}: {} for a person; fill in {} and drop it",
                file.name(),
                Plural.of(waiting.size(), "row waits", "rows wait"),
                files.fixes());
    }
}
