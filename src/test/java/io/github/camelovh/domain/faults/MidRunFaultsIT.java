// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.RequestState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Something around a node changes while it buys names: its database, its key, its outbox. */
@Tag("once")
@Tag("crash")
class MidRunFaultsIT {
    private static final int NAMES = 20;

    @TempDir
    Path folder;

    private Nodes nodes;
    private Ledger ledger;

    @BeforeEach
    void start() throws Exception {
        nodes = new Nodes(folder, 0, "--latency", "150");
        nodes.start("a");
        ledger = Ledger.open(nodes.direct(), Clock.systemUTC());
    }

    @AfterEach
    void stop() throws Exception {
        ledger.close();
        nodes.close();
    }

    private long begun() throws Exception {
        nodes.drop("a", "names.csv", NAMES);
        long file = nodes.approve(ledger);
        await("the first names")
                .atMost(Duration.ofSeconds(60))
                .until(() -> ledger.requests().counts(file).getOrDefault(RequestState.DONE, 0L) > 0);
        return file;
    }

    private void awaitAllDone(long file) throws Exception {
        await("all rows done")
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() ->
                        assertThat(ledger.requests().counts(file)).isEqualTo(Map.of(RequestState.DONE, (long) NAMES)));
        assertThat(nodes.sandbox().sold().ordersByName().values())
                .hasSize(NAMES)
                .containsOnly(1);
    }

    private void measure(String fault, long file) {
        RecoveryTimes.measure(fault, () -> ledger.requests().counts(file).getOrDefault(RequestState.DONE, 0L), NAMES);
    }

    private void awaitPrinted(String text) {
        await(text)
                .atMost(Duration.ofSeconds(40))
                .until(() -> nodes.process("a").printed().contains(text));
    }

    /** As it is while another server becomes the primary one. */
    @Test
    void aDatabaseThatTakesNoWritesForAWhile() throws Exception {
        long file = begun();
        readOnly(true);
        awaitPrinted("The ledger's database cannot be used now");
        readOnly(false);
        measure("a database that takes no writes", file);

        awaitAllDone(file);
        assertThat(nodes.process("a").printed()).doesNotContain("\tat ");
    }

    private void readOnly(boolean on) throws SQLException {
        try (Connection connection = DriverManager.getConnection(nodes.direct().url(), "postgres", "");
                Statement sql = connection.createStatement()) {
            sql.execute("set default_transaction_read_only = off");
            sql.execute("alter system set default_transaction_read_only = " + (on ? "on" : "off"));
            sql.execute("select pg_reload_conf()");
        }
    }

    @Test
    void aKeyThatIsTakenAwayNeedsAPersonAndLosesNothing() throws Exception {
        long file = begun();
        nodes.sandbox().post("credential", "{\"status\":\"expired\"}");
        awaitPrinted("Nothing can be done until the keys are corrected");
        assertThat(ledger.requests().counts(file)).doesNotContainKeys(RequestState.FAILED, RequestState.REFUSED);
        nodes.process("a").terminate();
        nodes.process("a").exitCode(60);
        nodes.sandbox().post("credential", "{\"status\":\"validated\"}");
        nodes.start("a");
        measure("a key taken away: after the start with a new one", file);

        awaitAllDone(file);
    }

    @Test
    void anOutboxThatCannotBeWrittenForAWhile() throws Exception {
        long file = begun();
        Path outbox = folder.resolve("a").resolve("data").resolve("outbox");
        Files.move(outbox, outbox.resolveSibling("outbox.away"));
        Files.writeString(outbox, "no folder");
        awaitAllDone(file);
        Files.delete(outbox);
        Files.move(outbox.resolveSibling("outbox.away"), outbox);

        await("the results")
                .atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(outbox.resolve("names.report.html")));
        assertThat(outbox.resolve("names.done.csv")).content().contains("names-" + NAMES + ".com");
    }
}
