// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import io.github.camelovh.domain.api.model.HoldsSecret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the ledger is and how long a worker may keep a request.
 *
 * @param url JDBC address of an H2 or PostgreSQL database
 * @param user database user
 * @param password its password, may be empty; never printed
 * @param lease how long a claim lasts without being extended; longer than the longest single act (one API call with all
 *     its retries) plus the margin
 * @param margin how far the clocks of two nodes, or of a node and the database, may be apart; shorter than the lease
 */
@HoldsSecret
public record LedgerSettings(String url, String user, String password, Duration lease, Duration margin) {
    /** The API client's deadline for one call is five minutes; a lease outlives it. */
    public static final Duration DEFAULT_LEASE = Duration.ofMinutes(10);

    /**
     * How long H2 keeps a place in its file that is free, before it writes there again: longer than what was written there instead
     * takes to be on the disk, for which {@link H2Sync} cares. Shorter than H2's own 45 seconds, in which the operating system is
     * trusted to have done that: at some hundred rows a minute the file would grow by megabytes a second.
     */
    static final Duration RETENTION = H2Sync.EVERY.multipliedBy(10);

    private static final Pattern H2_FILE = Pattern.compile("jdbc:h2:(?:retry:|file:)*((?:[A-Za-z]:)?[^;:]+)(?:;.*)?");

    public static final Duration DEFAULT_MARGIN = Duration.ofSeconds(30);

    public LedgerSettings {
        Objects.requireNonNull(url);
        Objects.requireNonNull(user);
        Objects.requireNonNull(password);
        if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
            throw new LedgerException("The ledger's address is neither of H2 nor of PostgreSQL: it has to begin with"
                    + " jdbc:h2: or jdbc:postgresql:. Nothing was opened.");
        }
        if (margin.isNegative() || margin.isZero() || lease.compareTo(margin) <= 0) {
            throw new LedgerException("The ledger's lease (" + lease + ") has to be longer than its margin (" + margin
                    + "), and the margin longer than nothing. Nothing was opened.");
        }
    }

    /** A database at an address, with the usual lease. */
    public static LedgerSettings at(String url, String user, String password) {
        return new LedgerSettings(url, user, password, DEFAULT_LEASE, DEFAULT_MARGIN);
    }

    /**
     * An H2 database in a folder. Its lock is the operating system's, which ends with the process however it ends.
     */
    public static LedgerSettings inFolder(Path folder) {
        return at(
                // "retry": a thread that is interrupted while it writes, as at the end of a process, closes the file
                // for all. Errors are thrown; a file of traces beside the ledger would only fill a full disk.
                "jdbc:h2:retry:" + folder.toAbsolutePath().resolve("ledger")
                        + ";FILE_LOCK=FS;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=30000;TRACE_LEVEL_FILE=0"
                        + ";RETENTION_TIME=" + RETENTION.toMillis() + ";MAX_COMPACT_TIME=5000",
                "sa",
                "");
    }

    /** The same database with another lease. */
    public LedgerSettings withLease(Duration newLease, Duration newMargin) {
        return new LedgerSettings(url, user, password, newLease, newMargin);
    }

    /** The same, opened without the right to write; an H2 file that is not there is not made. */
    LedgerSettings readingOnly() {
        return isPostgres()
                ? this
                : new LedgerSettings(url + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE", user, password, lease, margin);
    }

    /** The file of an H2 ledger; null for another database, or one that is no file. */
    Path fileOfH2() {
        Matcher file = H2_FILE.matcher(url);
        return file.matches() ? Path.of(file.group(1) + ".mv.db") : null;
    }

    /** Whether it is PostgreSQL, and not H2. */
    public boolean isPostgres() {
        return url.startsWith("jdbc:postgresql:");
    }

    @Override
    public String toString() {
        return "LedgerSettings[user=" + user + ", password=***, lease=" + lease + ", margin=" + margin + "]";
    }
}
