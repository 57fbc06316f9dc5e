// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All names of an account against the policy: with the command, and on a schedule. */
@Tag("once")
class RenewalsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String POLICY = """
            leadDays: {default: 60, fr: 300}
            warnings: [300, 30]
            rules:
              - name: shops
                match: {names: "*shop*"}
                outcome: renew
                maxPrice: 60
                tell: the shop team
              - name: dropped
                match: {extensions: uk}
                outcome: let-expire
              - name: german
                match: {extensions: de}
                outcome: ask
              - name: others
                outcome: automatic
            """;

    private OvhSandbox sandbox;
    private Thread running;

    @TempDir
    Path folder;

    @BeforeEach
    void startSandbox() {
        sandbox = OvhSandbox.start(
                SandboxOptions.defaults().withTaskTime(Duration.ofMillis(300)).withDomains(120));
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (running != null) {
            running.interrupt();
            running.join(30_000);
        }
        sandbox.close();
    }

    private Cli.Said ovh(String command, String... options) throws IOException {
        Path policy = folder.resolve("policy.yaml");
        if (!Files.exists(policy)) {
            Files.writeString(policy, POLICY);
        }
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(options));
        all.addAll(List.of("--data", data().toString(), "--set", "ovh-domain.renewal.policy=" + policy));
        return Cli.run(sandbox, all.toArray(String[]::new));
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(data().resolve("renewals"))) {
            return files.findFirst().orElseThrow();
        }
    }

    /** Repeats plan and import, as an operator does; returns how many runs had something to do. */
    private int untilNothingIsToDo() throws IOException {
        for (int run = 0; run < 5; run++) {
            Cli.Said planned = ovh("renewals");
            assertThat(planned.code()).as(planned.toString()).isEqualTo(1);
            if (planned.out().contains("There is nothing to do now.")) {
                return run;
            }
            Cli.Said done = ovh("import", file().toString(), "--yes", "--max-total", "500");
            assertThat(done.code()).as(done.toString()).isZero();
        }
        throw new AssertionError("There is always something to do");
    }

    @Test
    void whatThePolicyWantsIsPlannedAndDoneOnce() throws Exception {
        Cli.Said first = ovh("renewals", "--names", "3");

        assertThat(first.out())
                .as(first.toString())
                .contains("A person must check (", "german", "To do now (", "120 names read in 1 call.");
        assertThat(first.out()).contains(" in 24 months, ", " EUR without tax; ");
        Path forecast = data().resolve("forecast");
        assertThat(Files.readString(forecast.resolve("forecast.csv"))).hasLineCount(121);
        assertThat(Files.readString(forecast.resolve("expiries.ics"))).contains("SUMMARY:already-mine.com expires");
        assertThat(Files.readString(forecast.resolve("forecast.html"))).contains("<b>120</b> names", "by extension");
        JsonNode sums = JSON.readTree(forecast.resolve("forecast.json").toFile());
        assertThat(sums.path("names").asInt()).isEqualTo(120);
        assertThat(sums.path("unpriced").asInt()).isZero();
        assertThat(sandbox.orders()).isEmpty();
        sandbox.verifyCalls("PUT /domain/{serviceName}/serviceInfos", 0);

        assertThat(untilNothingIsToDo()).as("set to manual, then renewed").isEqualTo(2);

        assertThat(sandbox.orders()).isNotEmpty().allSatisfy(order -> {
            assertThat(order.domain()).contains("shop");
            assertThat(order.action()).isEqualTo("renew");
            assertThat(order.paid()).isTrue();
        });
        assertThat(sandbox.orders()).extracting(order -> order.domain()).doesNotHaveDuplicates();
        int orders = sandbox.orders().size();
        assertThat(untilNothingIsToDo()).isZero();
        assertThat(sandbox.orders()).hasSize(orders);
    }

    @Test
    void aNameIsExplained() throws Exception {
        Cli.Said shop = ovh("renewals", "--explain", "maison-shop-9.fr");
        Cli.Said own = ovh("renewals", "--explain", "already-mine.com");
        Cli.Said none = ovh("renewals", "--explain", "no name");

        assertThat(shop.err()).contains("does not exist");
        assertThat(own.code()).isZero();
        assertThat(own.out())
                .contains(
                        "already-mine.com expires on 20",
                        "rule shops does not match: name not like *shop*",
                        "rule dropped does not match: extension is com",
                        "rule others matches: any name");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("is not a domain name");
    }

    @Test
    void nothingRunsOnHalfAPolicy() throws Exception {
        Files.writeString(
                folder.resolve("policy.yaml"), "rules:\n  - outcome: renew\n    years: 20\n  - outcom: ask\n");

        for (String[] command : List.of(
                new String[] {"renewals"}, new String[] {"run", "--set", "ovh-domain.renewal.cron=0/1 * * * * ?"})) {
            Cli.Said said =
                    ovh(command[0], List.of(command).subList(1, command.length).toArray(String[]::new));

            assertThat(said.code()).as(said.toString()).isEqualTo(2);
            assertThat(said.err())
                    .contains("policy.yaml, line 3: years must be", "policy.yaml, line 4: a rule has no member")
                    .doesNotContain("\tat ");
        }
        sandbox.verifyCalls("GET /domain", 0);
    }

    private void runByTheClock() {
        running = new Thread(() -> {
            try {
                ovh(
                        "run",
                        "--set=ovh-domain.renewal.cron=0/2 * * * * ?",
                        "--set=ovh-domain.renewal.approve=policy",
                        "--set=ovh-domain.limit.run=500");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        running.start();
    }

    @Test
    void whatADeadLookLeftIsGoneOnWithAndNothingElseIsApproved() throws Exception {
        Files.writeString(folder.resolve("policy.yaml"), "rules:\n  - outcome: ask\n");
        String other =
                ovh("scan").out().lines().skip(2).findFirst().orElseThrow().split(",")[0];
        for (String[] file : new String[][] {{"left.csv", "already-mine.com"}, {"asked.csv", other}}) {
            Path rows = Files.writeString(folder.resolve(file[0]), "action,domain,period\nrenew," + file[1] + ",1\n");
            Cli.Said planned = ovh("import", rows.toString(), "--plan-only", "--max-total", "500");
            assertThat(planned.out()).as(planned.toString()).contains("To pay: ");
        }
        try (Connection ledger = DriverManager.getConnection(
                        "jdbc:h2:file:" + data().resolve("ledger") + ";FILE_LOCK=FS", "sa", "");
                Statement statement = ledger.createStatement()) {
            // The state after a run that was killed while its rows were read.
            assertThat(statement.executeUpdate("update import_file set scheduled = true, state = 'RECEIVING',"
                            + " plan_code = null, plan_digest = null where name = 'left.csv'"))
                    .isEqualTo(1);
        }

        runByTheClock();

        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        !sandbox.orders().isEmpty() && sandbox.orders().stream().allMatch(order -> order.paid()));
        long looks = sandbox.calls("GET /domain");
        await().atMost(Duration.ofSeconds(60)).until(() -> sandbox.calls("GET /domain") > looks + 2);
        assertThat(sandbox.orders())
                .as("what a person had planned waits for a person")
                .extracting(order -> order.domain())
                .containsExactly("already-mine.com");
    }

    private List<JsonNode> warnings() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        Path events = data().resolve("events");
        if (!Files.exists(events)) {
            return all;
        }
        try (Stream<Path> files = Files.list(events)) {
            for (Path each :
                    files.filter(file -> file.toString().endsWith(".jsonl")).toList()) {
                for (String line : Files.readAllLines(each)) {
                    JsonNode event = JSON.readTree(line);
                    if (event.path("type").asText().endsWith("renewal.warning")) {
                        all.add(event);
                    }
                }
            }
        }
        return all;
    }

    @Test
    void byTheClockItIsDoneAndEachWarningIsToldOnce() throws Exception {
        runByTheClock();

        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        !sandbox.orders().isEmpty() && sandbox.orders().stream().allMatch(order -> order.paid()));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> ovh("status").code() == 0 && !warnings().isEmpty());
        long looks = sandbox.calls("GET /domain");
        await().atMost(Duration.ofSeconds(60)).until(() -> sandbox.calls("GET /domain") > looks + 3);

        int before = warnings().size();
        assertThat(sandbox.orders()).extracting(order -> order.domain()).doesNotHaveDuplicates();
        assertThat(warnings()).extracting(event -> event.path("id").asText()).doesNotHaveDuplicates();
        LocalDate today = LocalDate.ofInstant(sandbox.now(), ZoneOffset.UTC);
        assertThat(warnings()).allSatisfy(event -> assertThat(
                        LocalDate.parse(event.path("data").path("expires").asText()))
                .isBefore(today.plusDays(302)));
        assertThat(warnings())
                .filteredOn(event -> !event.path("subject").asText().matches(".*(shop.*|\\.uk|\\.de)"))
                .as("of those that OVHcloud renews, unless it had to be told so late")
                .allSatisfy(
                        event -> assertThat(event.path("data").path("reason").asText())
                                .matches("OVHcloud should renew it, but is set to .*|a row for it waits .*"));

        sandbox.advance(Duration.ofDays(100));

        await().atMost(Duration.ofSeconds(60)).until(() -> warnings().size() > before);
        assertThat(warnings()).extracting(event -> event.path("id").asText()).doesNotHaveDuplicates();
    }
}
