// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A migration that is broken off at any statement is as if it was not, once the ledger is opened again. */
abstract class BrokenMigrationContract {
    private static final int EACH = 1;
    static final int SOME = 17;

    /** Where the ledgers of a test come from: each is as the others. */
    interface Ledgers {
        LedgerSettings next() throws Exception;
    }

    abstract Ledgers empty() throws Exception;

    abstract Ledgers old() throws Exception;

    /** What a kill of the process does to its database. */
    abstract void end(Connection connection) throws SQLException;

    abstract List<String> schemaAndRows(Statement sql) throws SQLException;

    @Test
    void aFirstStartGoesOnWhereverItWasBrokenOff() throws Exception {
        breakOff(empty(), SOME);
    }

    @Test
    void anUpgradeGoesOnWhereverItWasBrokenOff() throws Exception {
        breakOff(old(), SOME);
    }

    @Test
    @Tag("crash")
    void aFirstStartGoesOnFromEachStatement() throws Exception {
        breakOff(empty(), EACH);
    }

    @Test
    @Tag("crash")
    void anUpgradeGoesOnFromEachStatement() throws Exception {
        breakOff(old(), EACH);
    }

    /** The start that makes good what was broken off is broken off as well. */
    @Test
    void anUpgradeThatIsBrokenOffAgainAndAgainGoesOn() throws Exception {
        Ledgers ledgers = old();
        List<String> whole = opened(ledgers.next());
        LedgerSettings settings = ledgers.next();
        for (int last = 0; breaksAt(settings, last); last += SOME) {
            assertThat(last).isLessThan(1000);
        }

        assertThat(opened(settings)).isEqualTo(whole);
    }

    private void breakOff(Ledgers ledgers, int step) throws Exception {
        List<String> whole = opened(ledgers.next());
        int last = 0;
        LedgerSettings settings = ledgers.next();
        while (breaksAt(settings, last)) {
            assertThat(opened(settings))
                    .as("broken off after %d statements", last)
                    .isEqualTo(whole);
            last += step;
            settings = ledgers.next();
        }
        assertThat(last).as("statements of the migration").isGreaterThan(20);
    }

    final boolean breaksAt(LedgerSettings settings, int last) {
        EndingDataSource ending = new EndingDataSource(settings, last, this::end);
        LedgerMigration migration = new LedgerMigration(ending.source(), settings.isPostgres());
        try {
            migration.run();
        } catch (LedgerException e) {
            assertThat(ending.isOver()).as(e.toString()).isTrue();
            return true;
        }
        return ending.isOver();
    }

    private List<String> opened(LedgerSettings settings) throws SQLException {
        LedgerDatabase.open(settings, Clock.systemUTC()).close();
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                Statement sql = connection.createStatement()) {
            return schemaAndRows(sql);
        }
    }

    static List<String> lines(Statement sql, String query) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet row = sql.executeQuery(query)) {
            while (row.next()) {
                lines.add(row.getString(1));
            }
        }
        return lines;
    }

    @Test
    void aDatabaseOfSomebodyElseIsLeftAlone() throws Exception {
        LedgerSettings settings = empty().next();
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                Statement sql = connection.createStatement()) {
            sql.execute("create table theirs (id int)");
            sql.execute("insert into theirs values (7)");
            assertThatThrownBy(() -> LedgerDatabase.open(settings, Clock.systemUTC()))
                    .isInstanceOf(LedgerException.class);
            assertThat(lines(sql, "select id from theirs")).containsExactly("7");
        }
    }
}
