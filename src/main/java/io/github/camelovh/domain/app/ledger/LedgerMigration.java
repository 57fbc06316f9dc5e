// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;

/**
 * Brings the tables of a ledger up to date. A start that was broken off at any statement is made good by the next one: on
 * PostgreSQL each migration is one transaction, on H2 a {@link MigrationBackup} is restored.
 */
final class LedgerMigration {
    private static final String HISTORY = "ledger_schema";
    /** Its name while an H2 ledger is migrated. */
    static final String HISTORY_MEANWHILE = "ledger_schema_migrating";

    /** With a delay H2 tidies its file in the background; {@link LedgerDatabase} has each commit written without it. */
    private static final int H2_WRITE_DELAY_MILLIS = 1_000;

    /** H2 writes to the disk each time it draws numbers, and numbers all rows in the order they come in. */
    private static final int H2_NUMBERS = 5_000;
    /** PostgreSQL draws for each connection, so that more than one at a time would spoil the order of events. */
    private static final int POSTGRES_NUMBERS = 1;

    private final DataSource source;
    private final boolean postgres;

    LedgerMigration(DataSource source, boolean postgres) {
        this.source = source;
        this.postgres = postgres;
    }

    /** @throws LedgerException if the tables could not be brought up to date; the next start tries again */
    void run() {
        try {
            if (postgres) {
                flyway(HISTORY).migrate();
            } else {
                migrateH2();
            }
        } catch (FlywayException | SQLException e) {
            SQLException sql = DatabaseFaults.sqlCause(e);
            if (sql != null && PostgresCheck.NO_RIGHT.equals(sql.getSQLState())) {
                throw new LedgerException(PostgresCheck.missing(DatabaseFaults.firstLine(sql)), e);
            }
            throw new LedgerException(
                    "The ledger's tables could not be brought up to date: " + e.getMessage()
                            + " Nothing was read or bought. The next start begins this anew.",
                    e);
        }
    }

    /**
     * H2 commits each statement that changes a table, so a migration may be broken off between two of them. The history of migrations has
     * another name meanwhile, so that an older build, which knows no backup, refuses to work with what is half migrated.
     */
    private void migrateH2() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement sql = connection.createStatement()) {
            // What is done to files comes after what was done to tables, also where the process is killed.
            sql.execute("set write_delay 0");
            migrateH2(sql);
            sql.execute("set write_delay " + H2_WRITE_DELAY_MILLIS);
        }
    }

    private void migrateH2(Statement sql) throws SQLException {
        MigrationBackup backup = MigrationBackup.of(sql);
        boolean restored = backup.exists() && !hasTable(sql, HISTORY);
        if (restored) {
            backup.restore();
        } else {
            backup.delete(); // its migration was whole, or had not begun
            if (isFirstMigrationBroken(sql)) {
                sql.execute("drop all objects"); // no migration was ever whole, so there is no row to lose
            }
        }
        boolean hidden = hasTable(sql, HISTORY_MEANWHILE);
        boolean begun = hidden || restored;
        if (!begun && (flyway(HISTORY).info().pending().length == 0 || isForeign(sql))) {
            flyway(HISTORY).migrate(); // compares what was migrated; refuses tables that are another program's
            return;
        }
        if (!begun && hasTable(sql, HISTORY)) {
            sql.execute(renamed(HISTORY, HISTORY_MEANWHILE));
        }
        migrateH2(sql, backup, restored);
    }

    private void migrateH2(Statement sql, MigrationBackup backup, boolean restored) throws SQLException {
        if (!restored) {
            try {
                backup.take();
            } catch (SQLException | LedgerException e) {
                showHistory(sql); // nothing was migrated, so the build before this one can go on
                throw e;
            }
        }
        try {
            flyway(HISTORY_MEANWHILE).migrate();
        } catch (FlywayException e) {
            undo(sql, backup, e);
            throw e;
        }
        showHistory(sql);
        backup.delete();
    }

    /** So that the build before this one can go on where a migration fails at every start. */
    private static void undo(Statement sql, MigrationBackup backup, FlywayException failure) {
        try {
            if (backup.exists()) {
                backup.restore();
                showHistory(sql);
                backup.delete();
            }
        } catch (SQLException e) {
            failure.addSuppressed(e); // the next start does it
        }
    }

    private static void showHistory(Statement sql) throws SQLException {
        if (hasTable(sql, HISTORY_MEANWHILE)) {
            sql.execute(renamed(HISTORY_MEANWHILE, HISTORY));
        }
    }

    /** Whether there are tables, and none of them is a history of migrations. */
    private static boolean isForeign(Statement sql) throws SQLException {
        return !hasTable(sql, HISTORY)
                && isTrue(
                        sql,
                        "select exists (select 1 from information_schema.tables where table_schema = current_schema)");
    }

    private static String renamed(String table, String name) {
        return "alter table \"" + table + "\" rename to \"" + name + "\"";
    }

    private static boolean hasTable(Statement sql, String name) throws SQLException {
        return isTrue(
                sql,
                "select exists (select 1 from information_schema.tables where table_schema = current_schema"
                        + " and table_name = '" + name + "')");
    }

    /** Whether an older build, which made no backup, was ended within the first migration of this ledger. */
    private static boolean isFirstMigrationBroken(Statement sql) throws SQLException {
        return hasTable(sql, HISTORY)
                && !isTrue(sql, "select exists (select 1 from \"" + HISTORY + "\" where \"success\")");
    }

    private static boolean isTrue(Statement sql, String question) throws SQLException {
        try (ResultSet answer = sql.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    /** How the tables stand; changes nothing. */
    static MigrationInfoService info(DataSource source, boolean postgres) {
        return new LedgerMigration(source, postgres).flyway(HISTORY).info();
    }

    private Flyway flyway(String history) {
        return Flyway.configure(LedgerMigration.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/migration")
                .table(history)
                .placeholders(Map.of("numbers", Integer.toString(postgres ? POSTGRES_NUMBERS : H2_NUMBERS)))
                .load();
    }
}
