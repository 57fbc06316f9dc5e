// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestState;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three nodes with rows of many actions, of which something fails every few seconds. At the end all is well again, and every row has to
 * be done. Properties: {@code ovh-domain.seed} (1), {@code ovh-domain.faults.minutes} (30), {@code ovh-domain.faults.rows} (2000).
 */
@Tag("crash")
class RandomFaultsIT {
    private static final long SEED = Long.getLong("ovh-domain.seed", 1);
    private static final int ROWS = Integer.getInteger("ovh-domain.faults.rows", 2_000);
    private static final Duration LASTS = Duration.ofMinutes(Integer.getInteger("ovh-domain.faults.minutes", 30));
    private static final Duration EACH = Duration.ofSeconds(10);
    private static final List<RandomFault> FAULTS = List.of(RandomFault.values());
    private static final List<String> NODES = List.of("a", "b", "c");

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final Map<RandomFault, List<Duration>> recoveries = new EnumMap<>(RandomFault.class);
    private Nodes nodes;
    private Ledger ledger;

    @Test
    void everyRowIsDoneWhateverFailed() throws Exception {
        System.out.println("seed " + SEED);
        nodes = new Nodes(folder, SEED, "--latency", "50", "--domains", Integer.toString(ROWS), "--task-time", "2s");
        try {
            for (String node : NODES) {
                startNode(node);
            }
            ledger = Ledger.open(nodes.direct(), Clock.systemUTC());
            live();
            awaitEnd();
            check();
        } finally {
            if (ledger != null) {
                ledger.close();
            }
            nodes.close();
        }
    }

    private void startNode(String node) throws Exception {
        nodes.start(
                node,
                "camel.component.ovh-domain.calls-per-second=100",
                "camel.component.ovh-domain.response-timeout=2000",
                "ovh-domain.limit.run=1000000 EUR");
    }

    private void live() throws Exception {
        int steps = (int) (LASTS.toSeconds() / EACH.toSeconds());
        int dropping = Math.max(1, steps * 2 / 3);
        MixedRows rows = new MixedRows(nodes.sandbox().accountNames(), random);
        for (int step = 0; step < steps; step++) {
            Instant begin = Instant.now();
            if (step < dropping) {
                int count = ROWS * (step + 1) / dropping - ROWS * step / dropping;
                nodes.drop(NODES.get(random.nextInt(NODES.size())), "file-" + step + ".csv", rows.next(count));
            }
            approveWhatWaits();
            RandomFault fault = FAULTS.get(random.nextInt(FAULTS.size()));
            fail(fault, NODES.get(random.nextInt(NODES.size())));
            measure(fault, begin.plus(EACH));
            approveWhatWaits();
        }
    }

    private void fail(RandomFault fault, String node) throws Exception {
        if (fault == RandomFault.DATABASE_RESTART) {
            ledger.close();
        }
        fault.happen(nodes, node, random);
        if (fault == RandomFault.DATABASE_RESTART) {
            ledger = Ledger.open(nodes.direct(), Clock.systemUTC());
        }
        if (!nodes.process(node).alive()) {
            startNode(node);
        }
    }

    /** How long it takes until the next row is done, after all is well again; until the next step at the longest. */
    private void measure(RandomFault fault, Instant next) {
        Instant well = Instant.now();
        long done = done();
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> done() > done || !isWorkLeft() || Instant.now().isAfter(well.plusSeconds(30)));
        if (done() > done) {
            Duration time = Duration.between(well, Instant.now());
            recoveries.computeIfAbsent(fault, each -> new ArrayList<>()).add(time);
            RecoveryTimes.note(
                    "random, " + fault.name().toLowerCase(Locale.ROOT).replace('_', ' '), time);
        }
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> Instant.now().isAfter(next));
    }

    private boolean isWorkLeft() {
        return !ledger.files().inState(FileState.APPROVED).isEmpty();
    }

    private long done() {
        return ledger.files().latest(ROWS).stream()
                .mapToLong(file -> ledger.requests().counts(file.id()).getOrDefault(RequestState.DONE, 0L))
                .sum();
    }

    private void approveWhatWaits() {
        for (ImportedFile file : ledger.files().inState(FileState.PLANNED)) {
            ledger.plans().approve(file.id(), file.planCode(), "test");
        }
    }

    /**
     * A renewal whose order may have arrived or not is ordered again a day later at the earliest, if none is seen by then. All other rows
     * are done without that.
     */
    private void awaitEnd() throws Exception {
        await("all rows done, or watched for their order")
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    approveWhatWaits();
                    assertThat(open().filter(row -> !isWatchedForItsOrder(row)).map(RandomFaultsIT::text))
                            .isEmpty();
                });
        long watched = open().count();
        System.out.printf(
                "seed %d: %d renewals wait for a day, as none knows whether they were ordered%n", SEED, watched);
        if (watched > 0) {
            nodes.sandbox().post("clock", "{\"advance\":\"PT25H\"}");
            await("all rows done")
                    .atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(
                            () -> assertThat(open().map(RandomFaultsIT::text)).isEmpty());
        }
        assertThat(done()).isEqualTo(ROWS);
    }

    private static boolean isWatchedForItsOrder(Request row) {
        return row.action().equals("renew")
                && row.state() == RequestState.AWAITING
                && row.outcome() != null
                && row.outcome().contains("not answered");
    }

    /** Rows that are not done; of a file with many, some. */
    private Stream<Request> open() {
        return ledger.files().latest(ROWS).stream()
                .flatMap(
                        file -> ledger
                                .requests()
                                .page(file.id(), 0, EnumSet.complementOf(EnumSet.of(RequestState.DONE)), 20)
                                .stream());
    }

    private static String text(Request row) {
        return row.domain() + " " + row.action() + " " + row.state() + ": " + row.outcome();
    }

    private void check() throws Exception {
        BigDecimal charged = BigDecimal.ZERO;
        for (JsonNode order : nodes.sandbox().get("orders")) {
            charged = charged.add(order.path("price").decimalValue());
        }
        BigDecimal spent = ledger.files().latest(ROWS).stream()
                .map(file ->
                        ledger.requests().spending(file.id()).totalWithTax().getOrDefault("EUR", BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<String> twice = new EventFiles(folder, NODES).toldUnderTwoIds();
        System.out.printf("seed %d: %d rows done, %s EUR spent, %s charged%n", SEED, ROWS, spent, charged);
        recoveries.forEach((fault, times) -> {
            List<Duration> sorted = times.stream().sorted().toList();
            System.out.printf(
                    "%-20s %3d times: next row done after %5.1f s (median), %5.1f s (worst)%n",
                    fault,
                    sorted.size(),
                    sorted.get(sorted.size() / 2).toMillis() / 1e3,
                    sorted.get(sorted.size() - 1).toMillis() / 1e3);
        });
        assertThat(nodes.sandbox().sold().ordersByName().values()).containsOnly(1);
        assertThat(spent).isEqualByComparingTo(charged);
        assertThat(nodes.claimed()).isZero();
        assertThat(twice).isEmpty();
    }
}
