// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.ProcessUnderTest;
import io.github.camelovh.domain.crash.DnsWatch.Question;
import io.github.camelovh.domain.crash.WiretapProxy.Moment;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.Type;

/**
 * Processes transfer a name with its zone, and another name with a wrong auth code that a later file corrects; they are
 * killed with SIGKILL at one of their writes. Then the same command runs again: both names are transferred, each is
 * ordered once, the task is relaunched once, and DNS answers for the first name stay the same all the time.
 */
@Tag("once")
class TransferCrashIT {
    private static final String CARRIED = "taken-carried.com";
    private static final String MENDED = "taken-mended.com";
    private static final String RELAUNCH = "POST /me/task/domain/{id}/relaunch";
    private static final Set<Question> QUESTIONS = Set.of(
            new Question(CARRIED + ".", Type.A),
            new Question(CARRIED + ".", Type.MX),
            new Question(CARRIED + ".", Type.TXT),
            new Question("www." + CARRIED + ".", Type.A),
            new Question("shop." + CARRIED + ".", Type.A));

    @TempDir
    Path folder;

    private int points;
    private int kills;
    private long queries;

    @Test
    void aKillAtAStepOfATransferLosesAndDoublesNothing() throws Exception {
        // after the last record, and before it is served
        run(List.of(new KillPoint("POST /domain/zone/{}/record", 5, Moment.BEFORE_ANSWER)));
    }

    @Test
    @Tag("crash")
    void aKillAtAnyWriteOfATransferLosesAndDoublesNothing() throws Exception {
        List<KillPoint> writes = writes();
        assertThat(writes).hasSizeGreaterThan(60);
        run(writes);
    }

    private void run(List<KillPoint> all) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (KillPoint point : all) {
            points++;
            wrong.addAll(killAndStartAgain(point));
        }
        System.out.printf(
                "transfer crash matrix: %d points, %d kills, %d DNS queries, %d wrong ends%n",
                points, kills, queries, wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(kills).isEqualTo(points);
    }

    private List<String> killAndStartAgain(KillPoint point) throws Exception {
        Path place = Files.createTempDirectory(folder, "kill");
        List<String> wrong = new ArrayList<>();
        try (OvhSandbox sandbox = sandbox();
                WiretapProxy proxy = new WiretapProxy(sandbox.origin().getPort())) {
            prepare(place, sandbox);
            Map<Question, Set<String>> before = DnsWatch.answers(sandbox.dnsPort(), QUESTIONS);
            assertThat(before.values()).noneMatch(Set::isEmpty);
            try (DnsWatch watch = DnsWatch.begin(sandbox.dnsPort(), before, before)) {
                wrong.addAll(move(place, proxy, point));
                queries += watch.asked();
                watch.wrong().forEach(answer -> wrong.add(point + ": " + answer));
            }
            wrong.addAll(ends(sandbox, point));
        }
        return wrong;
    }

    private static List<String> ends(OvhSandbox sandbox, KillPoint point) {
        List<String> wrong = new ArrayList<>();
        Map<String, Long> sold = sandbox.orders().stream()
                .collect(Collectors.groupingBy(
                        order -> order.action() + " " + order.domain(), TreeMap::new, Collectors.counting()));
        if (sold.values().stream().anyMatch(count -> count != 1) || sold.size() != 3) {
            wrong.add(point + ": sold " + sold);
        }
        if (sandbox.calls(RELAUNCH) != 1) {
            wrong.add(point + ": begun again " + sandbox.calls(RELAUNCH) + " times");
        }
        return wrong;
    }

    /** Runs each command until it was not killed: the transfer, the correction, and the transfer again. */
    private List<String> move(Path place, WiretapProxy proxy, KillPoint point) throws Exception {
        List<String> wrong = new ArrayList<>();
        AtomicBoolean killed = new AtomicBoolean();
        ProcessUnderTest[] victim = new ProcessUnderTest[1];
        Map<String, Integer> seen = new TreeMap<>();
        Object order = new Object();
        proxy.listener((moment, line) -> {
            synchronized (order) {
                String route = KillPoint.route(line);
                boolean here = moment == point.moment() && route.equals(point.route()) && !killed.get();
                if (here && seen.merge(route, 1, Integer::sum) == point.nth()) {
                    victim[0].kill();
                    killed.set(true);
                }
            }
        });
        int[] exits = {1, 0, 0};
        String[] files = {"move.csv", "fix.csv", "move.csv"};
        for (int i = 0; i < files.length; i++) {
            boolean before = killed.get();
            synchronized (order) {
                victim[0] = importing(place.resolve(files[i]), proxy.port());
            }
            int exit = victim[0].exitCode(300);
            boolean now;
            synchronized (order) {
                now = killed.get();
            }
            if (now && !before) {
                victim[0] = importing(place.resolve(files[i]), proxy.port());
                exit = victim[0].exitCode(300);
            }
            if (exit != exits[i]) {
                wrong.add(point + ": " + files[i] + " ended with " + exit + "\n" + victim[0].printed());
            }
        }
        kills += killed.get() ? 1 : 0;
        return wrong;
    }

    /** Every write of undisturbed runs, at all three moments. */
    private List<KillPoint> writes() throws Exception {
        Path place = Files.createTempDirectory(folder, "whole");
        Map<String, Integer> seen = new TreeMap<>();
        List<KillPoint> all = new ArrayList<>();
        try (OvhSandbox sandbox = sandbox();
                WiretapProxy proxy = new WiretapProxy(sandbox.origin().getPort())) {
            prepare(place, sandbox);
            proxy.listener((moment, line) -> {
                String route = KillPoint.route(line);
                if (moment == Moment.BEFORE_EFFECT && !route.startsWith("GET")) {
                    synchronized (all) {
                        int nth = seen.merge(route, 1, Integer::sum);
                        Stream.of(Moment.values())
                                .map(each -> new KillPoint(route, nth, each))
                                .forEach(all::add);
                    }
                }
            });
            for (String file : List.of("move.csv", "fix.csv", "move.csv")) {
                importing(place.resolve(file), proxy.port()).exitCode(300);
            }
            assertThat(ends(sandbox, null)).isEmpty();
        }
        return all;
    }

    private static OvhSandbox sandbox() {
        return OvhSandbox.start(SandboxOptions.defaults()
                .withTaskTime(Duration.ofMillis(200))
                .withDomains(2)
                .withDnsPort(0));
    }

    private static ProcessUnderTest importing(Path file, int port) {
        return ProcessUnderTest.importing(
                file,
                port,
                List.of(),
                "--yes",
                "--max-total=100",
                "--set=ovh-domain.delivery.every=PT0.3S",
                "--set=camel.component.ovh-domain.response-timeout=2000",
                "--set=camel.component.ovh-domain.settle-time=500");
    }

    private static void prepare(Path place, OvhSandbox sandbox) throws IOException {
        Files.createDirectories(place.resolve("data/carry"));
        Files.writeString(
                place.resolve("data/carry/old.zone"),
                new ObjectMapper()
                        .readTree(sandbox.origin()
                                .resolve("/_sandbox/elsewhere/" + CARRIED)
                                .toURL())
                        .path("zoneFile")
                        .asText());
        Files.write(
                place.resolve("move.csv"),
                List.of(
                        "action,domain,authCode,nameServers,zoneFile",
                        "transfer," + CARRIED + ",AUTH-" + CARRIED + ",,old.zone",
                        "transfer," + MENDED + ",AUTH-wrong,keep,"));
        Files.write(place.resolve("fix.csv"), List.of("action,domain,authCode", "fix," + MENDED + ",AUTH-" + MENDED));
    }
}
