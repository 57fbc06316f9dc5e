// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.ProcessUnderTest;
import io.github.camelovh.domain.SandboxProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two names are bought while the sandbox has one fault, at each call of the flow and of each kind. Either every row
 * gets the right result, or it is unfinished and says what to do; no name is ever ordered twice; no secret is in
 * anything that was printed or written.
 */
@Tag("once")
class FaultMatrixIT {

    /** The kinds of fault in the sandbox's control route. */
    private enum Kind {
        STATUS_503("\"kind\":\"status\",\"status\":503"),
        STATUS_500("\"kind\":\"status\",\"status\":500"),
        STATUS_403("\"kind\":\"status\",\"status\":403"),
        HTML_408("\"kind\":\"html408\""),
        RESET("\"kind\":\"reset\""),
        DELAY_BEYOND_TIME_OUT("\"kind\":\"delay\",\"delay\":\"PT3S\""),
        ANSWER_LOST("\"kind\":\"answerLost\""),
        LATE("\"kind\":\"late\",\"until\":\"POST /order/cart/{cartId}/checkout\""),
        GARBAGE("\"kind\":\"garbage\""),
        ANSWERED_BEYOND_TIME_OUT("\"kind\":\"delayAfter\",\"delay\":\"PT3S\""),
        ID_ZERO("\"kind\":\"idZero\""),
        TOO_MANY_WITH_RETRY_AFTER("\"kind\":\"429\",\"retryAfter\":1"),
        TOO_MANY("\"kind\":\"429\""),
        /** Takes too long for each call. */
        ANSWERED_AFTER_HALF_A_MINUTE("\"kind\":\"delayAfter\",\"delay\":\"PT30S\"");

        private final String json;

        Kind(String json) {
            this.json = json;
        }
    }

    /** The first call of some routes reads prices, the second buys: so both are tested. */
    private record Fault(String route, int nth, Kind kind) {}

    private static final List<String> PRICED_FIRST = List.of("POST /order/cart", "POST /order/cart/{cartId}/domain");
    private static final List<String> NAMES = List.of("fault-one.com", "fault-two.com");
    private static final List<String> SECRETS = List.of("sandbox-application-secret", "sandbox-consumer-key");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void sampleOfFaultsNeverBuysTwice() throws Exception {
        run(List.of(
                new Fault("POST /order/cart/{cartId}/checkout", 1, Kind.ANSWER_LOST),
                new Fault("POST /order/cart/{cartId}/checkout", 1, Kind.RESET),
                new Fault("POST /order/cart/{cartId}/domain", 2, Kind.DELAY_BEYOND_TIME_OUT),
                new Fault("GET /order/cart/{cartId}/checkout", 1, Kind.HTML_408)));
    }

    /** The item that is added late would be a second one in the cart. */
    @Test
    void aNameAddedToItsCartAfterTheTimeOutIsOrderedOnceAndItsRowIsDone() throws Exception {
        List<String> report = run(List.of(new Fault("POST /order/cart/{cartId}/domain", 2, Kind.LATE)));

        assertThat(report)
                .last()
                .asString()
                .contains(",LATE,0,2,0,0,0,")
                .contains("fault-one.com=1", "fault-two.com=1");
    }

    /** What was ordered is found by reading; the answer is waited for no longer than the client's time-out. */
    @Test
    void aCheckoutWhoseAnswerIsLateOrNotUnderstoodIsOneOrder() throws Exception {
        String checkout = "POST /order/cart/{cartId}/checkout";
        List<String> report = run(List.of(
                new Fault(checkout, 1, Kind.ANSWERED_BEYOND_TIME_OUT),
                new Fault(checkout, 1, Kind.GARBAGE),
                new Fault(checkout, 1, Kind.ID_ZERO)));

        assertThat(report.subList(1, report.size()))
                .hasSize(3)
                .allMatch(line -> line.contains(",0,2,0,0,0,"))
                .allMatch(line -> line.contains("fault-one.com=1") && line.contains("fault-two.com=1"));
    }

    @Test
    @Tag("crash")
    void aCheckoutThatIsAnsweredAfterThirtySecondsIsOneOrder() throws Exception {
        List<String> report =
                run(List.of(new Fault("POST /order/cart/{cartId}/checkout", 1, Kind.ANSWERED_AFTER_HALF_A_MINUTE)));

        assertThat(report).last().asString().contains(",0,2,0,0,0,");
    }

    @Test
    @Tag("crash")
    void everyFaultAtEveryCallNeverBuysTwice() throws Exception {
        List<Fault> faults = new ArrayList<>();
        for (String route : routesOfTheFlow()) {
            for (Kind kind : EnumSet.complementOf(EnumSet.of(Kind.ANSWERED_AFTER_HALF_A_MINUTE))) {
                faults.add(new Fault(route, 1, kind));
                if (PRICED_FIRST.contains(route)) {
                    faults.add(new Fault(route, 2, kind));
                }
            }
        }
        run(faults);
    }

    private List<String> run(List<Fault> faults) throws Exception {
        List<String> report = new ArrayList<>(List.of("route,nth,kind,exit,done,refused,failed,unfinished,orders"));
        List<String> wrong = new ArrayList<>();
        for (Fault fault : faults) {
            Path place = Files.createTempDirectory(folder, "fault");
            try (SandboxProcess sandbox = SandboxProcess.start(place, "--task-time", "PT0.2S")) {
                sandbox.post(
                        "faults",
                        "{\"route\":\"" + fault.route() + "\",\"nth\":" + fault.nth() + "," + fault.kind().json + "}");
                ProcessUnderTest product = buy(place, sandbox.port());
                int exit = product.exitCode(180);
                Map<String, Integer> orders = sandbox.sold().ordersByName();
                Optional<JsonNode> summary = summary(place);
                wrong.addAll(faultsOf(fault, place, exit, product.printed(), orders, summary));
                JsonNode counts = summary.orElse(JSON.createObjectNode());
                report.add(String.join(
                        ",",
                        fault.route(),
                        "" + fault.nth(),
                        fault.kind().name(),
                        "" + exit,
                        counts.path("done").asText(),
                        counts.path("refused").asText(),
                        counts.path("failed").asText(),
                        counts.path("unfinished").asText(),
                        orders.toString().replace(',', ';')));
            }
        }
        Files.write(Path.of("target", "fault-matrix.csv"), report);
        System.out.printf("fault matrix: %d faults, %d wrong ends%n", faults.size(), wrong.size());
        assertThat(wrong).isEmpty();
        return report;
    }

    private static List<String> faultsOf(
            Fault fault, Path place, int exit, String printed, Map<String, Integer> orders, Optional<JsonNode> summary)
            throws IOException {
        List<String> wrong = new ArrayList<>();
        orders.forEach((name, count) -> {
            if (count > 1) {
                wrong.add(fault + ": " + name + " was ordered " + count + " times");
            }
        });
        if (printed.contains("\tat io.github.camelovh") || printed.contains("Exception in thread")) {
            wrong.add(fault + ": a stack trace was shown\n" + printed);
        }
        wrong.addAll(secretsIn(fault, place));
        if (summary.isEmpty()) {
            // The fault happened before there was a plan: nothing may have been bought, and the exit code must say so.
            if (exit == 0 || !orders.isEmpty()) {
                wrong.add(fault + ": no summary, exit " + exit + ", orders " + orders + "\n" + printed);
            }
            return wrong;
        }
        JsonNode counts = summary.orElseThrow();
        int done = counts.path("done").asInt();
        int ended = done
                + counts.path("refused").asInt()
                + counts.path("failed").asInt()
                + counts.path("unfinished").asInt();
        if (ended != NAMES.size()
                || done
                        < orders.size()
                                - counts.path("unfinished").asInt()
                                - counts.path("failed").asInt()) {
            wrong.add(fault + ": " + counts + ", orders " + orders);
        }
        if ((exit == 0) != (done == NAMES.size())) {
            wrong.add(fault + ": exit " + exit + " with " + counts);
        }
        return wrong;
    }

    /** No file and no output may contain the keys. */
    private static List<String> secretsIn(Fault fault, Path place) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("sandbox"))
                    .toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String secret : SECRETS) {
                    if (content.contains(secret)) {
                        found.add(fault + ": " + file.getFileName() + " holds " + secret);
                    }
                }
            }
        }
        return found;
    }

    private Set<String> routesOfTheFlow() throws Exception {
        Path place = Files.createTempDirectory(folder, "flow");
        try (SandboxProcess sandbox = SandboxProcess.start(place, "--task-time", "PT0.2S")) {
            assertThat(buy(place, sandbox.port()).exitCode(120)).isZero();
            Set<String> routes = new TreeSet<>();
            sandbox.get("calls").path("routes").fieldNames().forEachRemaining(routes::add);
            assertThat(routes).contains("POST /order/cart/{cartId}/checkout");
            return routes;
        }
    }

    private static Optional<JsonNode> summary(Path place) throws IOException {
        Path file = place.resolve("data/outbox/names.summary.json");
        return Files.exists(file) ? Optional.of(JSON.readTree(file.toFile())) : Optional.empty();
    }

    private static ProcessUnderTest buy(Path place, int port) throws IOException {
        List<String> lines = new ArrayList<>(List.of("action,domain,period"));
        IntStream.range(0, NAMES.size()).forEach(i -> lines.add("order," + NAMES.get(i) + ",1"));
        Path file = Files.write(place.resolve("names.csv"), lines);
        return ProcessUnderTest.importing(
                file,
                port,
                List.of(),
                "--yes",
                "--max-total",
                "1000",
                "--set=camel.component.ovh-domain.response-timeout=2000",
                "--set=camel.component.ovh-domain.settle-time=500",
                "--set=camel.component.ovh-domain.calls-per-second=500");
    }
}
