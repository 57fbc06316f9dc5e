// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.github.camelovh.domain.ProcessUnderTest;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.RequestState;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one database; the clock of one is wrong, or is set while it works. */
@Tag("once")
class WrongClocksIT {
    private static final int NAMES = 32;
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path folder;

    private Nodes nodes;
    private FakeTime time;
    private Ledger ledger;

    @BeforeEach
    void start() throws Exception {
        assumeThat(FakeTime.isInstalled())
                .as("libfaketime is installed (Debian package libfaketime)")
                .isTrue();
        nodes = new Nodes(folder, 0, "--latency", "300");
        time = new FakeTime(folder.resolve("faketime"));
        ledger = Ledger.open(nodes.direct(), Clock.systemUTC());
    }

    @AfterEach
    void stop() throws Exception {
        if (nodes != null) {
            ledger.close();
            nodes.close();
        }
    }

    private long done(long file) {
        return ledger.requests().counts(file).getOrDefault(RequestState.DONE, 0L);
    }

    private void awaitDone(long file, long names) {
        await(names + " names")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> done(file) >= names);
    }

    @Test
    void aNodeWhoseClockIsTenMinutesWrongIsNotStarted() throws Exception {
        time.set(Duration.ofMinutes(10));
        ProcessUnderTest process = nodes.launch("a", time.environment(), "ovh-domain.ledger.lease=PT10M");

        assertThat(process.exitCode(240)).isEqualTo(5);
        assertThat(process.printed())
                .contains("This machine's clock and the ledger's database are", "Set both clocks")
                .doesNotContain("\tat ");
    }

    @Test
    @Tag("crash")
    void aClockThatIsSetWhileRowsAreDoneMovesNoLease() throws Exception {
        nodes.start("a", time.environment());
        nodes.start("b");
        nodes.drop("b", "clock.csv", NAMES);
        long file = nodes.approve(ledger);
        awaitDone(file, 1);
        time.set(HOUR);
        awaitDone(file, NAMES / 3);
        time.set(HOUR.negated());
        awaitDone(file, 2 * NAMES / 3);
        time.set(Duration.ofMinutes(10));
        awaitDone(file, NAMES);

        assertThat(ledger.requests().counts(file)).isEqualTo(Map.of(RequestState.DONE, (long) NAMES));
        assertThat(nodes.sandbox().sold().ordersByName().values())
                .hasSize(NAMES)
                .containsOnly(1);
        assertThat(nodes.reasonsOfMoves()).noneMatch(why -> why.contains("as the lease of"));
        assertThat(nodes.claimed()).isZero();
        assertThat(nodes.process("a").printed())
                .contains("The clock of this machine was set")
                .doesNotContain("\tat ");
    }
}
