// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LimitedTransactionsTest {
    private Connection real;
    private Connection limited;

    @BeforeEach
    void open() throws SQLException {
        real = DriverManager.getConnection("jdbc:h2:mem:limited");
        try (Statement sql = real.createStatement()) {
            sql.execute("create table begun (id int)");
        }
        real.setAutoCommit(false);
        limited = LimitedTransactions.of(real, "insert into begun values (1)");
    }

    @AfterEach
    void close() throws SQLException {
        real.close();
    }

    private long begun() throws SQLException {
        try (Statement sql = real.createStatement();
                var row = sql.executeQuery("select count(*) from begun")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute() throws SQLException {
        limited.prepareStatement("values 1").execute();
    }

    @Test
    void eachTransactionBeginsWithItOnce() throws SQLException {
        execute();
        execute();
        limited.commit();
        assertThat(begun()).isEqualTo(1);

        limited.createStatement().execute("values 1");
        limited.commit();
        assertThat(begun()).isEqualTo(2);
    }

    @Test
    void soDoesTheOneAfterARollback() throws SQLException {
        execute();
        limited.rollback();
        execute();
        limited.commit();

        assertThat(begun()).isEqualTo(1);
    }

    @Test
    void aConnectionThatIsOnlyGivenBackAsksNothing() throws SQLException {
        limited.close();

        assertThat(real.isClosed()).isTrue();
    }
}
