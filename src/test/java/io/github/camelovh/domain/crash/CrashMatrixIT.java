// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.ProcessUnderTest;
import io.github.camelovh.domain.SandboxProcess;
import io.github.camelovh.domain.crash.WiretapProxy.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that buys twenty names is killed with SIGKILL at one of its requests: before the server has seen it, after
 * its effect and before the answer, or directly after the answer. Then the same command runs again. At every point,
 * each name is ordered exactly once, no row is lost, and the total is not above the limit, which is exact to the cent.
 */
@Tag("once")
class CrashMatrixIT {

    private static final int NAMES = 20;

    /** Twenty times 9.99 EUR and 20 % tax. Any name bought twice, or any reservation that leaks, breaks this limit. */
    private static final String LIMIT = "239.80";

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void sampleOfKillPointsEndsWithOneOrderForEachName() throws Exception {
        List<KillPoint> points = points(requestsOfAnUndisturbedRun());
        int stride = points.size();
        List<KillPoint> sample = IntStream.range(0, points.size())
                .filter(index -> index % stride == stride / 2)
                .mapToObj(points::get)
                .collect(Collectors.toCollection(ArrayList::new));
        for (Moment moment : Moment.values()) {
            sample.add(new KillPoint("POST /order/cart/{}/checkout", 7, moment));
        }
        run(sample);
    }

    @Test
    @Tag("crash")
    void everyKillPointEndsWithOneOrderForEachName() throws Exception {
        List<KillPoint> points = points(requestsOfAnUndisturbedRun());
        assertThat(points).hasSizeGreaterThanOrEqualTo(60);
        run(points);
    }

    private void run(List<KillPoint> points) throws Exception {
        List<String> report = new ArrayList<>(List.of("route,nth,moment,killed,orders,seconds"));
        List<String> wrong = new ArrayList<>();
        int killed = 0;
        for (KillPoint point : points) {
            long start = System.nanoTime();
            Verdict verdict = killAndStartAgain(point);
            killed += verdict.killed() ? 1 : 0;
            wrong.addAll(verdict.wrong());
            report.add("%s,%d,%s,%s,%d,%.1f"
                    .formatted(
                            point.route(),
                            point.nth(),
                            point.moment(),
                            verdict.killed(),
                            verdict.orders(),
                            (System.nanoTime() - start) / 1e9));
        }
        Files.write(Path.of("target", "crash-matrix.csv"), report);
        System.out.printf("crash matrix: %d points, %d kills, %d wrong ends%n", points.size(), killed, wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(killed).as("kills that hit their point").isGreaterThanOrEqualTo(points.size() * 9 / 10);
    }

    /** The result of one point; {@code wrong} is empty if all promises were kept. */
    private record Verdict(boolean killed, int orders, List<String> wrong) {}

    private Verdict killAndStartAgain(KillPoint point) throws Exception {
        Path place = Files.createTempDirectory(folder, "kill");
        Path names = file(place);
        List<String> wrong = new ArrayList<>();
        AtomicBoolean killed = new AtomicBoolean();
        try (SandboxProcess sandbox = SandboxProcess.start(place, "--task-time", "PT0.2S");
                WiretapProxy proxy = new WiretapProxy(sandbox.port())) {
            ProcessUnderTest[] victim = new ProcessUnderTest[1];
            Map<String, Integer> seen = new TreeMap<>();
            Object order = new Object();
            proxy.listener((moment, line) -> {
                synchronized (order) {
                    if (moment != point.moment() || victim[0] == null || killed.get()) {
                        return;
                    }
                    String route = KillPoint.route(line);
                    if (route.equals(point.route()) && seen.merge(route, 1, Integer::sum) == point.nth()) {
                        victim[0].kill();
                        killed.set(true);
                    }
                }
            });
            synchronized (order) {
                victim[0] = buy(names, proxy.port());
            }
            victim[0].exitCode(120);
            proxy.listener((moment, line) -> {});
            ProcessUnderTest second = buy(names, proxy.port());
            int exit = second.exitCode(180);
            if (exit != 0) {
                wrong.add(point + ": exit " + exit + "\n" + tail(second.printed()));
            }
            Map<String, Integer> orders = sandbox.sold().ordersByName();
            for (int i = 1; i <= NAMES; i++) {
                int sold = orders.getOrDefault(name(i), 0);
                if (sold != 1) {
                    wrong.add(point + ": " + name(i) + " was ordered " + sold + " times");
                }
            }
            wrong.addAll(summaryFaults(point, place));
            return new Verdict(
                    killed.get(), orders.values().stream().mapToInt(n -> n).sum(), wrong);
        }
    }

    private static List<String> summaryFaults(KillPoint point, Path place) throws IOException {
        JsonNode summary =
                JSON.readTree(place.resolve("data/outbox/names.summary.json").toFile());
        List<String> wrong = new ArrayList<>();
        if (summary.path("rows").asInt() != NAMES || summary.path("done").asInt() != NAMES) {
            wrong.add(point + ": " + summary);
        }
        if (summary.path("totalWithTax").decimalValue().compareTo(new java.math.BigDecimal(LIMIT)) > 0) {
            wrong.add(point + ": spent " + summary.path("totalWithTax"));
        }
        return wrong;
    }

    private List<String> requestsOfAnUndisturbedRun() throws Exception {
        Path place = Files.createTempDirectory(folder, "whole");
        Path names = file(place);
        List<String> requests = new ArrayList<>();
        try (SandboxProcess sandbox = SandboxProcess.start(place, "--task-time", "PT0.2S");
                WiretapProxy proxy = new WiretapProxy(sandbox.port())) {
            proxy.listener((moment, line) -> {
                if (moment == Moment.BEFORE_EFFECT) {
                    synchronized (requests) {
                        requests.add(KillPoint.route(line));
                    }
                }
            });
            ProcessUnderTest whole = buy(names, proxy.port());
            assertThat(whole.exitCode(120)).as(whole.printed()).isZero();
            assertThat(sandbox.sold().ordersByName()).hasSize(NAMES);
        }
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /** The first and the last request of every route, and the middle one of a purchase, each at all three moments. */
    private static List<KillPoint> points(List<String> requests) {
        List<KillPoint> points = new ArrayList<>();
        Map<String, Long> counts =
                requests.stream().collect(Collectors.groupingBy(r -> r, TreeMap::new, Collectors.counting()));
        counts.forEach((route, count) -> {
            for (int nth : numbers(route, count.intValue())) {
                for (Moment moment : Moment.values()) {
                    points.add(new KillPoint(route, nth, moment));
                }
            }
        });
        return points;
    }

    private static Set<Integer> numbers(String route, int count) {
        Set<Integer> found = new TreeSet<>(List.of(1, count));
        if (route.startsWith("POST /order/cart/")) {
            found.add(count / 2 + 1);
        }
        return found;
    }

    private static ProcessUnderTest buy(Path names, int port) {
        return ProcessUnderTest.importing(
                names,
                port,
                List.of(),
                "--yes",
                "--max-total",
                LIMIT,
                "--set=camel.component.ovh-domain.response-timeout=2000",
                "--set=camel.component.ovh-domain.settle-time=500",
                "--set=camel.component.ovh-domain.calls-per-second=500");
    }

    private static Path file(Path place) throws IOException {
        List<String> lines = new ArrayList<>(List.of("action,domain,period"));
        for (int i = 1; i <= NAMES; i++) {
            lines.add("order," + name(i) + ",1");
        }
        return Files.write(place.resolve("names.csv"), lines);
    }

    private static String name(int i) {
        return "crash-%02d.com".formatted(i);
    }

    private static String tail(String text) {
        return text.length() < 4000 ? text : text.substring(text.length() - 4000);
    }
}
