// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * How a ledger stands, read without changing anything: no table is made or brought up to date.
 *
 * @param exists whether there is one; if not, all that follows is empty
 * @param tables how its tables stand to this build's
 * @param version of its tables; empty if there are none
 * @param readOnly whether the database takes no writes
 * @param clockApart the database's time minus this machine's
 * @param staleClaims rows that are claimed under a lease that ended longer than a lease ago
 * @param waitingPlans plans that wait for an approval
 * @param sealed whether it holds secrets sealed with a key
 * @param bytes on the disk
 * @param server how the server is set; null for H2, and where there are no tables of this build
 */
public record LedgerInspection(
        boolean exists,
        Tables tables,
        String version,
        boolean readOnly,
        Duration clockApart,
        long staleClaims,
        long waitingPlans,
        boolean sealed,
        long bytes,
        ServerSettings server) {

    /** How tables stand to those of this build. */
    public enum Tables {
        /** There are none. */
        NONE,
        CURRENT,
        OLDER,
        NEWER,
        /** A migration was broken off. */
        BROKEN,
        /** They are those of another program. */
        FOREIGN
    }

    private static final String TABLES =
            "select count(*) from information_schema.tables where table_schema = current_schema";
    /** A ledger with its tables and no row has about three times as much. */
    private static final long H2_WITHOUT_TABLES = 32_768;

    /** Of H2, which was told not to write. */
    private static final int H2_READ_ONLY = 90097;

    /** Flyway keeps some of them. */
    private static final int CONNECTIONS = 4;

    /**
     * Looks at a ledger.
     *
     * @throws LedgerBusyException if another process has it open, and only one may
     * @throws LedgerException if it cannot be opened
     */
    public static LedgerInspection of(LedgerSettings settings, Clock clock) {
        Path file = settings.fileOfH2();
        LastWrite.checkBeside(settings);
        if (file != null && !Files.exists(file)) {
            return none(false, 0);
        }
        try (HikariDataSource pool = LedgerConnections.pool(settings.readingOnly(), "inspection", CONNECTIONS)) {
            MigrationInfoService info = LedgerMigration.info(pool, settings.isPostgres());
            Tables tables = tables(info);
            String version =
                    info.current() == null ? "" : String.valueOf(info.current().getVersion());
            try (Handle handle = Jdbi.create((DataSource) pool).open()) {
                return of(handle, settings, tables, version, clock, file);
            }
        } catch (LedgerException e) {
            throw e;
        } catch (RuntimeException e) {
            SQLException sql = DatabaseFaults.sqlCause(e);
            if (sql != null && sql.getErrorCode() == H2_READ_ONLY) {
                // It finds nothing that it can use there, and would begin a new database.
                throw new LedgerException(
                        "The ledger's file " + file
                                + " was cut off, or is damaged: H2 cannot open it without writing to it."
                                + " Nothing was changed. `ovh-domain status` opens it, and says what is so; if it is damaged,"
                                + " put a copy of the ledger in its place",
                        e);
            }
            throw LedgerDatabase.notOpened(e, settings);
        }
    }

    /**
     * Whether the file of an H2 ledger is missing, or too short to hold the tables of one, as before its first start. It is not opened: H2
     * begins a new database in place of what was cut off there.
     */
    public static boolean isEmpty(LedgerSettings settings) {
        return settings.fileOfH2().toFile().length() <= H2_WITHOUT_TABLES;
    }

    private static LedgerInspection none(boolean readOnly, long bytes) {
        return new LedgerInspection(false, Tables.NONE, "", readOnly, Duration.ZERO, 0, 0, false, bytes, null);
    }

    private static Tables tables(MigrationInfoService info) {
        if (info.current() == null) {
            return Tables.NONE;
        }
        if (Arrays.stream(info.all()).anyMatch(each -> each.getState().isFailed())) {
            return Tables.BROKEN;
        }
        if (Arrays.stream(info.all()).map(MigrationInfo::getState).anyMatch(MigrationState.FUTURE_SUCCESS::equals)) {
            return Tables.NEWER;
        }
        return info.pending().length > 0 ? Tables.OLDER : Tables.CURRENT;
    }

    private static LedgerInspection of(
            Handle handle, LedgerSettings settings, Tables tables, String version, Clock clock, Path file) {
        boolean readOnly =
                settings.isPostgres() && "on".equals(text(handle, "select current_setting('transaction_read_only')"));
        long bytes = settings.isPostgres()
                ? number(handle, "select pg_database_size(current_database())")
                : file.toFile().length();
        if (tables == Tables.NONE) {
            if (number(
                            handle,
                            "select count(*) from information_schema.tables where table_schema = current_schema and table_name in ('"
                                    + LedgerMigration.HISTORY_MEANWHILE + "', '" + MigrationBackup.RESTORING + "')")
                    > 0) {
                return new LedgerInspection(true, Tables.BROKEN, "", readOnly, Duration.ZERO, 0, 0, false, bytes, null);
            }
            boolean foreign = number(handle, TABLES) > 0;
            return foreign
                    ? new LedgerInspection(true, Tables.FOREIGN, "", readOnly, Duration.ZERO, 0, 0, false, bytes, null)
                    : none(readOnly, bytes);
        }
        if (tables != Tables.CURRENT) {
            return new LedgerInspection(true, tables, version, readOnly, Duration.ZERO, 0, 0, false, bytes, null);
        }
        if (file != null) {
            readAll(handle);
        }
        Instant there = handle.createQuery("select current_timestamp")
                .map((row, context) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .one();
        return new LedgerInspection(
                true,
                tables,
                version,
                readOnly,
                Duration.between(clock.instant(), there),
                handle.createQuery("select count(*) from request where owner is not null and lease_until < :past")
                        .bind("past", LedgerDatabase.stored(clock.instant().minus(settings.lease())))
                        .mapTo(Long.class)
                        .one(),
                number(handle, "select count(*) from import_file where state = 'PLANNED'"),
                number(handle, "select count(*) from agreement where subject = '" + Ledger.KEY_OF_SECRETS + "'") > 0,
                bytes,
                settings.isPostgres() ? ServerSettings.of(handle) : null);
    }

    /** H2 looks at a page of its file when it reads it: what is damaged shows only then. */
    private static void readAll(Handle handle) {
        handle.execute("set lazy_query_execution 1"); // or it would keep all rows of a table
        handle.createQuery("select table_name from information_schema.tables where table_schema = current_schema")
                .mapTo(String.class)
                .list()
                .forEach(table -> handle.createQuery("select * from \"" + table + "\"")
                        .map((row, context) -> row.getObject(row.getMetaData().getColumnCount()))
                        .forEach(each -> {}));
    }

    private static String text(Handle handle, String query) {
        return handle.createQuery(query).mapTo(String.class).one();
    }

    private static long number(Handle handle, String query) {
        return handle.createQuery(query).mapTo(Long.class).one();
    }
}
