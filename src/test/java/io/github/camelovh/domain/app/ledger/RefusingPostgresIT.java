// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL server that takes no writes, or not those of this user: said at the start, with what to do. */
@Tag("once")
class RefusingPostgresIT {
    @RegisterExtension
    static final PostgresServer SERVER = new PostgresServer();

    @TempDir
    Path folder;

    @BeforeAll
    static void makeGuest() throws Exception {
        execute(SERVER.emptyDatabase(), "create role guest login");
    }

    private static void execute(LedgerSettings database, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), "postgres", "");
                Statement sql = connection.createStatement()) {
            for (String each : statements) {
                sql.execute(each);
            }
        }
    }

    private static LedgerSettings asGuest(LedgerSettings database) {
        return LedgerSettings.at(database.url().replaceAll("user=\\w+", "user=guest"), "guest", "");
    }

    private static String refusal(LedgerSettings settings) {
        Throwable refused =
                catchThrowable(() -> Ledger.open(settings, Clock.systemUTC()).close());
        assertThat(refused).isInstanceOf(LedgerException.class).isNotInstanceOf(LedgerUnavailableException.class);
        assertThat(refused.getMessage()).doesNotContain("\n").contains("read or bought", "start again");
        return refused.getMessage();
    }

    @Test
    void aDatabaseThatIsSetToReadOnly() throws Exception {
        LedgerSettings database = SERVER.databaseWithTables();
        String name = database.url().replaceAll(".*/(\\w+).*", "$1");
        execute(database, "alter database " + name + " set default_transaction_read_only = on");

        assertThat(refusal(database)).contains("takes no writes", "Name the primary in ovh-domain.ledger.url");
    }

    @Test
    void aStandby() throws Exception {
        Path data = folder.resolve("server");
        try (EmbeddedPostgres primary = server(data)) {
            Ledger.open(at(primary), Clock.systemUTC()).close();
        }
        Files.createFile(data.resolve("standby.signal"));
        try (EmbeddedPostgres standby = server(data)) {
            assertThat(refusal(at(standby))).contains("it is a standby");
        }
    }

    private static EmbeddedPostgres server(Path data) throws Exception {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start();
    }

    private static LedgerSettings at(EmbeddedPostgres server) {
        return LedgerSettings.at(server.getJdbcUrl("postgres", "postgres"), "postgres", "");
    }

    @Test
    void aUserWhoMayMakeNoTables() throws Exception {
        LedgerSettings database = SERVER.emptyDatabase();
        execute(database, "revoke create on schema public from public");

        assertThat(refusal(asGuest(database)))
                .contains("permission denied for schema public", "ovh-domain.ledger.user");
    }

    @Test
    void aUserWithoutASchema() throws Exception {
        LedgerSettings database = SERVER.emptyDatabase();
        execute(database, "revoke all on schema public from public");

        assertThat(refusal(asGuest(database))).contains("no schema that its user guest may use");
    }

    @Test
    void tablesOfAnotherUser() throws Exception {
        assertThat(refusal(asGuest(SERVER.databaseWithTables())))
                .contains("permission denied for table ledger_schema", "ovh-domain.ledger.user");
    }

    @Test
    void tablesThatThisUserMayOnlyRead() throws Exception {
        LedgerSettings database = SERVER.databaseWithTables();
        execute(
                database,
                "grant select on all tables in schema public to guest",
                "grant insert, update, delete on request to guest");

        assertThat(refusal(asGuest(database)))
                .contains("the user guest may not read and write", "import_file")
                .doesNotContain(" request,");
    }
}
