// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.ProcessUnderTest;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.server.Fault;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Zone files from drop to report: the command line, the included workflows and a sandbox. */
class ZoneIT {
    private static final String CREATE = "POST /domain/zone/{zoneName}/record";
    private static final String REFRESH = "POST /domain/zone/{zoneName}/refresh";
    private static final ObjectMapper JSON = new ObjectMapper();

    private OvhSandbox sandbox;

    @TempDir
    Path folder;

    @BeforeEach
    void startSandbox() {
        sandbox = OvhSandbox.start(
                SandboxOptions.defaults().withZone("example.com", 40).withPagesEverywhere());
    }

    @AfterEach
    void stopSandbox() {
        sandbox.close();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path outbox(String name) {
        return data().resolve("outbox").resolve(name);
    }

    private JsonNode summary() throws IOException {
        return JSON.readTree(outbox("example.com.zone-summary.json").toFile());
    }

    private Cli.Said zone(Path file, String... options) {
        List<String> all = new ArrayList<>(List.of("zone", file.toString(), "--data", data().toString()));
        all.addAll(List.of(options));
        return Cli.run(sandbox, all.toArray(String[]::new));
    }

    private ArrayNode records() throws IOException {
        Cli.Said said = Cli.run(sandbox, "call", "dns", "records", "-p", "zoneName=example.com", "-p", "reading=ids");
        assertThat(said.code()).as(said.toString()).isZero();
        ArrayNode records = JSON.createArrayNode();
        for (JsonNode held : JSON.readTree(said.out()).path("records")) {
            JsonNode value = held.has("value") ? held.path("value") : held;
            ObjectNode record = records.addObject();
            for (String member : List.of("subDomain", "target", "ttl")) {
                record.set(member, value.path(member));
            }
            record.set("fieldType", value.has("type") ? value.path("type") : value.path("fieldType"));
        }
        return records;
    }

    /** The current zone with this many more hosts. */
    private Path wish(int hosts) throws IOException {
        ArrayNode records = records();
        for (int i = 1; i <= hosts; i++) {
            records.addObject()
                    .put("subDomain", "new-" + i)
                    .put("fieldType", "A")
                    .put("target", "192.0.2." + i)
                    .put("ttl", 300);
        }
        return Files.writeString(folder.resolve("example.com.json"), records.toString());
    }

    private List<String> served() {
        return sandbox.servedRecords("example.com").stream()
                .filter(line -> line.contains("new-"))
                .toList();
    }

    private int edited() throws IOException, InterruptedException {
        HttpResponse<String> zone = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(sandbox.origin().resolve("/_sandbox/zones/example.com"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return JSON.readTree(zone.body()).path("records").asInt();
    }

    @Nested
    class OneFile {
        @Test
        void isPlannedThenAppliedByItsDigestAndNothingElseIsWritten() throws Exception {
            Path file = wish(3);
            sandbox.resetCalls();

            Cli.Said planned = zone(file);

            assertThat(planned.code()).as(planned.toString()).isEqualTo(3);
            assertThat(planned.out()).contains("3 to create", "+ new-1", "192.0.2.1");
            assertThat(planned.err()).contains("ovh-domain.zones.apply is off", "nothing was changed", "--approve");
            assertThat(summary().path("state").asText()).isEqualTo("waiting");
            assertThat(sandbox.calls(CREATE)).isZero();
            String digest = summary().path("digest").asText();

            Cli.Said other = zone(file, "--approve", "0123456789abcdef");
            assertThat(other.code()).as(other.toString()).isEqualTo(3);
            assertThat(sandbox.calls(CREATE)).isZero();

            Cli.Said applied = zone(file, "--approve", digest.substring(0, 16));

            assertThat(applied.code()).as(applied.toString()).isZero();
            sandbox.verifyCalls(CREATE, 3);
            sandbox.verifyCalls(REFRESH, 1);
            assertThat(summary().path("state").asText()).isEqualTo("applied");
            assertThat(summary().path("creates").asInt()).isEqualTo(3);
            assertThat(summary().path("applied").asInt()).isEqualTo(3);
            assertThat(summary().path("refreshed").asBoolean()).isTrue();
            assertThat(summary().path("digest").asText()).isEqualTo(digest);

            sandbox.resetCalls();
            Cli.Said again = zone(file, "--yes");
            assertThat(again.code()).as(again.toString()).isZero();
            sandbox.verifyCalls("GET /domain/zone/{zoneName}/export", 1);
            assertThat(sandbox.calls()).isLessThanOrEqualTo(2);
            assertThat(summary().path("state").asText()).isEqualTo("unchanged");
        }

        @Test
        void isAppliedAtOnceWhereTheSettingAllowsButNotBeyondAGuard() throws Exception {
            Path file = wish(2);
            String allowed = "ovh-domain.zones.apply=true";
            Path nothing = Files.writeString(folder.resolve("other").resolveSibling("example.com.yaml"), "[]");

            Cli.Said stopped = zone(nothing, "--yes", "--set", allowed);

            assertThat(stopped.code()).as(stopped.toString()).isEqualTo(3);
            assertThat(stopped.err()).contains("guards stop it");
            assertThat(summary().path("refused").findValuesAsText("option"))
                    .contains("ovh-domain.zones.allowEmpty", "ovh-domain.zones.maxDeletePercent");
            assertThat(Files.readString(outbox("example.com.zone-plan.txt"))).contains("Stopped: ", "allowEmpty");
            assertThat(sandbox.calls("DELETE /domain/zone/{zoneName}/record/{id}"))
                    .isZero();

            Cli.Said applied = zone(file, "--set", allowed);

            assertThat(applied.code()).as(applied.toString()).isZero();
            assertThat(summary().path("state").asText()).isEqualTo("applied");
        }

        @Test
        void eachGuardIsOpenedByItsOwnSetting() throws Exception {
            Path file = wish(0);
            ArrayNode records = (ArrayNode) JSON.readTree(file.toFile());
            records.remove(records.size() - 1);
            Files.writeString(file, records.toString());

            Cli.Said stopped = zone(file, "--yes", "--set", "ovh-domain.zones.maxDeletes=0");
            Cli.Said wrongOne = zone(
                    file,
                    "--yes",
                    "--set",
                    "ovh-domain.zones.maxDeletes=0",
                    "--set",
                    "ovh-domain.zones.allowEmpty=true");
            Cli.Said opened = zone(file, "--yes", "--set", "ovh-domain.zones.maxDeletes=1");

            assertThat(stopped.code()).as(stopped.toString()).isEqualTo(3);
            assertThat(wrongOne.code()).as(wrongOne.toString()).isEqualTo(3);
            assertThat(opened.code()).as(opened.toString()).isZero();
            sandbox.verifyCalls("DELETE /domain/zone/{zoneName}/record/{id}", 1);
        }

        @Test
        void isUndoneFromItsRestorePoint() throws Exception {
            List<JsonNode> before = sorted(records());
            assertThat(zone(wish(3), "--yes").code()).isZero();
            assertThat(sorted(records())).hasSize(before.size() + 3);

            Cli.Said undone = Cli.run(
                    sandbox,
                    "call",
                    "dns",
                    "undo",
                    "--body",
                    "@" + outbox("example.com.before.json"),
                    "-p",
                    "maxDeletePercent=100");

            assertThat(undone.code()).as(undone.toString()).isZero();
            assertThat(sorted(records())).isEqualTo(before);
        }

        private List<JsonNode> sorted(ArrayNode records) {
            List<JsonNode> list = new ArrayList<>();
            records.forEach(list::add);
            list.sort((one, other) -> one.toString().compareTo(other.toString()));
            return list;
        }

        @Test
        void isRefusedWithItsLineWhenItIsBad() throws Exception {
            Path bad = Files.writeString(
                    folder.resolve("example.com.csv"), "name,type,target\nwww,A,192.0.2.1\nmail,A,nowhere\n");
            Path conflict = Files.writeString(
                    folder.resolve("example.com.yaml"),
                    "www:\n  - {type: CNAME, value: a.example.net.}\n  - {type: A, value: 192.0.2.1}\n");
            sandbox.resetCalls();

            Cli.Said said = zone(bad, "--yes");
            Cli.Said other = zone(conflict, "--yes");

            assertThat(said.code()).as(said.toString()).isEqualTo(1);
            assertThat(said.err()).contains("line 3:", "nothing was changed");
            assertThat(other.code()).as(other.toString()).isEqualTo(1);
            assertThat(Files.readString(outbox("example.com.error.txt"))).contains("line 3:", "nowhere", "CNAME");
            assertThat(writes()).isEmpty();
        }
    }

    @Nested
    class BrokenOff {
        @Test
        void goesOnWithTheRestOfTheApprovedPlanAndKeepsTheWayBack() throws Exception {
            Path file = wish(4);
            zone(file);
            String digest = summary().path("digest").asText();
            sandbox.fault(new Fault(CREATE, 3, 0, Fault.Kind.STATUS, 403, Duration.ZERO, null));

            Cli.Said broken = zone(file, "--approve", digest);

            assertThat(broken.code()).as(broken.toString()).isNotZero();
            assertThat(summary().path("state").asText()).isEqualTo("unfinished");
            assertThat(summary().path("applied").asInt()).isEqualTo(2);
            String wayBack = Files.readString(outbox("example.com.before.json"));
            sandbox.clearFaults();
            sandbox.resetCalls();

            Cli.Said again = zone(file);

            assertThat(again.code()).as(again.toString()).isZero();
            sandbox.verifyCalls(CREATE, 2);
            await().atMost(Duration.ofSeconds(20)).until(() -> served().size() == 4);
            assertThat(outbox("example.com.before.json")).hasContent(wayBack);
        }

        @Test
        void byAKillBetweenTwoWritesItIsTheRestAndByOneBeforeTheRefreshTheRefresh() throws Exception {
            Path file = wish(3);
            killedAfterCreates(file, 2, CREATE, 2, Fault.Kind.DELAY_AFTER);
            assertThat(Files.readString(outbox("example.com.before.json"))).doesNotContain("new-");
            assertThat(served()).isEmpty();
            killedAfterCreates(file, 1, REFRESH, 1, Fault.Kind.DELAY);
            sandbox.resetCalls();

            Cli.Said last = zone(file);

            assertThat(last.code()).as(last.toString()).isZero();
            sandbox.verifyCalls(CREATE, 0);
            sandbox.verifyCalls(REFRESH, 1);
            await().atMost(Duration.ofSeconds(20)).until(() -> served().size() == 3);
            assertThat(summary().path("refreshed").asBoolean()).isTrue();
            assertThat(Files.readString(outbox("example.com.before.json"))).doesNotContain("new-");
        }

        /** SIGKILL after this many records were created, while the nth call of a route is delayed. */
        private void killedAfterCreates(Path file, int creates, String route, int nth, Fault.Kind kind)
                throws Exception {
            int before = edited(); // the journal counts a call only after it was answered
            sandbox.fault(new Fault(route, nth, 1, kind, 0, Duration.ofSeconds(60), null));
            List<String> arguments =
                    new ArrayList<>(List.of("zone", file.toString(), "--yes", "--data", data().toString()));
            arguments.addAll(Cli.keys(sandbox));
            ProcessUnderTest process = ProcessUnderTest.start(folder, "zone", List.of(), Map.of(), arguments);
            try {
                await().atMost(Duration.ofSeconds(90)).until(() -> {
                    assertThat(process.alive()).as(process.printed()).isTrue();
                    return edited() >= before + creates;
                });
            } finally {
                process.kill();
                sandbox.clearFaults();
            }
        }
    }

    private void addByHand() {
        Cli.Said said = Cli.run(
                sandbox,
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
        assertThat(said.code()).as(said.toString()).isZero();
    }

    private Stream<String> writes() {
        return sandbox.journal().counts().keySet().stream().filter(route -> !route.startsWith("GET"));
    }

    @Test
    void driftIsToldOnceAndNothingIsChanged() throws Exception {
        assertThat(zone(wish(2), "--yes").code()).isZero();
        Cli.Said none = Cli.run(sandbox, "drift", "--data", data().toString());
        assertThat(none.code()).as(none.toString()).isZero();
        assertThat(none.out()).contains("1 zones compared, 0 drifted", "example.com is as it was left");
        addByHand();
        sandbox.resetCalls();

        Cli.Said some = Cli.run(sandbox, "drift", "--data", data().toString());

        assertThat(some.code()).as(some.toString()).isEqualTo(1);
        assertThat(some.out()).contains("1 zones compared, 1 drifted", "- by-hand");
        assertThat(outbox("drift.txt")).hasContent(some.out());
        assertThat(writes()).isEmpty();
    }
}
