// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three hundred names with all kinds of problems are transferred, and a second file corrects what it can, while the
 * sandbox's clock runs through weeks: each row gets the right result, and no name is ordered twice.
 */
@Tag("once")
class ManyTransfersIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern CODE = Pattern.compile("AUTH-(taken|young|nacked)|NOT-taken");

    @TempDir
    Path folder;

    private final OvhSandbox sandbox = OvhSandbox.start(SandboxOptions.defaults()
            .withTaskTime(Duration.ofMinutes(10))
            .withRegistryTimes()
            .withClockWindow(Duration.ofDays(1000))
            .withDomains(3));

    private final ScheduledExecutorService looker = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger attributes = new AtomicInteger();
    private final List<String> shown = new CopyOnWriteArrayList<>();

    @AfterEach
    void stopSandbox() {
        sandbox.close();
    }

    @Test
    void comeToTheirRightEndsWithOneOrderForEach() throws Exception {
        ScheduledExecutorService weeks = Executors.newSingleThreadScheduledExecutor();
        try {
            Instant began = sandbox.now();
            AtomicInteger ordered = new AtomicInteger(212);
            Path moves = moves();
            var unused = weeks.scheduleWithFixedDelay(() -> pass(ordered), 100, 100, TimeUnit.MILLISECONDS);
            var unusedLooks = looker.scheduleWithFixedDelay(this::lookAtJmx, 100, 500, TimeUnit.MILLISECONDS);
            importing(moves, "--yes");

            JsonNode first = summary();
            // wrong 30, missing 20, young 20 and refused by their registrar 10 wait for a person
            assertThat(counts(first)).as(first.toString()).isEqualTo("done 143, refused 67, failed 10, unfinished 80");

            sandbox.advance(Duration.ofDays(60));
            ordered.set(232);
            Cli.Said fixed = importing(fixes(), "--yes");
            assertThat(fixed.code()).as(fixed.toString()).isZero();
            importing(moves);

            JsonNode last = summary();
            assertThat(counts(last)).as(last.toString()).isEqualTo("done 213, refused 67, failed 10, unfinished 10");
            assertThat(last.path("orders").asInt()).isEqualTo(232);
            assertThat(sandbox.orders()).hasSize(232).doesNotHaveDuplicates();
            assertThat(sandbox.orders().stream().map(order -> order.domain()).distinct())
                    .hasSize(232);
            assertThat(Duration.between(began, sandbox.now())).isGreaterThan(Duration.ofDays(70));
            assertThat(stepsOfTheLedger()).as("steps that were noted twice").isEmpty();
            assertNoCodeIsIn(said.toString(), "what was said");
            assertNoCodeIsIn(dumpOfTheLedger(), "the ledger");
            assertThat(attributes).as("attributes of JMX that were looked at").hasValueGreaterThan(1000);
            assertThat(shown).as("codes seen in JMX").isEmpty();
            try (Stream<Path> all = Files.walk(folder.resolve("data"))) {
                for (Path each : all.filter(Files::isRegularFile).toList()) {
                    assertNoCodeIsIn(
                            new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1), each.toString());
                }
            }
        } finally {
            weeks.shutdownNow();
            looker.shutdownNow();
        }
    }

    /** Six hours, after everything is ordered: no cart survives a week of seconds. */
    private void pass(AtomicInteger ordered) {
        if (sandbox.orders().size() >= ordered.get()) {
            sandbox.advance(Duration.ofHours(6));
        }
    }

    private void lookAtJmx() {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        for (ObjectName name : beans.queryNames(null, null)) {
            for (String attribute : attributesOf(beans, name)) {
                String text = name + " " + attribute + " " + valueOf(beans, name, attribute);
                attributes.incrementAndGet();
                if (CODE.matcher(text).find()) {
                    shown.add(text);
                }
            }
        }
    }

    /** Empty for a bean that has gone meanwhile. */
    private static List<String> attributesOf(MBeanServer beans, ObjectName name) {
        try {
            return Stream.of(beans.getMBeanInfo(name).getAttributes())
                    .map(MBeanAttributeInfo::getName)
                    .toList();
        } catch (JMException e) {
            return List.of();
        }
    }

    private static Object valueOf(MBeanServer beans, ObjectName name, String attribute) {
        try {
            return beans.getAttribute(name, attribute);
        } catch (JMException | RuntimeException e) {
            return e;
        }
    }

    /** The codes are AUTH-NAME and NOT-NAME. */
    private static void assertNoCodeIsIn(String text, String where) {
        assertThat(text).as(where).doesNotContain("AUTH-taken", "AUTH-young", "AUTH-nacked", "NOT-taken");
    }

    private String dumpOfTheLedger() throws SQLException {
        try (Connection connection = ledger();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("script")) {
            StringBuilder dump = new StringBuilder();
            while (rows.next()) {
                dump.append(rows.getString(1)).append('\n');
            }
            assertThat(dump).contains("taken-wrong-7.com");
            return dump.toString();
        }
    }

    /**
     * State changes of a row that were recorded twice without another one in between; a relaunched task is "todo"
     * again, which is right.
     */
    private List<String> stepsOfTheLedger() throws SQLException {
        try (Connection connection = ledger();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select request_id || ' ' || event || ' ' || why from event order by request_id, id")) {
            List<String> steps = new ArrayList<>();
            List<String> twice = new ArrayList<>();
            while (rows.next()) {
                String step = rows.getString(1);
                if (!steps.isEmpty() && step.equals(steps.get(steps.size() - 1))) {
                    twice.add(step);
                }
                steps.add(step);
            }
            assertThat(steps).hasSizeGreaterThan(1500);
            return twice;
        }
    }

    private Connection ledger() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("data/ledger"), "sa", "");
    }

    private static String counts(JsonNode summary) {
        return "done %d, refused %d, failed %d, unfinished %d"
                .formatted(
                        summary.path("done").asInt(),
                        summary.path("refused").asInt(),
                        summary.path("failed").asInt(),
                        summary.path("unfinished").asInt());
    }

    private Path moves() throws IOException {
        List<String> rows = new ArrayList<>(List.of("action,domain,authCode,nameServers"));
        add(rows, 142, "taken-right-", "AUTH-");
        add(rows, 30, "taken-wrong-", "NOT-");
        add(rows, 20, "taken-none-", "");
        add(rows, 20, "young-", "AUTH-");
        add(rows, 10, "nacked-", "AUTH-");
        add(rows, 10, "reclaimed-", "AUTH-");
        add(rows, 27, "locked-", "AUTH-");
        add(rows, 20, "stuck-", "AUTH-");
        add(rows, 20, "nobody-has-", "AUTH-");
        rows.add("transfer,already-mine.com,AUTH-already-mine.com,keep");
        return Files.write(folder.resolve("moves.csv"), rows);
    }

    private static void add(List<String> rows, int count, String begin, String code) {
        IntStream.rangeClosed(1, count)
                .mapToObj(i -> begin + i + ".com")
                .forEach(name -> rows.add("transfer," + name + "," + (code.isEmpty() ? "" : code + name) + ",keep"));
    }

    /** Rows with correct codes for the wrong and missing ones, and another attempt for names that were too young. */
    private Path fixes() throws IOException {
        List<String> rows = new ArrayList<>(List.of("action,domain,authCode"));
        for (String begin : List.of("taken-wrong-", "taken-none-")) {
            int count = begin.equals("taken-wrong-") ? 30 : 20;
            IntStream.rangeClosed(1, count)
                    .mapToObj(i -> begin + i + ".com")
                    .forEach(name -> rows.add("fix," + name + ",AUTH-" + name));
        }
        IntStream.rangeClosed(1, 20).forEach(i -> rows.add("fix,young-" + i + ".com,"));
        return Files.write(folder.resolve("fixes.csv"), rows);
    }

    private final StringBuilder said = new StringBuilder();

    private Cli.Said importing(Path file, String... options) {
        List<String> all = new ArrayList<>(List.of(
                "import", file.toString(), "--data", folder.resolve("data").toString()));
        all.addAll(List.of("--set", "ovh-domain.delivery.every=PT0.5S", "--max-total", "10000"));
        all.addAll(List.of("--set", "camel.component.ovh-domain.calls-per-second=1000"));
        all.addAll(
                List.of("--set", "camel.main.jmxEnabled=true", "--set", "camel.main.jmxManagementMBeansLevel=Default"));
        all.addAll(List.of(options));
        Cli.Said heard = Cli.run(sandbox, all.toArray(String[]::new));
        said.append(heard);
        return heard;
    }

    private JsonNode summary() throws IOException {
        return JSON.readTree(folder.resolve("data/outbox/moves.summary.json").toFile());
    }
}
