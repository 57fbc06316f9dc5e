// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.ProcessUnderTest;
import io.github.camelovh.domain.SandboxProcess;
import io.github.camelovh.domain.crash.CrashZone.ApiRecord;
import io.github.camelovh.domain.crash.DnsWatch.Question;
import io.github.camelovh.domain.crash.WiretapProxy.Moment;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.server.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that applies an approved plan of 40 changes is killed with SIGKILL at one of its writes or the refresh:
 * before the server sees it, after its effect and before the answer, or directly after the answer. Then the same
 * command runs again. At every point, the zone ends as desired, each write was made once, no record exists twice, name
 * servers always answer with the old or the new zone, and the restore point is still the first one.
 */
@Tag("once")
class ZoneCrashMatrixIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RECORD = "/domain/zone/{zoneName}/record";
    private static final String REFRESH = "POST /domain/zone/{zoneName}/refresh";
    private static final int CHANGES = CrashZone.CREATES + CrashZone.UPDATES + CrashZone.DELETES;

    /** The refresh comes last. */
    private static final int WRITES = CHANGES + 1;

    /** The nth write of the plan. */
    private record Point(int nth, Moment moment) {}

    private OvhSandbox sandbox;
    private CrashZone zone;
    private List<ApiRecord> original;
    private List<ApiRecord> wish;
    private List<String> servedAtLast;
    private Map<Question, Set<String>> before;
    private Map<Question, Set<String>> after;
    private String digest;

    @TempDir
    Path folder;

    /** The served records before and after are read once, with a zone that is changed without the code under test. */
    @BeforeEach
    void start() throws Exception {
        sandbox = OvhSandbox.start(SandboxOptions.defaults()
                .withZone(CrashZone.NAME, CrashZone.RECORDS)
                .withPagesEverywhere()
                .withTaskTime(Duration.ofSeconds(1))
                .withDnsPort(0));
        zone = new CrashZone(sandbox);
        original = zone.records();
        wish = CrashZone.wish(original);
        List<ApiRecord> both = new ArrayList<>(original);
        both.addAll(wish);
        Set<Question> questions = DnsWatch.questions(both);
        before = DnsWatch.answers(sandbox.dnsPort(), questions);
        zone.write(wish);
        sandbox.advance(Duration.ofMinutes(1));
        after = DnsWatch.answers(sandbox.dnsPort(), questions);
        servedAtLast = served();
        sandbox.reset();
        digest = digest();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void sampleOfKillPointsEndsWithTheZoneAsWished() throws Exception {
        run(List.of(
                new Point(5, Moment.BEFORE_ANSWER),
                new Point(25, Moment.BEFORE_ANSWER), // the name of an alias is free and not used yet
                new Point(WRITES, Moment.BEFORE_EFFECT)));
    }

    @Test
    @Tag("crash")
    void everyWriteEndsWithTheZoneAsWished() throws Exception {
        List<Point> points = new ArrayList<>();
        for (int nth = 1; nth <= WRITES; nth++) {
            for (Moment moment : Moment.values()) {
                points.add(new Point(nth, moment));
            }
        }
        run(points);
    }

    private void run(List<Point> points) throws Exception {
        List<String> report = new ArrayList<>(List.of("write,moment,killed,writtenBefore,queries,seconds"));
        List<String> wrong = new ArrayList<>();
        int killed = 0;
        long queries = 0;
        for (Point point : points) {
            long start = System.nanoTime();
            Verdict verdict = killAndStartAgain(point);
            killed += verdict.killed() ? 1 : 0;
            queries += verdict.queries();
            verdict.wrong().forEach(what -> wrong.add(point + ": " + what));
            report.add("%d,%s,%s,%d,%d,%.1f"
                    .formatted(
                            point.nth(),
                            point.moment(),
                            verdict.killed(),
                            verdict.writtenBefore(),
                            verdict.queries(),
                            (System.nanoTime() - start) / 1e9));
        }
        Files.write(Path.of("target", "zone-crash-matrix.csv"), report);
        System.out.printf(
                "zone crash matrix: %d points, %d kills, %d wrong ends, %d queries answered%n",
                points.size(), killed, wrong.size(), queries);
        assertThat(wrong).isEmpty();
        assertThat(killed).as("kills that hit their point").isEqualTo(points.size());
    }

    /** The result of one point; {@code wrong} is empty if all promises were kept. */
    private record Verdict(boolean killed, int writtenBefore, long queries, List<String> wrong) {}

    private Verdict killAndStartAgain(Point point) throws Exception {
        sandbox.reset();
        sandbox.resetCalls();
        Path place = Files.createTempDirectory(folder, "kill");
        Path file = Files.writeString(place.resolve(CrashZone.NAME + ".json"), CrashZone.file(wish));
        List<String> wrong = new ArrayList<>();
        try (WiretapProxy proxy = new WiretapProxy(sandbox.baseUrl().getPort());
                DnsWatch watch = DnsWatch.begin(sandbox.dnsPort(), before, after)) {
            boolean killed = runUntil(point, file, proxy);
            int written = effects(RECORD).size();
            ProcessUnderTest second = apply(file, proxy.port());
            int exit = second.exitCode(120);
            if (exit != 0) {
                wrong.add("exit " + exit + "\n" + second.printed());
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> served().equals(servedAtLast));
            long passes = watch.asked();
            await().atMost(Duration.ofSeconds(20)).until(() -> watch.asked() > passes + before.size());
            wrong.addAll(watch.wrong());
            wrong.addAll(faultsOfTheEnd(point));
            wrong.addAll(faultsOfTheWayBack(place));
            return new Verdict(killed, written, watch.asked(), wrong);
        }
    }

    /** Starts the process and kills it at the point; false if it ended before. */
    private boolean runUntil(Point point, Path file, WiretapProxy proxy) throws Exception {
        AtomicBoolean killed = new AtomicBoolean();
        AtomicInteger writes = new AtomicInteger();
        ProcessUnderTest[] victim = new ProcessUnderTest[1];
        Object order = new Object();
        proxy.listener((moment, line) -> {
            if (line.startsWith("GET ") || moment != point.moment()) {
                return;
            }
            synchronized (order) {
                if (writes.incrementAndGet() == point.nth()) {
                    killed.set(true);
                    victim[0].kill();
                    throw new IOException("cut with the process");
                }
            }
        });
        synchronized (order) {
            victim[0] = apply(file, proxy.port());
        }
        victim[0].exitCode(120);
        proxy.listener((moment, line) -> {});
        return killed.get();
    }

    /** Equal text and number of records. */
    private List<String> faultsOfTheEnd(Point point) throws Exception {
        List<String> wrong = new ArrayList<>();
        List<ApiRecord> missing = new ArrayList<>(wish);
        for (ApiRecord record : zone.records()) {
            if (!missing.remove(record)) {
                wrong.add(record + " is there, or there twice, and was not wished for");
            }
        }
        missing.forEach(record -> wrong.add(record + " is missing"));
        count(wrong, "POST " + RECORD, CrashZone.CREATES);
        count(wrong, "PUT " + RECORD + "/{id}", CrashZone.UPDATES);
        count(wrong, "DELETE " + RECORD + "/{id}", CrashZone.DELETES);
        boolean secondIsDue = point.nth() == WRITES && point.moment() == Moment.BEFORE_ANSWER;
        boolean secondIsRight = point.nth() == WRITES && point.moment() == Moment.AFTER_ANSWER;
        int refreshes = effects(REFRESH).size();
        if (refreshes != (secondIsDue ? 2 : 1) && !(secondIsRight && refreshes == 2)) {
            wrong.add(refreshes + " refreshes");
        }
        return wrong;
    }

    private void count(List<String> wrong, String route, int expected) {
        int found = effects(route).size();
        if (found != expected) {
            wrong.add(route + " was done " + found + " times, not " + expected);
        }
    }

    private List<Journal.Line> effects(String route) {
        return sandbox.journal().last(Integer.MAX_VALUE).stream()
                .filter(Journal.Line::effect)
                .filter(line -> line.route().contains(route))
                .toList();
    }

    private List<String> faultsOfTheWayBack(Path place) throws IOException {
        List<ApiRecord> kept = new ArrayList<>();
        JsonNode file = JSON.readTree(
                place.resolve("data/outbox/" + CrashZone.NAME + ".before.json").toFile());
        file.path("records").forEach(record -> kept.add(ApiRecord.of(record)));
        List<ApiRecord> missing = new ArrayList<>(original);
        missing.removeAll(kept);
        return missing.isEmpty() && kept.size() == original.size()
                ? List.of()
                : List.of("the way back holds " + kept.size() + " records and misses " + missing);
    }

    /** Without the SOA, whose serial grows. */
    private List<String> served() {
        List<String> lines = sandbox.servedRecords(CrashZone.NAME);
        return lines.subList(1, lines.size()).stream().sorted().toList();
    }

    /** The digest of the plan, which is the same each time: same zone, same serial, same ids. */
    private String digest() throws Exception {
        Path place = Files.createDirectories(folder.resolve("plan"));
        Path file = Files.writeString(place.resolve(CrashZone.NAME + ".json"), CrashZone.file(wish));
        ProcessUnderTest planning = product(file, sandbox.baseUrl().getPort(), "--plan-only");
        assertThat(planning.exitCode(60)).as(planning.printed()).isZero();
        JsonNode summary = JSON.readTree(place.resolve("data/outbox/" + CrashZone.NAME + ".zone-summary.json")
                .toFile());
        assertThat(summary.path("creates").asInt()).isEqualTo(CrashZone.CREATES);
        assertThat(summary.path("updates").asInt()).isEqualTo(CrashZone.UPDATES);
        assertThat(summary.path("deletes").asInt()).isEqualTo(CrashZone.DELETES);
        return summary.path("digest").asText();
    }

    private ProcessUnderTest apply(Path file, int port) {
        return product(file, port, "--approve", digest);
    }

    private static ProcessUnderTest product(Path file, int port, String... options) {
        List<String> arguments = new ArrayList<>(List.of("zone", file.toString()));
        arguments.addAll(List.of("--data", file.resolveSibling("data").toString()));
        arguments.add("--set=camel.component.ovh-domain.calls-per-second=500");
        arguments.addAll(List.of(options));
        return ProcessUnderTest.start(file.getParent(), "zone", List.of(), SandboxProcess.environment(port), arguments);
    }
}
