// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.app.ledger.LedgerUnavailableException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what goes wrong in the routes that run all the time. A database that does not answer makes all of them fail several times a
 * second: that is one sentence a minute, and so is any other error that occurs again and again. Thread-safe.
 */
public final class FaultLog {
    private static final Logger LOG = LoggerFactory.getLogger(FaultLog.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Clock clock;
    private Instant since;
    private Instant logged;
    /** Whether what lasts now was logged. */
    private boolean told;

    private String lastError = "";
    private Instant lastErrorAt;

    public FaultLog(Clock clock) {
        this.clock = clock;
    }

    /** Logs a failure; that of the database at most once a minute. */
    public void failed(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LedgerUnavailableException) {
                unavailable(cause.getMessage());
                return;
            }
            if (cause instanceof IOException) {
                if (isNew(cause.toString())) {
                    LOG.error("A file could not be read or written; it is tried again: {}", cause.toString());
                }
                return;
            }
        }
        if (isNew(failure.toString())) {
            LOG.error("An unexpected error occurred; the work is tried again", failure);
        }
    }

    private synchronized boolean isNew(String error) {
        Instant now = clock.instant();
        boolean same =
                lastError.equals(error) && Duration.between(lastErrorAt, now).compareTo(EVERY) < 0;
        if (!same) {
            lastError = error;
            lastErrorAt = now;
        }
        return !same;
    }

    private synchronized void unavailable(String sentence) {
        Instant now = clock.instant();
        since = since == null ? now : since;
        if (logged == null || Duration.between(logged, now).compareTo(EVERY) >= 0) {
            logged = now;
            told = true;
            LOG.error("{} (since {})", sentence, since);
        }
    }

    /** The database answered. One that answers now and then, as on a full disk, is not told of more often for that. */
    public synchronized void ledgerAnswers() {
        if (told) {
            LOG.info("The ledger's database answers again; it did not since {}", since);
        }
        since = null;
        told = false;
    }
}
