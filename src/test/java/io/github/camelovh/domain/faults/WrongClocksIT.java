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
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one database; the clock of one is wrong, or is set while it works. */
@Tag("once")
class WrongClocksIT {
    private static final int NAMES = 32;
    /** No heartbeat is as late as that, also on a machine that is busy. */
    private static final String LEASE = "ovh-domain.ledger.lease=PT1M";

    private static final Duration NEARLY = Duration.ofMinutes(5);
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

    /** How long before it a lease had ended because of which a row was taken over: a moment, where it was given back. */
    private static Duration sinceLease(Nodes.Move move) {
        Matcher ended = Pattern.compile("as the lease of .* ended at (\\S+)").matcher(move.why());
        return ended.find()
                ? Duration.between(Instant.parse(ended.group(1)), move.at()).abs()
                : Duration.ZERO;
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
        Instant begin = Instant.now().minus(NEARLY);
        nodes.start("a", time.environment(), LEASE);
        nodes.start("b", LEASE);
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
        Instant end = Instant.now().plus(NEARLY);
        assertThat(nodes.moves())
                .as("told by the right time, and no lease was ended by another clock")
                .allMatch(move -> move.at().isAfter(begin) && move.at().isBefore(end))
                .allMatch(move -> sinceLease(move).compareTo(NEARLY) < 0);
        assertThat(nodes.claimed()).isZero();
        await("the word about the clock, with the next heartbeat")
                .atMost(Duration.ofMinutes(2))
                .until(() -> nodes.process("a").printed().contains("The clock of this machine was set"));
        assertThat(nodes.process("a").printed()).doesNotContain("\tat ");
    }
}
