// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
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
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                Statement sql = connection.createStatement()) {
            LedgerDatabase.open(settings, Clock.systemUTC()).close();
            sql.execute("drop table event");
            sql.execute("delete from \"ledger_schema\" where \"installed_rank\" > 1");
            sql.execute("update \"ledger_schema\" set \"success\" = false");
        }

        LedgerDatabase.open(settings, Clock.systemUTC()).close();

        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                Statement sql = connection.createStatement()) {
            assertThat(lines(sql, "select count(*) from event")).containsExactly("0");
        }
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
