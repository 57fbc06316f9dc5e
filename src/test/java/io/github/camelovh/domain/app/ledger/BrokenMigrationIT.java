// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On H2, which commits each statement that changes a table. */
@Tag("once")
class BrokenMigrationIT extends BrokenMigrationContract {
    private static final String FILE = "ledger.mv.db";

    @TempDir
    Path folder;

    @Override
    Ledgers empty() {
        return () -> LedgerSettings.inFolder(Files.createTempDirectory(folder, "ledger"));
    }

    @Override
    Ledgers old() throws Exception {
        Path old = Files.createTempDirectory(folder, "old");
        OldLedger.inFolder(old);
        return () -> {
            Path copy = Files.createTempDirectory(folder, "ledger");
            Files.copy(old.resolve(FILE), copy.resolve(FILE));
            return LedgerSettings.inFolder(copy);
        };
    }

    @Override
    void end(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("shutdown immediately");
        }
    }

    @Override
    List<String> schemaAndRows(Statement sql) throws SQLException {
        return lines(sql, "script").stream()
                // When a migration was made, and which numbers a sequence keeps ready, is no content.
                .map(line -> line.contains("\"ledger_schema\" VALUES")
                        ? line.replaceAll("TIMESTAMP '[^']*', \\d+", "when")
                        : line)
                .map(line -> line.replaceAll(" RESTART WITH \\d+", ""))
                .map(line -> line.replaceAll("SALT '\\w+' HASH '\\w+'", ""))
                .toList();
    }

    @Test
    void whatAnOlderBuildLeftOfItsFirstMigrationIsBegunAnew() throws Exception {
        LedgerSettings settings = empty().next();
        try (Connection connection = connect(settings);
                Statement sql = connection.createStatement()) {
            LedgerDatabase.open(settings, Clock.systemUTC()).close();
            sql.execute("drop table event");
            sql.execute("delete from \"ledger_schema\" where \"installed_rank\" > 1");
            sql.execute("update \"ledger_schema\" set \"success\" = false");
        }

        LedgerDatabase.open(settings, Clock.systemUTC()).close();

        try (Connection connection = connect(settings);
                Statement sql = connection.createStatement()) {
            assertThat(lines(sql, "select count(*) from event")).containsExactly("0");
        }
    }

    /** It knows no backup: it refuses what is half migrated, or what it does is kept. */
    @Test
    void whatAnOlderBuildDoesInBetweenIsNeverLost() throws Exception {
        Ledgers ledgers = old();
        int refused = 0;
        LedgerSettings settings = ledgers.next();
        for (int last = 0; breaksAt(settings, last); last += SOME) {
            // The start after it is broken off too, within the restoring or later.
            breaksAt(settings, last / 2 + 1);
            boolean worked = olderBuildWorks(settings);
            LedgerDatabase.open(settings, Clock.systemUTC()).close();
            try (Connection connection = connect(settings);
                    Statement sql = connection.createStatement()) {
                assertThat(lines(sql, "select name from import_file where name = 'older.csv'"))
                        .as("after %d statements", last)
                        .hasSize(worked ? 1 : 0);
            }
            refused += worked ? 0 : 1;
            settings = ledgers.next();
        }
        assertThat(refused).as("starts that an older build refused").isPositive();
    }

    private static boolean olderBuildWorks(LedgerSettings settings) throws SQLException {
        try (Connection connection = connect(settings);
                Statement sql = connection.createStatement()) {
            OldLedger.openedByItsBuild(settings);
            sql.execute(
                    "insert into import_file (name, content_hash, state, rows_read, last_line, received_at, changed_at)"
                            + " select 'older.csv', 'h', state, rows_read, last_line, received_at, changed_at from import_file"
                            + " fetch first row only");
            return true;
        } catch (FlywayException e) {
            return false;
        }
    }

    private static Connection connect(LedgerSettings settings) throws SQLException {
        return DriverManager.getConnection(settings.url(), settings.user(), settings.password());
    }

    /** Not by a kill, but at each start: then the build before has to go on. */
    @Test
    void aMigrationThatFailsLeavesTheLedgerToTheBuildBefore() throws Exception {
        LedgerSettings settings = old().next();
        try (Connection connection = connect(settings);
                Statement sql = connection.createStatement()) {
            sql.execute("drop table event"); // which a migration changes
        }

        assertThatThrownBy(() -> LedgerDatabase.open(settings, Clock.systemUTC()))
                .isInstanceOf(LedgerException.class);

        assertThat(olderBuildWorks(settings)).isTrue();
    }

    @Test
    void aBackupThatCannotBeWrittenLeavesTheLedgerToTheBuildBefore() throws Exception {
        LedgerSettings settings = old().next();
        Path part = settings.fileOfH2().resolveSibling("ledger.before-migration.sql.part");
        Files.createDirectories(part.resolve("in-the-way"));

        assertThatThrownBy(() -> LedgerDatabase.open(settings, Clock.systemUTC()))
                .isInstanceOf(LedgerException.class);

        assertThat(olderBuildWorks(settings)).isTrue();
    }

    @Test
    void theBackupIsForItsOwnerAlone() throws Exception {
        LedgerSettings settings = old().next();
        try (Connection connection = connect(settings);
                Statement sql = connection.createStatement()) {
            MigrationBackup.of(sql).take();
        }

        assertThat(Files.getPosixFilePermissions(settings.fileOfH2().resolveSibling("ledger.before-migration.sql")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void nothingIsLeftBesideTheLedger() throws Exception {
        LedgerSettings settings = LedgerSettings.inFolder(folder);
        LedgerDatabase.open(settings, Clock.systemUTC()).close();
        assertThat(files()).containsExactly(FILE);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
