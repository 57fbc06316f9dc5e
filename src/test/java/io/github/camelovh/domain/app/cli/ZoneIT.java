// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static io.github.camelovh.domain.app.cli.Cli.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.camelovh.domain.ProcessUnderTest;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.server.Fault;
import java.io.IOException;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Zone files from drop to report: the command line, the included workflows and a sandbox. */
@Tag("once")
class ZoneIT {
    private static final String STOPPED_BY = "stopped by ovh-domain.zones.";
    private static final String DELETE = "DELETE /domain/zone/{zoneName}/record/{id}";
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

    private Cli.Said zone(Path file, String... options) {
        List<String> all = new ArrayList<>(List.of("zone", file.toString(), "--data", data().toString()));
        all.addAll(List.of(options));
        return Cli.run(sandbox, all.toArray(String[]::new));
    }

    /** The current zone with this many more hosts. */
    private Path wish(int hosts) throws IOException {
        ArrayNode records = SandboxZones.wish(sandbox, "example.com", hosts);
        return Files.writeString(folder.resolve("example.com.json"), records.toString());
    }

    @Nested
    class OneFile {
        @Test
        void isComparedWithoutANoteOfIt() throws Exception {
            Path file = wish(3);
            sandbox.resetCalls();

            Cli.Said compared = zone(file);
            Cli.Said asData = zone(file, "--json");

            assertThat(compared.code()).as(compared.toString()).isZero();
            assertThat(compared.out()).contains("3 to create", "+ new-1", "192.0.2.1");
            assertThat(compared.err()).contains("Nothing was changed", "--yes");
            assertThat(JSON.readTree(asData.out()).path("plan").path("zone").asText())
                    .isEqualTo("example.com");
            assertThat(writes()).isEmpty();
            assertThat(data()).doesNotExist();
        }

        @Test
        void comparedLeavesAPlanThatWaitsAsItIs() throws Exception {
            String code = code(zone(wish(2), "--submit"));

            assertThat(zone(wish(3), "--json").code()).isZero();

            Cli.Said applied = zone(wish(2), "--approve", code);
            assertThat(applied.code()).as(applied.toString()).isZero();
            sandbox.verifyCalls(CREATE, 2);
        }

        @Test
        void isPlannedThenAppliedByItsCodeAndNothingElseIsWritten() throws Exception {
            Path file = wish(3);

            Cli.Said planned = zone(file, "--submit");

            assertThat(planned.code()).as(planned.toString()).isEqualTo(3);
            assertThat(planned.out()).contains("3 to create", "+ new-1", "192.0.2.1");
            assertThat(planned.err()).contains("waits for approval", "nothing was changed", "--approve");
            assertThat(outbox("example.com.plan.txt")).hasContent(planned.out());
            assertThat(sandbox.calls(CREATE)).isZero();

            Cli.Said other = zone(file, "--approve", "AAAA-AAAA");
            assertThat(other.code()).as(other.toString()).isEqualTo(3);
            assertThat(sandbox.calls(CREATE)).isZero();

            Cli.Said applied = zone(file, "--approve", code(planned));

            assertThat(applied.code()).as(applied.toString()).isZero();
            assertThat(applied.err()).contains("done: 3 changes written to the zone example.com, and published on its");
            sandbox.verifyCalls(CREATE, 3);
            sandbox.verifyCalls(REFRESH, 1);

            sandbox.resetCalls();
            Cli.Said again = zone(file, "--yes", "--json");
            assertThat(again.code()).as(again.toString()).isZero();
            assertThat(again.err()).contains("done: the zone example.com is as the file wishes");
            assertThat(JSON.readTree(again.out()).path("done").asInt()).isEqualTo(1);
            sandbox.verifyCalls("GET /domain/zone/{zoneName}/export", 1);
            assertThat(sandbox.calls()).isLessThanOrEqualTo(2);
        }

        @Test
        void anApprovalIsForTheZoneThatWasSeen() throws Exception {
            Path file = wish(1);
            String code = code(zone(file, "--submit"));
            SandboxZones.addByHand(sandbox);

            Cli.Said refused = zone(file, "--approve", code);

            assertThat(refused.code()).as(refused.toString()).isEqualTo(1);
            assertThat(refused.err()).contains("refused: example.com was not changed", "- by-hand", "What to do");
            assertThat(sandbox.calls(CREATE)).isEqualTo(1);
        }

        @Test
        void isAppliedAtOnceWhereTheSettingAllowsButNotBeyondAGuard() throws Exception {
            Path file = wish(2);
            String allowed = "ovh-domain.zones.apply=true";
            Path nothing = Files.writeString(folder.resolve("example.com.yaml"), "[]");

            Cli.Said stopped = zone(nothing, "--yes", "--set", allowed);

            assertThat(stopped.code()).as(stopped.toString()).isEqualTo(3);
            assertThat(stopped.err()).contains("guards stop it");
            assertThat(Files.readString(outbox("example.com.plan.txt")))
                    .contains(STOPPED_BY + "allowEmpty: ", STOPPED_BY + "maxDeletePercent: ");
            sandbox.verifyCalls(DELETE, 0);

            Cli.Said applied = zone(file, "--yes", "--set", allowed);

            assertThat(applied.code()).as(applied.toString()).isZero();
            assertThat(applied.err()).contains("done: 2 changes written");
        }

        @Test
        void aGuardIsOpenedByWhoeverApprovesThePlanThatItStops() throws Exception {
            ArrayNode records = SandboxZones.records(sandbox, "example.com");
            records.remove(records.size() - 1);
            Path file = Files.writeString(folder.resolve("example.com.json"), records.toString());
            Cli.Said stopped = zone(file, "--yes", "--set", "ovh-domain.zones.maxDeletes=0");

            Cli.Said applied = zone(file, "--approve", code(stopped), "--set", "ovh-domain.zones.maxDeletes=0");

            assertThat(stopped.code()).as(stopped.toString()).isEqualTo(3);
            assertThat(applied.code()).as(applied.toString()).isZero();
            assertThat(applied.out())
                    .contains("approved in spite of ovh-domain.zones.maxDeletes: ")
                    .doesNotContain("stopped by", "nothing was changed");
            sandbox.verifyCalls(DELETE, 1);
        }

        @Test
        void aPlanThatWaitsIsPlannedAgainUnderTheSettingsOfNow() throws Exception {
            ArrayNode records = SandboxZones.records(sandbox, "example.com");
            records.remove(records.size() - 1);
            Path file = Files.writeString(folder.resolve("example.com.json"), records.toString());
            Cli.Said stopped = zone(file, "--submit", "--set", "ovh-domain.zones.maxDeletes=0");

            Cli.Said applied = zone(file, "--yes", "--set", "ovh-domain.zones.maxDeletes=1");

            assertThat(stopped.out()).contains(STOPPED_BY + "maxDeletes: ").doesNotContain("nothing was changed");
            assertThat(applied.code()).as(applied.toString()).isZero();
            sandbox.verifyCalls(DELETE, 1);
        }

        @Test
        void eachGuardIsOpenedByItsOwnSetting() throws Exception {
            ArrayNode records = SandboxZones.records(sandbox, "example.com");
            records.remove(records.size() - 1);
            Path file = Files.writeString(folder.resolve("example.com.json"), records.toString());
            String stops = "ovh-domain.zones.maxDeletes=0";

            Cli.Said stopped = zone(file, "--set", stops);
            Cli.Said wrongOne = zone(file, "--set", stops, "--set", "ovh-domain.zones.allowEmpty=true");
            Cli.Said opened = zone(file, "--yes", "--set", "ovh-domain.zones.maxDeletes=1");

            assertThat(stopped.out()).contains(STOPPED_BY + "maxDeletes: ");
            assertThat(wrongOne.out()).contains(STOPPED_BY + "maxDeletes: ");
            assertThat(opened.code()).as(opened.toString()).isZero();
            sandbox.verifyCalls(DELETE, 1);
        }

        @Test
        void isUndoneFromItsRestorePoint() throws Exception {
            List<JsonNode> before = sorted(SandboxZones.records(sandbox, "example.com"));
            assertThat(zone(wish(3), "--yes").code()).isZero();
            assertThat(sorted(SandboxZones.records(sandbox, "example.com"))).hasSize(before.size() + 3);

            Cli.Said undone = Cli.run(
                    sandbox,
                    "call",
                    "dns",
                    "undo",
                    "--yes",
                    "--body",
                    "@" + outbox("example.com.before.json"),
                    "-p",
                    "maxDeletePercent=100");

            assertThat(undone.code()).as(undone.toString()).isZero();
            assertThat(sorted(SandboxZones.records(sandbox, "example.com"))).isEqualTo(before);
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
            assertThat(other.err()).contains("refused: ", "CNAME", "correct the file");
            assertThat(writes()).isEmpty();
        }
    }

    @Nested
    class BrokenOff {
        @Test
        void goesOnWithTheRestOfTheApprovedPlanAndKeepsTheWayBack() throws Exception {
            Path file = wish(4);
            String code = code(zone(file, "--submit"));
            sandbox.fault(new Fault(CREATE, 3, 0, Fault.Kind.STATUS, 403, Duration.ZERO, null));

            Cli.Said broken = zone(file, "--approve", code);

            assertThat(broken.code()).as(broken.toString()).isNotZero();
            assertThat(SandboxZones.edited(sandbox))
                    .isEqualTo(SandboxZones.records(sandbox, "example.com").size());
            String wayBack = Files.readString(outbox("example.com.before.json"));
            sandbox.clearFaults();
            sandbox.resetCalls();

            Cli.Said again = zone(file, "--submit");

            assertThat(again.code()).as(again.toString()).isZero();
            sandbox.verifyCalls(CREATE, 2);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> SandboxZones.servedHosts(sandbox).size() == 4);
            assertThat(outbox("example.com.before.json")).hasContent(wayBack);
        }

        @Test
        void byAKillBetweenTwoWritesItIsTheRestAndByOneBeforeTheRefreshTheRefresh() throws Exception {
            Path file = wish(3);
            killedAfterCreates(file, 2, CREATE, 2, Fault.Kind.DELAY_AFTER);
            assertThat(Files.readString(outbox("example.com.before.json"))).doesNotContain("new-");
            assertThat(SandboxZones.servedHosts(sandbox)).isEmpty();
            killedAfterCreates(file, 1, REFRESH, 1, Fault.Kind.DELAY);
            sandbox.resetCalls();

            Cli.Said last = zone(file, "--submit");

            assertThat(last.code()).as(last.toString()).isZero();
            sandbox.verifyCalls(CREATE, 0);
            sandbox.verifyCalls(REFRESH, 1);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> SandboxZones.servedHosts(sandbox).size() == 3);
            assertThat(Files.readString(outbox("example.com.before.json"))).doesNotContain("new-");
        }

        /** SIGKILL after this many records were created, while the nth call of a route is delayed. */
        private void killedAfterCreates(Path file, int creates, String route, int nth, Fault.Kind kind)
                throws Exception {
            int before = SandboxZones.edited(sandbox); // the journal counts a call only after it was answered
            sandbox.fault(new Fault(route, nth, 1, kind, 0, Duration.ofSeconds(60), null));
            List<String> arguments =
                    new ArrayList<>(List.of("zone", file.toString(), "--yes", "--data", data().toString()));
            arguments.addAll(Cli.keys(sandbox));
            ProcessUnderTest process = ProcessUnderTest.start(folder, "zone", List.of(), Map.of(), arguments);
            try {
                await().atMost(Duration.ofSeconds(90)).until(() -> {
                    assertThat(process.alive()).as(process.printed()).isTrue();
                    return SandboxZones.edited(sandbox) >= before + creates;
                });
            } finally {
                process.kill();
                sandbox.clearFaults();
            }
        }
    }

    private Stream<String> writes() {
        return sandbox.journal().counts().keySet().stream().filter(route -> !route.startsWith("GET"));
    }

    @Test
    void driftIsToldOnceAndNothingIsChanged() throws Exception {
        assertThat(zone(wish(2), "--yes").code()).isZero();
        Cli.Said none = Cli.run(sandbox, "drift", "--data", data().toString());
        assertThat(none.code()).as(none.toString()).isZero();
        assertThat(none.out()).contains("1 zone compared, 0 drifted", "example.com is as it was left");
        SandboxZones.addByHand(sandbox);
        sandbox.resetCalls();

        Cli.Said some = Cli.run(sandbox, "drift", "--data", data().toString());

        assertThat(some.code()).as(some.toString()).isEqualTo(1);
        assertThat(some.out()).contains("1 zone compared, 1 drifted", "- by-hand");
        assertThat(outbox("drift.txt")).hasContent(some.out());
        assertThat(writes()).isEmpty();
    }
}
