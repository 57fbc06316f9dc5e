// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the operating system write an H2 file to the disk every second, if something was committed. Until then a commit outlives the
 * process, and not a power failure.
 */
final class H2Sync implements AutoCloseable {
    static final Duration EVERY = Duration.ofSeconds(1);
    /** Has all that was committed written to the disk, and waits for it. */
    static final String STATEMENT = "checkpoint sync";

    private static final Logger LOG = LoggerFactory.getLogger(H2Sync.class);

    private final Jdbi jdbi;
    private final LastWrite lastWrite;
    private final AtomicBoolean written = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "ledger sync");
        made.setDaemon(true);
        return made;
    });

    /** @param lastWrite noted with each write to the disk; null for a database that is no file */
    H2Sync(Jdbi jdbi, LastWrite lastWrite) {
        this.jdbi = jdbi;
        this.lastWrite = lastWrite;
        var unused =
                thread.scheduleWithFixedDelay(this::sync, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    void written() {
        written.set(true);
    }

    private synchronized void sync() {
        if (!written.getAndSet(false)) {
            return;
        }
        try {
            long number = jdbi.withHandle(handle -> {
                long next = handle.inTransaction(LastWrite::next);
                handle.execute(STATEMENT);
                return next;
            });
            if (lastWrite != null) {
                lastWrite.note(number);
            }
        } catch (JdbiException | IOException e) {
            written.set(true); // whoever uses the ledger tells what is wrong with it
            LOG.debug("The ledger could not be written to the disk; it is tried again", e);
        }
    }

    /** Writes what is left. */
    @Override
    public void close() {
        thread.shutdown();
        sync();
    }
}
