// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On PostgreSQL, where each migration is one transaction. */
@Tag("once")
class BrokenMigrationPostgresIT extends BrokenMigrationContract {
    @RegisterExtension
    static final PostgresServer SERVER = new PostgresServer();

    @Override
    Ledgers empty() {
        return SERVER::emptyDatabase;
    }

    @Override
    Ledgers old() throws Exception {
        LedgerSettings old = SERVER.emptyDatabase();
        OldLedger.writeTo(old);
        return () -> SERVER.copyOf(old);
    }

    @Override
    void end(Connection connection) throws SQLException {
        connection.abort(Runnable::run);
    }

    @Override
    List<String> schemaAndRows(Statement sql) throws SQLException {
        List<String> all = new ArrayList<>(lines(
                sql,
                "select concat_ws(' ', table_name, column_name, data_type, character_maximum_length, is_nullable, column_default)"
                        + " from information_schema.columns where table_schema = 'public' order by 1"));
        all.addAll(lines(sql, "select indexdef from pg_indexes where schemaname = 'public' order by 1"));
        all.addAll(lines(sql, "select pg_get_constraintdef(oid) from pg_constraint order by 1"));
        all.addAll(lines(sql, "select version from ledger_schema where success order by installed_rank"));
        for (String table : lines(
                sql,
                "select table_name from information_schema.tables where table_schema = 'public' and table_name <>"
                        + " 'ledger_schema' order by 1")) {
            all.addAll(lines(sql, "select t::text from " + table + " t order by 1"));
        }
        return all;
    }

    @Test
    void twoNodesThatStartAtOnceMigrateOnce() throws Exception {
        LedgerSettings settings = old().next();
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> node = () -> {
                LedgerDatabase.open(settings, Clock.systemUTC()).close();
                return true;
            };
            for (Future<Boolean> started : nodes.invokeAll(List.of(node, node))) {
                assertThat(started.get()).isTrue();
            }
        } finally {
            nodes.shutdownNow();
        }
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                Statement sql = connection.createStatement()) {
            assertThat(lines(sql, "select version from ledger_schema"))
                    .doesNotHaveDuplicates()
                    .contains("14");
        }
    }
}
