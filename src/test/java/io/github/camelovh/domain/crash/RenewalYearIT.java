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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.ProcessUnderTest;
import io.github.camelovh.domain.SandboxProcess;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import io.github.camelovh.domain.app.ledger.PostgresServer;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.server.SandboxOrder;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A year of names whose renewals run by the clock and the policy, on the clock of the sandbox: by one process, by one that is killed
 * again and again, and by two on one PostgreSQL of which now the one and now the other is killed.
 */
@Tag("once")
class RenewalYearIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String POLICY = """
            leadDays: 30
            rules:
              - {name: ours, match: {extensions: [fr, net, org]}, outcome: renew, tell: it@example.com}
              - {name: for two years, match: {extensions: [eu]}, outcome: renew, years: 2}
              - {name: by OVHcloud, match: {extensions: [com]}, outcome: automatic}
              - {name: dropped, match: {extensions: [de, ovh]}, outcome: let-expire}
              - {name: the rest, outcome: ask}
            """;
    private static final int LEAD = 30;
    private static final int DAYS = 366;
    private static final int KILLS = 20;
    /** Of so many kills one is left to the other node, until that one looks at the names. */
    private static final int TAKEN_OVER = 4;
    /** Looks without anything new before all is taken to be done; longer than a lost answer is looked for again. */
    private static final int QUIET = 15;

    @RegisterExtension
    static final PostgresServer SERVER = new PostgresServer();

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Random random = new Random(20261125);
    private final Map<String, ProcessUnderTest> nodes = new TreeMap<>();
    private OvhSandbox sandbox;
    /** Days that pass between two looks. One where nothing is killed: no tier of warnings falls between two looks then. */
    private int step;

    private int killed;
    private LedgerSettings ledger;

    /** A name as its account sees it. */
    private record Seen(LocalDate expires, String state, String renewal) {}

    private void open(int names) throws IOException {
        Files.writeString(folder.resolve("policy.yaml"), POLICY);
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
                "--set=ovh-domain.ledger.lease=PT15S"));
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

    private Map<String, Seen> names() throws Exception {
        Map<String, Seen> all = new HashMap<>();
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/domain"))
                .header("Authorization", "Bearer " + OvhSandbox.ACCESS_TOKEN)
                .header("X-Pagination-Mode", "CachedObjectList-Pages")
                .header("X-Pagination-Size", "5000")
                .header("X-Pagination-Number", "1")
                .header("Pragma", "no-cache")
                .build();
        for (JsonNode each : JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body())) {
            all.put(
                    each.path("domain").asText(),
                    new Seen(
                            OffsetDateTime.parse(each.path("expirationDate").asText())
                                    .toLocalDate(),
                            each.path("state").asText(),
                            each.path("renewalState").asText()));
        }
        return all;
    }

    private static String wish(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return switch (extension) {
            case "fr", "net", "org" -> "renew 1";
            case "eu" -> "renew 2";
            case "com" -> "automatic";
            case "de", "ovh" -> "let-expire";
            default -> "ask";
        };
    }

    private LocalDate today() {
        return LocalDate.ofInstant(sandbox.now(), ZoneOffset.UTC);
    }

    /** Lets the days pass, each step as soon as a look at the names of the day before has begun. */
    private void live(int kills) throws Exception {
        int steps = DAYS / step;
        for (int passed = 1; passed <= steps; passed++) {
            long looks = sandbox.calls("GET /domain");
            sandbox.advance(Duration.ofDays(step));
            if (killed < kills && passed * (kills + 1) / steps > killed) {
                killSomewhere();
            }
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> sandbox.calls("GET /domain") > looks);
        }
    }

    /** At one of its next calls, whichever that is; after some seconds where it makes none. */
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

    /** Until what is to be set is set, so that OVHcloud renews nothing that we are to renew. */
    private void awaitFirstLook() {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> names().entrySet().stream().allMatch(each -> switch (wish(each.getKey())) {
                    case "renew 1", "renew 2" -> each.getValue().renewal().equals("manual_renew");
                    case "let-expire" -> each.getValue().renewal().equals("cancellation_requested");
                    case "automatic" -> each.getValue().renewal().equals("automatic_renew");
                    default -> true;
                }));
    }

    /** Until all rows have ended, and a look finds nothing to do. */
    private void awaitRest() {
        long[] looks = {sandbox.calls("GET /domain")};
        long[] orders = {sandbox.orders().size()};
        int[] quiet = {0};
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    if (sandbox.calls("GET /domain") > looks[0]) {
                        boolean same = sandbox.orders().size() == orders[0]
                                && sandbox.orders().stream().allMatch(SandboxOrder::paid);
                        quiet[0] = same ? quiet[0] + 1 : 0;
                        looks[0] = sandbox.calls("GET /domain");
                        orders[0] = sandbox.orders().size();
                    }
                    return quiet[0] > QUIET;
                });
    }

    private void checkNames(Map<String, Seen> before, List<String> wrong) throws Exception {
        Map<String, Seen> after = names();
        Map<String, Long> ours = sandbox.orders().stream()
                .filter(order -> order.action().equals("renew"))
                .collect(Collectors.groupingBy(SandboxOrder::domain, Collectors.counting()));
        Map<String, Long> theirs = sandbox.orders().stream()
                .filter(order -> order.action().equals("autorenew"))
                .collect(Collectors.groupingBy(SandboxOrder::domain, Collectors.counting()));
        before.forEach((name, then) -> {
            String wish = wish(name);
            Seen now = after.get(name);
            long bought = ours.getOrDefault(name, 0L);
            if (!wish.startsWith("renew") && bought > 0) {
                wrong.add(name + " was renewed by us, and the policy says " + wish);
            }
            if ((wish.startsWith("renew") || wish.equals("let-expire")) && theirs.containsKey(name)) {
                wrong.add(name + " was renewed by OVHcloud, and the policy says " + wish);
            }
            if (wish.startsWith("renew")) {
                int years = wish.endsWith("2") ? 2 : 1;
                if (now == null || !now.state().equals("ok")) {
                    wrong.add(name + " is lost: " + now);
                } else if (!now.expires().equals(then.expires().plusYears(bought * years))) {
                    wrong.add(name + " was bought " + bought + " times and went from " + then + " to " + now);
                } else if (bought > 0
                        && now.expires().minusYears(years).minusDays(LEAD).isAfter(today())) {
                    wrong.add(name + " was renewed too early: from " + then + " to " + now);
                } else if (now.expires().minusDays(LEAD - 2 * step).isBefore(today())) {
                    wrong.add(name + " is not renewed in time: " + now);
                }
            }
            if (wish.equals("automatic") && (now == null || !now.state().equals("ok"))) {
                wrong.add(name + " is lost: " + now);
            }
            if (wish.equals("let-expire") && now != null && !now.expires().equals(then.expires())) {
                wrong.add(name + " was to be given up: " + now);
            }
        });
    }

    private List<Path> files(String place, String pattern) throws IOException {
        List<Path> all = new ArrayList<>();
        for (String node : nodes.keySet()) {
            try (Stream<Path> found = Files.list(folder.resolve(node).resolve(place))) {
                found.filter(file -> file.getFileName().toString().matches(pattern))
                        .forEach(all::add);
            }
        }
        return all;
    }

    /** Where one node planned a file and another one ended it, the first still has the figures of the plan. */
    private BigDecimal planned() throws IOException {
        Map<String, BigDecimal> sums = new HashMap<>();
        for (Path each : files("outbox", "renewals-.*\\.summary\\.json")) {
            JsonNode summary = JSON.readTree(each.toFile());
            sums.merge(
                    summary.path("identity").asText(),
                    summary.path("totalWithTax").decimalValue(),
                    BigDecimal::max);
        }
        return sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Warnings by name and expiry; with the tiers that were told, each as often as it was. */
    private Map<String, List<Integer>> warnings() throws IOException {
        Map<String, List<Integer>> all = new TreeMap<>();
        for (Path each : files("events", ".*\\.jsonl")) {
            for (String line : Files.readAllLines(each)) {
                JsonNode event = JSON.readTree(line);
                if (event.path("type").asText().endsWith("renewal.warning")) {
                    all.computeIfAbsent(
                                    event.path("subject").asText() + " "
                                            + event.path("data").path("expires").asText(),
                                    key -> new ArrayList<>())
                            .add(event.path("data").path("tier").asInt());
                }
            }
        }
        return all;
    }

    private void checkWarnings(Map<String, Seen> before, LocalDate start, List<String> wrong) throws IOException {
        Map<String, List<Integer>> told = warnings();
        told.forEach((name, tiers) -> {
            if (tiers.stream().distinct().count() < tiers.size()) {
                wrong.add(name + " was warned of twice: " + tiers);
            }
        });
        before.forEach((name, then) -> {
            boolean whole =
                    then.expires().isAfter(start.plusDays(92)) && then.expires().isBefore(today().minusDays(2));
            if (whole && wish(name).equals("let-expire")) {
                List<Integer> tiers = told.getOrDefault(name + " " + then.expires(), List.of());
                if (!tiers.containsAll(step == 1 ? List.of(90, 60, 30, 14, 7, 1) : List.of(90, 60, 30, 14, 7))) {
                    wrong.add(name + " was not warned of in time: " + tiers);
                }
            }
        });
    }

    private void year(int kills) throws Exception {
        step = kills == 0 ? 1 : 2;
        long begin = System.nanoTime();
        Map<String, Seen> before = names();
        LocalDate start = today();
        awaitFirstLook();
        live(kills);
        awaitRest();
        nodes.values().forEach(ProcessUnderTest::kill);

        List<String> wrong = new ArrayList<>();
        checkNames(before, wrong);
        checkWarnings(before, start, wrong);
        List<SandboxOrder> ours = sandbox.orders().stream()
                .filter(order -> order.action().equals("renew"))
                .toList();
        BigDecimal spent = ours.stream().map(SandboxOrder::price).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal planned = planned();
        System.out.printf(
                "a year of %d names with %d nodes and %d kills: %d renewals by us for %s EUR (plans: %s), %d by OVHcloud,"
                        + " %d names left, %d warnings, %d wrong, %.0f s%n",
                before.size(),
                nodes.size(),
                killed,
                ours.size(),
                spent,
                planned,
                sandbox.orders().size() - ours.size(),
                names().size(),
                warnings().values().stream().mapToInt(List::size).sum(),
                wrong.size(),
                (System.nanoTime() - begin) / 1e9);
        assertThat(wrong).isEmpty();
        assertThat(ours).isNotEmpty().allMatch(SandboxOrder::paid);
        assertThat(planned).isEqualByComparingTo(spent);
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
