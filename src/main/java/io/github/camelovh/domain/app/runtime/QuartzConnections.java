// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import com.zaxxer.hikari.HikariDataSource;
import io.github.camelovh.domain.app.ledger.LedgerConnections;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.quartz.utils.ConnectionProvider;

/** Quartz's connections to the ledger, with the same time-outs as all others. Quartz makes it by its name and sets its properties. */
public final class QuartzConnections implements ConnectionProvider {
    private static final int SIZE = 3;

    private String url;
    private String user;
    private String password = "";
    private Duration lease = LedgerSettings.DEFAULT_LEASE;
    private LedgerSettings ledger;
    private HikariDataSource pool;

    public void setUrl(String url) {
        this.url = url;
    }

    public void setUser(String user) {
        this.user = user;
    }

    /** Sets the password; Quartz makes null of an empty one. */
    public void setPassword(String password) {
        this.password = password == null ? "" : password;
    }

    /** Sets how long a lease is. */
    public void setLeaseSeconds(int seconds) {
        this.lease = Duration.ofSeconds(seconds);
    }

    @Override
    public void initialize() {
        ledger = LedgerSettings.at(url, user, password).withLease(lease, lease.dividedBy(2));
        pool = LedgerConnections.pool(ledger, "schedules", SIZE);
    }

    /** Gives a connection for transactions only: Quartz commits what it does, sometimes several times with one connection. */
    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = pool.getConnection();
        try {
            return LedgerConnections.limited(connection, ledger);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void shutdown() {
        pool.close();
    }
}
