// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import com.zaxxer.hikari.HikariDataSource;
import io.github.camelovh.domain.app.file.PrivateFiles;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/**
 * The database under the ledger: a pool of connections, tables brought up to date, clock compared. Thread-safe.
 */
final class LedgerDatabase implements AutoCloseable {
    /** H2 allows one process per file; this many of its threads at a time are plenty for short statements. */
    private static final int POOL_SIZE = 8;
    /** A transaction that lost against another one of the same kind is run anew; it never holds more than its own rows. */
    private static final int TRIES = 8;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final Clock clock;
    /** The same, if it follows the database's. */
    private final Optional<LedgerClock> following;

    private final Duration margin;
    /** What each transaction begins with; null on H2, whose process is this one. */
    private final String limits;
    /** Null on PostgreSQL, which has each commit on the disk. */
    private final H2Sync sync;

    private LedgerDatabase(
            HikariDataSource pool,
            LedgerSettings settings,
            Clock clock,
            Optional<LedgerClock> following,
            LastWrite lastWrite) {
        this.pool = pool;
        this.limits =
                settings.isPostgres() ? LedgerTimeouts.within(settings.lease()).transactionLimitsAndTime() : null;
        this.margin = settings.margin();
        this.jdbi = Jdbi.create((DataSource) pool);
        this.sync = settings.isPostgres() ? null : new H2Sync(jdbi, lastWrite);
        this.clock = clock;
        this.following = following;
    }

    /**
     * Opens the database and brings its tables up to date, under the database's lock.
     *
     * @throws LedgerException if it cannot be reached, is in use, or its clock is apart
     */
    static LedgerDatabase open(LedgerSettings settings, Clock clock) {
        return open(settings, clock, Optional.empty());
    }

    /** As {@link #open(LedgerSettings, Clock)}; the clock follows the database's from then on. */
    static LedgerDatabase follow(LedgerSettings settings, LedgerClock clock) {
        return open(settings, clock, Optional.of(clock));
    }

    private static LedgerDatabase open(LedgerSettings settings, Clock clock, Optional<LedgerClock> following) {
        LastWrite lastWrite = LastWrite.of(settings);
        HikariDataSource pool = connect(settings, lastWrite);
        try {
            migrate(settings, pool);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
        LedgerDatabase database = new LedgerDatabase(pool, settings, clock, following, lastWrite);
        try {
            database.compareClocks();
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static void migrate(LedgerSettings settings, HikariDataSource pool) {
        if (!settings.isPostgres()) {
            new LedgerMigration(pool, false).run();
            return;
        }
        try (HikariDataSource connections = LedgerConnections.forMigration(settings)) {
            Jdbi.create((DataSource) connections).useHandle(PostgresCheck::beforeTables);
            new LedgerMigration(connections, true).run();
            Jdbi.create((DataSource) connections).useHandle(PostgresCheck::afterTables);
        }
    }

    private static HikariDataSource connect(LedgerSettings settings, LastWrite lastWrite) {
        try {
            if (lastWrite != null) {
                lastWrite.check(settings);
                // H2 writes to the file that is there, and so keeps its mode.
                PrivateFiles.folder(settings.fileOfH2().toAbsolutePath().getParent());
                PrivateFiles.ensure(settings.fileOfH2());
            }
            return LedgerConnections.pool(settings, "ledger", POOL_SIZE);
        } catch (LedgerException e) {
            throw e;
        } catch (RuntimeException | IOException e) {
            throw notOpened(e, settings);
        }
    }

    static LedgerException notOpened(Throwable failure, LedgerSettings settings) {
        SQLException sql = DatabaseFaults.sqlCause(failure);
        if (sql != null && settings.fileOfH2() != null && DatabaseFaults.isDamaged(sql)) {
            return DatabaseFaults.damaged(sql, settings.fileOfH2() + " ", failure);
        }
        if (sql != null && sql.getErrorCode() == H2_IN_USE) {
            return new LedgerBusyException(
                    "The ledger is in use by another process. Nothing was read or bought. End the other process, give"
                            + " another data folder, or let several processes share a PostgreSQL ledger.",
                    failure);
        }
        return new LedgerException(
                "The ledger could not be opened: " + (sql == null ? failure.getMessage() : sql.getMessage())
                        + ". Nothing was read or bought. Check its address, user and password.",
                failure);
    }

    private static final int H2_IN_USE = 90020;

    private void compareClocks() {
        Instant before = clock.instant();
        Instant there = read(handle -> handle.createQuery("select current_timestamp")
                .map((row, context) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .one());
        Duration apart = apart(before, there, clock.instant()).abs();
        if (apart.compareTo(margin) > 0) {
            throw new LedgerException("This machine's clock and the ledger's database are " + apart.toSeconds()
                    + " s apart, and leases allow " + margin.toSeconds()
                    + " s. Nothing was claimed or bought. Set both clocks (NTP), then start again.");
        }
    }

    /**
     * How far another clock is ahead of this one, as far as that is certain: zero if they may agree.
     *
     * @param before the time here before the other was asked
     * @param after the time here after it had answered
     */
    static Duration apart(Instant before, Instant there, Instant after) {
        if (there.isBefore(before)) {
            return Duration.between(before, there);
        }
        return there.isAfter(after) ? Duration.between(after, there) : Duration.ZERO;
    }

    /** To be called with each heartbeat, before leases are extended: has the time follow where no transaction does it. */
    void keepTime() {
        following.ifPresent(own -> {
            if (limits == null) {
                own.followForward();
            }
            own.tell(margin);
        });
    }

    /** The time now, as precise as both databases store it. */
    OffsetDateTime now() {
        return stored(clock.instant());
    }

    static OffsetDateTime stored(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    Clock clock() {
        return clock;
    }

    <T> T read(HandleCallback<T, RuntimeException> work) {
        try {
            return jdbi.withHandle(work);
        } catch (RuntimeException e) {
            throw DatabaseFaults.told(e);
        }
    }

    /**
     * Runs one transaction, anew where it lost against another one; its work has to be statements only. It outlives the process, and on H2
     * a second later a power failure as well.
     *
     * @throws LedgerUnavailableException if the database does not answer; whether it took effect is unknown then
     */
    <T> T write(HandleCallback<T, RuntimeException> work) {
        return write(work, "checkpoint");
    }

    /** As {@link #write}, and on the disk before it returns: what is done next must not be done again after a power failure. */
    <T> T writeToDisk(HandleCallback<T, RuntimeException> work) {
        return write(work, H2Sync.STATEMENT);
    }

    private <T> T write(HandleCallback<T, RuntimeException> work, String afterwards) {
        for (int tried = 1; ; tried++) {
            try {
                return sync == null
                        ? limited(work)
                        : jdbi.withHandle(handle -> {
                            T result = handle.inTransaction(work);
                            handle.execute(afterwards);
                            sync.written();
                            return result;
                        });
            } catch (RuntimeException e) {
                if (tried == TRIES || !DatabaseFaults.lostAgainstAnother(e)) {
                    throw DatabaseFaults.told(e);
                }
            }
        }
    }

    /** PostgreSQL has each commit on the disk by itself; it tells its time with the limits, in one answer. */
    private <T> T limited(HandleCallback<T, RuntimeException> work) {
        return jdbi.inTransaction(handle -> {
            Optional<LedgerClock.Mark> before = following.map(LedgerClock::mark);
            OffsetDateTime there = handle.createQuery(limits)
                    .map((row, context) -> row.getObject(row.getMetaData().getColumnCount(), OffsetDateTime.class))
                    .one();
            following.ifPresent(own -> own.follow(before.orElseThrow(), there.toInstant()));
            return work.withHandle(handle);
        });
    }

    @Override
    public void close() {
        if (sync != null) {
            sync.close();
        }
        pool.close();
    }
}
