// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Pools of connections to the ledger's database. Every step of a connection has a time-out. Stateless. */
public final class LedgerConnections {
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);
    private static final Duration LONGEST_IDLE = Duration.ofMinutes(5);
    private static final Duration KEEP_ALIVE = Duration.ofMinutes(2);

    /** The pool tests a connection only if it was idle for half a second, and knows no errors of H2. */
    private static final class LostFiles implements SQLExceptionOverride {
        @java.lang.Override
        public Override adjudicate(SQLException failure) {
            return DatabaseFaults.hasLostItsFile(failure) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
        }
    }

    private LedgerConnections() {}

    /** The few connections that a migration of tables needs. */
    static HikariDataSource forMigration(LedgerSettings settings) {
        // What its sessions keep of that harms nobody: each transaction of the others sets its own limits.
        LedgerTimeouts timeouts = LedgerTimeouts.ofMigration();
        return pool(settings, "migration", 3, timeouts, LedgerTimeouts.keepAlive() + "; " + timeouts.sessionLimits());
    }

    /**
     * Opens a pool; one connection is made at once.
     *
     * @param name shown in logs, and to the database
     * @param size connections at most
     * @throws RuntimeException if the database cannot be reached
     */
    public static HikariDataSource pool(LedgerSettings settings, String name, int size) {
        return pool(settings, name, size, LedgerTimeouts.within(settings.lease()), LedgerTimeouts.keepAlive());
    }

    /**
     * A connection each of whose transactions the server ends if its client is gone, or if a statement takes longer than a lease.
     *
     * @param connection of a pool of these
     */
    public static Connection limited(Connection connection, LedgerSettings settings) throws SQLException {
        connection.setAutoCommit(false);
        return settings.isPostgres()
                ? LimitedTransactions.of(
                        connection, LedgerTimeouts.within(settings.lease()).transactionLimits())
                : connection;
    }

    private static HikariDataSource pool(
            LedgerSettings settings, String name, int size, LedgerTimeouts timeouts, String first) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setPoolName(name);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        if (settings.isPostgres()) {
            timeouts.driverOptions().forEach(config::addDataSourceProperty);
            config.addDataSourceProperty("ApplicationName", "ovh-domain " + name);
            config.setConnectionInitSql(first);
            config.setConnectionTimeout(timeouts.connect().toMillis() * 2);
            config.setValidationTimeout(timeouts.connect().toMillis());
            config.setIdleTimeout(LONGEST_IDLE.toMillis());
            config.setMaxLifetime(LONGEST_LIFE.toMillis());
            config.setKeepaliveTime(KEEP_ALIVE.toMillis());
        } else {
            config.setExceptionOverride(new LostFiles());
        }
        return new HikariDataSource(config);
    }
}
