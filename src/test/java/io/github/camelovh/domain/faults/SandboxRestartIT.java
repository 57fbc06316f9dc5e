// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

/** OVHcloud's side is restarted while names are bought: it forgets its connections, and no order. */
@Tag("once")
@Tag("crash")
class SandboxRestartIT {
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

    @Test
    void withItsStateEachNameIsBoughtOnce() throws Exception {
        nodes.drop("a", "names.csv", NAMES);
        long file = nodes.approve(ledger);
        for (int done = 1; done <= NAMES / 2; done += NAMES / 4) {
            int least = done;
            await(least + " names")
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> ledger.requests().counts(file).getOrDefault(RequestState.DONE, 0L) >= least);
            nodes.restartSandbox();
            RecoveryTimes.measure(
                    "restart on OVHcloud's side",
                    () -> ledger.requests().counts(file).getOrDefault(RequestState.DONE, 0L),
                    NAMES);
        }

        await("all rows done")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() ->
                        assertThat(ledger.requests().counts(file)).isEqualTo(Map.of(RequestState.DONE, (long) NAMES)));
        assertThat(nodes.sandbox().sold().ordersByName().values())
                .hasSize(NAMES)
                .containsOnly(1);
        assertThat(nodes.process("a").printed()).doesNotContain("\tat ");
    }
}
