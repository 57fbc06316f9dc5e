// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A database of its own for each test, on one PostgreSQL server for all test classes of a process. The server starts with the
 * first of them and ends with the process.
 */
public final class PostgresServer implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        Running.SERVER.getPort();
    }

    /** The address of a new database in it. */
    public LedgerSettings emptyDatabase() {
        return Running.database("");
    }

    /** The address of a new database in it that has the ledger's tables; they are made once and copied. */
    public LedgerSettings databaseWithTables() {
        return Running.database(" template " + Template.NAME);
    }

    /** The address of a new database that is as another one, which nobody uses now. */
    LedgerSettings copyOf(LedgerSettings other) {
        return Running.database(" template " + name(other));
    }

    private static String name(LedgerSettings settings) {
        return settings.url().replaceAll(".*/(\\w+).*", "$1");
    }

    private static final class Running {
        private static final EmbeddedPostgres SERVER = start();
        private static final AtomicInteger DATABASES = new AtomicInteger();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static LedgerSettings database(String template) {
            String name = "ledger" + DATABASES.incrementAndGet();
            try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name + template);
            } catch (SQLException e) {
                throw new IllegalStateException("no database for the test", e);
            }
            return LedgerSettings.at(SERVER.getJdbcUrl("postgres", name), "postgres", "");
        }
    }

    private static final class Template {
        private static final String NAME = make();

        private static String make() {
            LedgerSettings settings = Running.database("");
            Ledger.open(settings, Clock.systemUTC()).close();
            return name(settings);
        }
    }
}
