/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelovh.domain.ProcessUnderTest;
import io.github.camelovh.domain.crash.WiretapProxy.Moment;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records and name servers are changed by a process that is killed with SIGKILL at one write or another. The same command is
 * then given again: all rows are done, the zone is served as wished, no record is there twice, and the registry was asked once.
 */
@Tag("once")
class ChangeCrashIT {
    private static final String ZONE = "already-mine.com";
    private static final String SERVERS = "POST /domain/{serviceName}/nameServers/update";

    @TempDir
    Path folder;

    @Test
    void aKillRightBeforeAndAfterAWriteLeavesTheRest() throws Exception {
        List<KillPoint> writes = writes();
        run(List.of(
                new KillPoint("POST /domain/zone/{}/record", 2, Moment.BEFORE_ANSWER),
                new KillPoint("POST /domain/{}/nameServers/update", 1, Moment.BEFORE_ANSWER)));
        assertThat(writes).hasSizeGreaterThan(15);
    }

    @Test
    @Tag("crash")
    void aKillAtAnyWriteLeavesTheRest() throws Exception {
        run(writes());
    }

    private void run(List<KillPoint> points) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (KillPoint point : points) {
            wrong.addAll(killAndStartAgain(point));
        }
        System.out.printf("change crash matrix: %d points, %d wrong ends%n", points.size(), wrong.size());
        assertThat(wrong).isEmpty();
    }

    private List<String> killAndStartAgain(KillPoint point) throws Exception {
        Path place = Files.createTempDirectory(folder, "kill");
        Path file = file(place);
        List<String> wrong = new ArrayList<>();
        AtomicBoolean killed = new AtomicBoolean();
        try (OvhSandbox sandbox = sandbox();
                WiretapProxy proxy = new WiretapProxy(sandbox.origin().getPort())) {
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
            synchronized (order) {
                victim[0] = change(file, proxy.port());
            }
            victim[0].exitCode(120);
            ProcessUnderTest second = change(file, proxy.port());
            int exit = second.exitCode(120);
            if (!killed.get() || exit != 0) {
                wrong.add(point + ": killed " + killed.get() + ", exit " + exit + "\n" + second.printed());
            }
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(sandbox.servedRecords(ZONE))
                    .as("%s", point)
                    .filteredOn(record -> record.contains("192.0.2."))
                    .hasSize(3));
            if (sandbox.calls(SERVERS) != 1) {
                wrong.add(point + ": the registry was asked " + sandbox.calls(SERVERS) + " times");
            }
        }
        return wrong;
    }

    /** Every write of an undisturbed run, at all three moments. */
    private List<KillPoint> writes() throws Exception {
        Path place = Files.createTempDirectory(folder, "whole");
        Map<String, Integer> seen = new TreeMap<>();
        List<KillPoint> points = new ArrayList<>();
        try (OvhSandbox sandbox = sandbox();
                WiretapProxy proxy = new WiretapProxy(sandbox.origin().getPort())) {
            proxy.listener((moment, line) -> {
                String route = KillPoint.route(line);
                if (moment == Moment.BEFORE_EFFECT && !route.startsWith("GET")) {
                    synchronized (points) {
                        int nth = seen.merge(route, 1, Integer::sum);
                        Stream.of(Moment.values())
                                .map(each -> new KillPoint(route, nth, each))
                                .forEach(points::add);
                    }
                }
            });
            ProcessUnderTest whole = change(file(place), proxy.port());
            assertThat(whole.exitCode(120)).as(whole.printed()).isZero();
        }
        return points;
    }

    private static OvhSandbox sandbox() {
        return OvhSandbox.start(
                SandboxOptions.defaults().withTaskTime(Duration.ofMillis(200)).withDomains(2));
    }

    private static ProcessUnderTest change(Path file, int port) {
        return ProcessUnderTest.importing(
                file, port, List.of(), "--yes", "--set=ovh-domain.zones.maxDeletePercent=100");
    }

    private static Path file(Path place) throws Exception {
        return Files.write(
                place.resolve("changes.csv"),
                List.of(
                        "action,domain,nameServers,subDomain,fieldType,target",
                        "set-record," + ZONE + ",,one,A,192.0.2.1",
                        "set-record," + ZONE + ",,two,A,192.0.2.2",
                        "delete-record," + ZONE + ",,www,CNAME,",
                        "set-name-servers," + ZONE + ",ns1.example.net ns2.example.net,,,",
                        "set-record," + ZONE + ",,three,A,192.0.2.3"));
    }
}
