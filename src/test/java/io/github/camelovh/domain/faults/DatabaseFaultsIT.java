// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerConnections;
import io.github.camelovh.domain.app.ledger.RequestState;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes whose database fails and comes back, while they buy names. */
@Tag("once")
class DatabaseFaultsIT {
    private static final long SEED = Long.getLong("ovh-domain.seed", 18);
    private static final int NAMES = 20;

    @TempDir
    Path folder;

    private Nodes nodes;
    private Ledger ledger;

    @BeforeEach
    void start() throws Exception {
        nodes = new Nodes(folder, SEED, "--latency", "150");
        nodes.start("a");
        nodes.start("b");
        ledger = Ledger.open(nodes.direct(), Clock.systemUTC());
    }

    @AfterEach
    void stop() throws Exception {
        ledger.close();
        nodes.close();
    }

    private Map<RequestState, Long> states(long file) {
        return ledger.requests().counts(file);
    }

    private void measure(String fault, long file, int names) {
        RecoveryTimes.measure(fault, () -> states(file).getOrDefault(RequestState.DONE, 0L), names);
    }

    private void awaitAllDone(long file, int names, Duration most) throws Exception {
        await("all rows done").atMost(most).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> assertThat(
                        states(file))
                .isEqualTo(Map.of(RequestState.DONE, (long) names)));
        assertThat(nodes.sandbox().sold().ordersByName().values())
                .hasSize(names)
                .containsOnly(1);
    }

    @Test
    void connectionsCutAtCommitsLeaveNoRowBehind() throws Exception {
        cutCommits(NAMES, 12);
    }

    @Test
    @Tag("crash")
    void twoHundredConnectionsCutAtCommitsLeaveNoRowBehind() throws Exception {
        cutCommits(80, 200);
    }

    private void cutCommits(int names, int cuts) throws Exception {
        nodes.drop("a", "cut.csv", names);
        long file = nodes.approve(ledger);
        nodes.link().cutCommits(0.12);
        await("cuts").atMost(Duration.ofMinutes(3)).until(() -> nodes.link().cuts() >= cuts);
        nodes.link().cutCommits(0);
        measure("connections to the database cut at commits", file, names);

        awaitAllDone(file, names, Nodes.LEASE.multipliedBy(3).plusSeconds(names));
    }

    @Test
    @Tag("crash")
    void aNodeThatLosesItsPowerWithALockHoldsTheOthersUpForLessThanALease() throws Exception {
        nodes.drop("a", "power.csv", NAMES);
        nodes.awaitFile(ledger, Duration.ofSeconds(90), file -> file.state() == FileState.PLANNED);
        HikariDataSource dead = LedgerConnections.pool(nodes.direct(), "dead", 1);
        Connection connection = LedgerConnections.limited(dead.getConnection(), nodes.direct());
        connection
                .createStatement()
                .executeUpdate("insert into budget_lock (currency, taken) values ('EUR', 0)"
                        + " on conflict (currency) do update set taken = budget_lock.taken");
        long file = nodes.approve(ledger);
        measure("a node without power that holds the lock of the budget", file, NAMES);

        awaitAllDone(file, NAMES, Nodes.LEASE.plusSeconds(NAMES));
        // Whoever wakes up again finds that the server has ended its transaction.
        assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
        dead.close();
    }

    @Test
    @Tag("crash")
    void aDatabaseThatAcceptsAndDoesNotAnswerIsUsedAgainOnceItDoes() throws Exception {
        nodes.link().become(FaultyLink.State.SILENT);
        await("some silence")
                .pollDelay(Duration.ofSeconds(8))
                .atMost(Duration.ofSeconds(9))
                .until(() -> true);
        nodes.link().become(FaultyLink.State.WELL);
        Instant well = Instant.now();

        nodes.drop("b", "silent.csv", NAMES);
        long file = nodes.awaitFile(ledger, Duration.ofSeconds(30), seen -> seen.state() == FileState.PLANNED)
                .id();
        RecoveryTimes.note("a silent database: the plan of a new file", Duration.between(well, Instant.now()));
        nodes.approve(ledger);
        awaitAllDone(file, NAMES, Duration.ofSeconds(30 + NAMES));
        assertThat(nodes.process("a")
                        .printed()
                        .lines()
                        .filter(line -> line.contains("The ledger's database cannot be used now")))
                .as("one sentence a minute")
                .hasSize(1);
    }

    @Test
    @Tag("crash")
    void aFileThatIsPlannedWhileTheDatabaseIsRestartedGoesOnByItself() throws Exception {
        nodes.drop("a", "planned.csv", NAMES);
        nodes.awaitFile(ledger, Duration.ofSeconds(30), seen -> seen.state() == FileState.PLANNING);
        ledger.close();
        nodes.restartDatabase();
        ledger = Ledger.open(nodes.direct(), Clock.systemUTC());
        Instant well = Instant.now();

        long file = nodes.approve(ledger);
        RecoveryTimes.note(
                "database restarted while a file is planned: its plan", Duration.between(well, Instant.now()));
        awaitAllDone(file, NAMES, Duration.ofSeconds(60));
        assertThat(folder.resolve("a/data/inbox/.failed")).doesNotExist();
    }
}
