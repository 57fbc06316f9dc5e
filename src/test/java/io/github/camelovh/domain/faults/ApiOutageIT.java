// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.RequestState;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OVHcloud fails for everybody while approved names are bought: the work pauses, asks by single probes, and goes on. */
@Tag("once")
class ApiOutageIT {
    private static final Duration SHORT = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private Nodes nodes;
    private Ledger ledger;

    @BeforeEach
    void start() throws Exception {
        nodes = new Nodes(folder, 0, "--latency", "50");
        nodes.start("a", "camel.component.ovh-domain.response-timeout=2000");
        ledger = Ledger.open(nodes.direct(), Clock.systemUTC());
    }

    @AfterEach
    void stop() throws Exception {
        ledger.close();
        nodes.close();
    }

    @Test
    void anOutageUsesUpNoAttempts() throws Exception {
        rideOut("{\"route\":\"*\",\"kind\":\"status\",\"times\":0}", 12, SHORT);
    }

    @Test
    @Tag("crash")
    void soDoesANetworkThatIsGone() throws Exception {
        rideOut(null, 20, SHORT);
    }

    @Tag("crash")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"route\":\"*\",\"kind\":\"status\",\"times\":0}",
                "{\"route\":\"*\",\"kind\":\"delay\",\"delay\":\"PT40S\",\"times\":0}",
                "{\"route\":\"*\",\"kind\":\"429\",\"times\":0}",
                "{\"route\":\"*\",\"kind\":\"reset\",\"times\":0}",
            })
    void longOutages(String fault) throws Exception {
        rideOut(fault, 60, Duration.ofSeconds(150));
    }

    private String unfinished(long file) {
        return ledger.requests().page(file, 0, EnumSet.of(RequestState.UNFINISHED, RequestState.FAILED), 100).stream()
                .map(row -> row.domain() + ": " + row.outcome())
                .collect(Collectors.joining("\n"));
    }

    /** @param fault null for a network that is gone */
    private void rideOut(String fault, int names, Duration outage) throws Exception {
        nodes.drop("a", "outage.csv", names);
        long file = nodes.approve(ledger);
        await("the first names")
                .atMost(Duration.ofSeconds(60))
                .until(() -> ledger.requests().counts(file).getOrDefault(RequestState.DONE, 0L) > 0);
        if (fault == null) {
            nodes.api().become(FaultyLink.State.CUT);
        } else {
            nodes.sandbox().post("faults", fault);
        }
        long before = nodes.sandbox().get("calls").path("total").asLong();
        await("the outage").pollDelay(outage).atMost(outage.plusSeconds(5)).until(() -> true);
        long during = nodes.sandbox().get("calls").path("total").asLong() - before;
        assertThat(nodes.process("a").printed()).contains("this is an outage");
        if (fault == null) {
            nodes.api().become(FaultyLink.State.WELL);
        } else {
            nodes.sandbox().delete("faults");
        }
        Instant well = Instant.now();
        RecoveryTimes.measure(
                "outage of OVHcloud of " + outage.toSeconds() + " s: "
                        + (fault == null ? "no network" : fault.replaceAll(".*\"kind\":\"(\\w+)\".*", "$1")),
                () -> ledger.requests().counts(file).getOrDefault(RequestState.DONE, 0L),
                names);

        await("all rows done")
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(ledger.requests().counts(file))
                        .as(unfinished(file))
                        .isEqualTo(Map.of(RequestState.DONE, (long) names)));
        System.out.printf(
                "outage of %d s, %s: %d calls meanwhile; all %d names %d s after it%n",
                outage.toSeconds(),
                fault,
                during,
                names,
                Duration.between(well, Instant.now()).toSeconds());
        assertThat(during).isLessThan(60);
        assertThat(nodes.sandbox().sold().ordersByName().values())
                .hasSize(names)
                .containsOnly(1);
    }
}
