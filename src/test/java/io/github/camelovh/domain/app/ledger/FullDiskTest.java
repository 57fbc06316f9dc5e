// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What H2 says when its file cannot be written, and what becomes of its connections. */
class FullDiskTest {
    private static final int GENERAL = 50_000;
    private static final int OTHER_FILE = 90_031;

    @TempDir
    Path folder;

    private static SQLException full() {
        return new SQLException(
                "General error",
                "HY000",
                GENERAL,
                new IllegalStateException("Writing failed", new IOException("No space left on device")));
    }

    @Test
    void aFullDiskIsAFaultOfTheDatabaseThatPasses() {
        assertThat(DatabaseFaults.told(new IllegalStateException(full())))
                .isInstanceOf(LedgerUnavailableException.class)
                .hasMessageContaining("cannot be used now: No space left on device");
    }

    @Test
    void soItIsWithinABatch() {
        BatchUpdateException batch = new BatchUpdateException();
        batch.setNextException(full());

        assertThat(DatabaseFaults.told(new IllegalStateException(batch)))
                .isInstanceOf(LedgerUnavailableException.class);
    }

    @Test
    void anErrorOfH2WithoutAFileIsNone() {
        IllegalStateException failure = new IllegalStateException(new SQLException("General error", "HY000", GENERAL));

        assertThat(DatabaseFaults.told(failure)).isSameAs(failure);
    }

    @Test
    void anotherFileThanTheLedgerCostsNoConnection() {
        assertThat(DatabaseFaults.hasLostItsFile(new SQLException("script", "90031", OTHER_FILE)))
                .isFalse();
    }

    /** The pool tests only connections that were idle, so it would hand the dead one out again and again. */
    @Test
    void aPoolOpensTheFileAgainAfterH2ClosedIt() throws SQLException {
        try (HikariDataSource pool = LedgerConnections.pool(LedgerSettings.inFolder(folder), "test", 1)) {
            try (Connection connection = pool.getConnection();
                    Statement sql = connection.createStatement()) {
                sql.execute("shutdown immediately");
                sql.execute("values 1");
            } catch (SQLException closed) {
                assertThat(DatabaseFaults.hasLostItsFile(closed)).isTrue();
            }

            try (Connection connection = pool.getConnection();
                    Statement sql = connection.createStatement()) {
                assertThat(sql.execute("values 1")).isTrue();
            }
        }
    }
}
