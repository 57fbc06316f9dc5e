// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelovh.domain.ProcessUnderTest;
import io.github.camelovh.domain.SandboxProcess;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import io.github.camelovh.domain.app.ledger.PostgresServer;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.server.SandboxOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A year of names that are renewed on a schedule by the policy, on the sandbox's clock: by one process, by one that is
 * killed again and again, and by two on one PostgreSQL, of which alternately one is killed.
 */
@Tag("once")
class RenewalYearIT {
    private static final int DAYS = 366;
    private static final int KILLS = 20;
    /** One in this number of kills is left to the other node, until that node checks the names. */
    private static final int TAKEN_OVER = 4;

    private static final Duration LEASE = Duration.ofSeconds(5);
    /**
     * So that fewer days pass while a dead node's rows wait for the end of its lease than the lead time of the policy.
     */
    private static final Duration STEP_TAKES = Duration.ofSeconds(1);
    /**
     * If nothing new happens for this time, everything counts as done; longer than a dead node keeps its rows and than
     * the repeated search for a lost answer.
     */
    private static final Duration QUIET = LEASE.multipliedBy(2).plusSeconds(20);

    private static final int QUIET_LOOKS = 10;

    @RegisterExtension
    static final PostgresServer SERVER = new PostgresServer();

    @TempDir
    Path folder;

    private final Random random = new Random(20261125);
    private final Map<String, ProcessUnderTest> nodes = new TreeMap<>();
    private OvhSandbox sandbox;
    /** Days between two checks. One if nothing is killed, so that no warning day is between two checks. */
    private int step;

    private int killed;
    private LedgerSettings ledger;

    private void open(int names) throws IOException {
        Files.writeString(folder.resolve("policy.yaml"), RenewalYear.POLICY);
        sandbox = OvhSandbox.start(SandboxOptions.defaults().withDomains(names).withTaskTime(Duration.ofMillis(200)));
    }

    @BeforeEach
    void noNodes() {
        nodes.clear();
    }

    @AfterEach
    void stop() {
        nodes.values().forEach(ProcessUnderTest::kill);
        if (sandbox != null) {
            sandbox.close();
        }
    }

    private void startNode(String name) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--data",
                name,
                "--set=ovh-domain.renewal.policy=policy.yaml",
                "--set=ovh-domain.renewal.cron=0/1 * * * * ?",
                "--set=ovh-domain.renewal.approve=policy",
                "--set=ovh-domain.limit.run=100000",
                "--set=ovh-domain.delivery.every=PT1S",
                "--set=camel.component.ovh-domain.calls-per-second=500",
                "--set=ovh-domain.ledger.lease=" + LEASE));
        if (ledger != null) {
            arguments.add("--set=ovh-domain.ledger.url=" + ledger.url());
            arguments.add("--set=ovh-domain.ledger.user=" + ledger.user());
        }
        int port = sandbox.baseUrl().getPort();
        nodes.put(
                name,
                ProcessUnderTest.start(
                        Files.createDirectories(folder), name, List.of(), SandboxProcess.environment(port), arguments));
    }

    /** Advances the days, each step as soon as a check of the names of the day before has begun. */
    private void live(int kills) throws Exception {
        int steps = DAYS / step;
        for (int passed = 1; passed <= steps; passed++) {
            long looks = sandbox.calls("GET /domain");
            Instant begin = Instant.now();
            sandbox.advance(Duration.ofDays(step));
            if (killed < kills && passed * (kills + 1) / steps > killed) {
                killSomewhere();
            }
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> sandbox.calls("GET /domain") > looks
                            && (kills == 0 || Instant.now().isAfter(begin.plus(STEP_TAKES))));
        }
    }

    /** Kills at one of the next calls; after some seconds if there is none. */
    private void killSomewhere() throws Exception {
        String name = List.copyOf(nodes.keySet()).get(random.nextInt(nodes.size()));
        long until = sandbox.calls() + random.nextInt(40);
        Instant latest = Instant.now().plusSeconds(5);
        await().pollInterval(Duration.ofMillis(5))
                .until(() -> sandbox.calls() >= until || Instant.now().isAfter(latest));
        nodes.get(name).kill();
        killed++;
        if (nodes.size() > 1 && killed % TAKEN_OVER == 0) {
            long looks = sandbox.calls("GET /domain");
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> sandbox.calls("GET /domain") > looks);
        }
        startNode(name);
    }

    /** Waits until all rows have ended, and checks find nothing to do. */
    private void awaitRest() {
        long[] orders = {sandbox.orders().size()};
        long[] looks = {sandbox.calls("GET /domain")};
        Instant[] since = {Instant.now()};
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> {
                    List<SandboxOrder> unpaid = sandbox.orders().stream()
                            .filter(order -> !order.paid() && !order.cancelled())
                            .toList();
                    if (sandbox.orders().size() > orders[0] || !unpaid.isEmpty()) {
                        orders[0] = sandbox.orders().size();
                        looks[0] = sandbox.calls("GET /domain");
                        since[0] = Instant.now();
                    }
                    assertThat(unpaid).isEmpty();
                    assertThat(Duration.between(since[0], Instant.now())).isGreaterThan(QUIET);
                    assertThat(sandbox.calls("GET /domain") - looks[0]).isGreaterThan(QUIET_LOOKS);
                });
    }

    private void year(int kills) throws Exception {
        step = kills == 0 ? 1 : 2;
        long begin = System.nanoTime();
        RenewalYear year = new RenewalYear(sandbox, folder, List.copyOf(nodes.keySet()));
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .until(year::isSetAsWished);
        live(kills);
        awaitRest();
        nodes.values().forEach(ProcessUnderTest::kill);

        List<String> wrong = year.wrong(step, killed);
        System.out.printf(
                "a year with %d nodes and %d kills of %s, %d wrong, %.0f s%n",
                nodes.size(), killed, year.figures(), wrong.size(), (System.nanoTime() - begin) / 1e9);
        assertThat(wrong).isEmpty();
    }

    @Tag("crash")
    @ParameterizedTest
    @ValueSource(ints = {0, KILLS})
    void aThousandNamesLiveAYear(int kills) throws Exception {
        open(1_000);
        startNode("one");

        year(kills);
    }

    @Tag("crash")
    @Test
    void aThousandNamesLiveAYearWithTwoNodes() throws Exception {
        open(1_000);
        ledger = SERVER.emptyDatabase();
        startNode("one");
        startNode("two");

        year(KILLS);
    }
}
