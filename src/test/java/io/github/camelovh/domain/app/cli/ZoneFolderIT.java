// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.ProcessUnderTest;
import io.github.camelovh.domain.SandboxProcess;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.server.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Zone files dropped into the folder that {@code run} watches, several of them, with other processes at the same time.
 */
@Tag("once")
class ZoneFolderIT {
    private static final String CREATE = "POST /domain/zone/{zoneName}/record";
    private static final String UPDATE = "PUT /domain/zone/{zoneName}/record/{id}";
    private static final String REFRESH = "POST /domain/zone/{zoneName}/refresh";
    private static final ObjectMapper JSON = new ObjectMapper();

    private OvhSandbox sandbox;
    private Thread running;

    @TempDir
    Path folder;

    @BeforeEach
    void startSandbox() {
        sandbox = OvhSandbox.start(SandboxOptions.defaults()
                .withZone("example.com", 40)
                .withZone("example.net", 40)
                .withPagesEverywhere());
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (running != null) {
            running.interrupt();
            running.join(30_000);
        }
        sandbox.close();
    }

    private Path zones() {
        return folder.resolve("data/zones");
    }

    private Path outbox(String name) {
        return folder.resolve("data/outbox").resolve(name);
    }

    private void run(String... settings) {
        List<String> all =
                new ArrayList<>(List.of("run", "--data", folder.resolve("data").toString()));
        Stream.of(settings).forEach(setting -> all.addAll(List.of("--set", setting)));
        running = new Thread(() -> Cli.run(sandbox, all.toArray(String[]::new)));
        running.start();
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.isDirectory(zones()));
    }

    private Cli.Said command(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        Cli.Said said = Cli.run(sandbox, all.toArray(String[]::new));
        assertThat(said.code()).as(said.toString()).isZero();
        return said;
    }

    private ArrayNode records(String zone) throws IOException {
        Cli.Said said = Cli.run(sandbox, "call", "dns", "records", "-p", "zoneName=" + zone, "-p", "reading=ids");
        ArrayNode records = JSON.createArrayNode();
        for (JsonNode held : JSON.readTree(said.out()).path("records")) {
            ObjectNode record = records.addObject();
            for (String member : List.of("subDomain", "fieldType", "target", "ttl")) {
                record.set(member, held.path(member));
            }
        }
        assertThat(records).as(said.toString()).isNotEmpty();
        return records;
    }

    private static ArrayNode plus(ArrayNode records, String host) {
        ArrayNode more = records.deepCopy();
        more.addObject().put("subDomain", host).put("fieldType", "A").put("target", "192.0.2.1");
        return more;
    }

    /** With another TTL for the first address records. */
    private static ArrayNode changed(ArrayNode records, int count) {
        ArrayNode changed = records.deepCopy();
        int left = count;
        for (JsonNode record : changed) {
            if (left > 0 && record.path("fieldType").asText().equals("A")) {
                ((ObjectNode) record).put("ttl", 4200);
                left--;
            }
        }
        return changed;
    }

    private void drop(String name, String content) throws IOException {
        Path part = Files.writeString(folder.resolve("part"), content);
        Files.move(part, zones().resolve(name));
    }

    /** The files in a folder of {@code zones/}, by name, without their times. */
    private List<String> on(String folder) throws IOException {
        Path place = zones().resolve(folder);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile)
                    .peek(file -> assertThat(place.relativize(file).toString())
                            .matches(folder.equals(".waiting") ? "[^/]+" : "\\d{8}-\\d{9}/[^/]+"))
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private void awaitOn(String folder, String... names) {
        await().atMost(Duration.ofSeconds(60)).until(() -> on(folder).equals(List.of(names)));
    }

    private JsonNode summary(String zone) throws IOException {
        return JSON.readTree(outbox(zone + ".zone-summary.json").toFile());
    }

    @Test
    void aFileWaitsForItsApprovalIsShownMeanwhileAndIsAppliedThen() throws Exception {
        ArrayNode wish = plus(plus(records("example.com"), "new-1"), "new-2");
        run();
        drop("example.com.json", wish.toString());
        drop("example.net.zone", "$INCLUDE other\n");
        awaitOn(".waiting", "example.com.json");
        awaitOn(".failed", "example.net.zone");
        assertThat(Files.readString(outbox("example.net.error.txt"))).contains("line 1:", "$INCLUDE");
        assertThat(sandbox.calls(CREATE)).isZero();
        String digest = summary("example.com").path("digest").asText().substring(0, 16);

        assertThat(command("status").out())
                .contains("example.com.json: waiting, 2 to create, 0 to update, 0 to delete, plan " + digest
                        + ", awaits approval: ovh-domain approve " + digest)
                .doesNotContain("example.net");
        assertThat(command("status", "example.com").out())
                .contains("zone example.com.json: waiting", "ovh-domain.zones.apply is off")
                .doesNotContain("Nothing was ever asked");
        JsonNode told = JSON.readTree(command("status", "--json").out());
        assertThat(told.findValuesAsText("zone")).containsExactly("example.com");
        assertThat(told.get(0).path("awaits").asText()).contains("approve " + digest);

        Cli.Said mistaken = Cli.run(
                sandbox,
                "approve",
                "0123456789abcdef",
                "--data",
                folder.resolve("data").toString());
        assertThat(mistaken.code()).isEqualTo(3);
        assertThat(mistaken.err()).contains("Waiting zones:", "approve " + digest);
        command("approve", digest);

        awaitOn(".done", "example.com.json");
        sandbox.verifyCalls(CREATE, 2);
        sandbox.verifyCalls(REFRESH, 1);
        assertThat(summary("example.com").path("state").asText()).isEqualTo("applied");
        assertThat(on(".waiting")).isEmpty();
        assertThat(command("status").out()).doesNotContain("example.com");
        assertThat(command("status", "example.com").out()).contains("applied", "awaits nothing");
    }

    @Test
    void eachFileOfANameIsKept() throws Exception {
        ArrayNode first = plus(records("example.com"), "new-1");
        run("ovh-domain.zones.apply=true");
        drop("example.com.json", first.toString());
        awaitOn(".done", "example.com.json");
        drop("example.com.json", plus(first, "new-2").toString());
        awaitOn(".done", "example.com.json", "example.com.json");
        drop("example.com.json", "[{]");
        awaitOn(".failed", "example.com.json");
        drop("example.com.json", "[{}]");
        awaitOn(".failed", "example.com.json", "example.com.json");

        sandbox.verifyCalls(CREATE, 2);
        sandbox.verifyCalls(REFRESH, 2);
    }

    @Test
    void theLimitsOfARunHoldOverAllItsFiles() throws Exception {
        ArrayNode first = changed(records("example.com"), 3);
        ArrayNode second = changed(records("example.net"), 3);
        run("ovh-domain.zones.apply=true", "ovh-domain.zones.maxRunUpdates=5");
        drop("example.com.json", first.toString());
        awaitOn(".done", "example.com.json");
        drop("example.net.json", second.toString());
        awaitOn(".waiting", "example.net.json");

        sandbox.verifyCalls(UPDATE, 3);
        assertThat(summary("example.net").path("refused").findValuesAsText("option"))
                .containsExactly("ovh-domain.zones.maxRunUpdates");
        String digest = summary("example.net").path("digest").asText().substring(0, 16);
        assertThat(command("status").out())
                .contains("awaits approval, stopped by ovh-domain.zones.maxRunUpdates: ovh-domain approve " + digest);

        command("approve", digest);

        awaitOn(".done", "example.com.json", "example.net.json");
        sandbox.verifyCalls(UPDATE, 6);
        assertThat(summary("example.net").path("refused")).isEmpty();
    }

    @Test
    void aZoneThatTheAccountDoesNotHaveIsNamedAndAPlanThatWasOnlyShownDoesNotWait() throws Exception {
        Path wish = Files.writeString(
                folder.resolve("example.com.json"),
                plus(records("example.com"), "new-1").toString());
        assertThat(Cli.run(
                                sandbox,
                                "zone",
                                wish.toString(),
                                "--data",
                                folder.resolve("data").toString())
                        .code())
                .isEqualTo(3);
        run();
        drop("nowhere.example.json", "[]");
        awaitOn(".failed", "nowhere.example.json");

        assertThat(Files.readString(outbox("nowhere.example.error.txt")))
                .contains("nowhere.example.json is refused, and nothing was changed", "no zone nowhere.example");
        assertThat(command("status").out()).doesNotContain("example");
        assertThat(command("status", "example.com").out()).contains("zone example.com.json --approve");
    }

    @Test
    void aZoneThatAnotherProcessChangesIsLeftToItAndWaitedFor() throws Exception {
        ArrayNode wish = plus(plus(plus(records("example.com"), "new-1"), "new-2"), "new-3");
        Path file = Files.writeString(folder.resolve("example.com.json"), wish.toString());
        sandbox.fault(new Fault(CREATE, 1, 1, Fault.Kind.DELAY, 0, Duration.ofSeconds(12), null));
        List<String> arguments = new ArrayList<>(List.of("zone", file.toString(), "--yes", "--data"));
        arguments.add(folder.resolve("data").toString());
        ProcessUnderTest other = ProcessUnderTest.start(
                folder,
                "zone",
                List.of(),
                SandboxProcess.environment(sandbox.baseUrl().getPort()),
                arguments);
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> Files.exists(zones().resolve(".state/example.com.begun")));

            Cli.Said busy = Cli.run(
                    sandbox,
                    "zone",
                    file.toString(),
                    "--yes",
                    "--data",
                    folder.resolve("data").toString());

            assertThat(busy.code()).as(busy.toString()).isEqualTo(5);
            assertThat(busy.err()).contains("example.com is being changed by another process", "Nothing was changed");
            assertThat(command("status").out()).contains("awaits the process that changes it now");
            assertThat(other.alive()).as(other.printed()).isTrue();

            run("ovh-domain.zones.apply=true");
            drop("example.com.json", wish.toString());
            assertThat(other.exitCode(60)).as(other.printed()).isZero();
            awaitOn(".done", "example.com.json");
        } finally {
            other.kill();
        }
        sandbox.verifyCalls(CREATE, 3);
        sandbox.verifyCalls(REFRESH, 1);
        assertThat(on(".failed")).isEmpty();
        assertThat(summary("example.com").path("state").asText()).isEqualTo("unchanged");
    }

    @Test
    void driftIsToldByTheClockAndNothingIsChanged() throws Exception {
        Path file = Files.writeString(
                folder.resolve("example.com.json"),
                plus(records("example.com"), "new-1").toString());
        command("zone", file.toString(), "--yes");
        command(
                "call",
                "dns",
                "upsert",
                "-p",
                "zoneName=example.com",
                "-p",
                "subDomain=by-hand",
                "-p",
                "fieldType=A",
                "-p",
                "target=192.0.2.99");
        sandbox.resetCalls();

        run("ovh-domain.drift.cron=* * * * * ?");

        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(outbox("drift.txt")));
        assertThat(Files.readString(outbox("drift.txt"))).contains("1 drifted", "by-hand");
        assertThat(sandbox.journal().counts().keySet()).allMatch(route -> route.startsWith("GET "));
    }
}
