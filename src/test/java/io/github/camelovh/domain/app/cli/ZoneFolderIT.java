// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Zone files dropped into the folder that {@code run} watches, several of them, with other processes at the same time.
 */
@Tag("once")
class ZoneFolderIT extends ZoneFolderFixture {
    @Test
    void aFileWaitsForItsApprovalIsShownMeanwhileAndIsAppliedThen() throws Exception {
        ArrayNode wish = plus(plus(SandboxZones.records(sandbox, "example.com"), "new-1"), "new-2");
        run();
        drop("example.com.json", wish.toString());
        drop("example.net.zone", "$INCLUDE other\n");
        awaitOn(".done", "example.com.json");
        awaitOn(".failed", "example.net.zone");
        assertThat(Files.readString(outbox("example.net.error.txt"))).contains("line 1:", "$INCLUDE");
        assertThat(sandbox.calls(CREATE)).isZero();
        String code = code("example.com");

        assertThat(command("status").out()).contains("example.com.zone", code).doesNotContain("example.net");
        assertThat(command("status", "example.com").out()).contains("+ new-1");
        Cli.Said waiting =
                Cli.run(sandbox, "approve", "--data", folder.resolve("data").toString());
        assertThat(waiting.out()).contains(code + "  example.com.zone: 1 row");
        Cli.Said mistaken = Cli.run(
                sandbox,
                "approve",
                "AAAA-AAAA",
                "--data",
                folder.resolve("data").toString());
        assertThat(mistaken.code()).isEqualTo(3);
        assertThat(mistaken.err()).contains("No plan has the code AAAA-AAAA", code);

        command("approve", code);

        awaitDone("example.com");
        sandbox.verifyCalls(CREATE, 2);
        sandbox.verifyCalls(REFRESH, 1);
        assertThat(command("status", "example.com").out()).contains("2 changes written to the zone example.com");
    }

    @Test
    void whatLiesInTheFolderApprovesNothing() throws Exception {
        ArrayNode wish = plus(SandboxZones.records(sandbox, "example.com"), "new-1");
        run();
        drop("example.com.json", wish.toString());
        code("example.com");
        awaitOn(".done", "example.com.json");

        Files.createDirectories(zones().resolve(".state"));
        Files.writeString(
                zones().resolve(".state/example.com.approved.json"), Files.readString(outbox("example.com.plan.txt")));
        drop("example.com.json", wish.toString());

        awaitOn(".done", "example.com.json", "example.com.json");
        code("example.com");
        assertThat(sandbox.calls(CREATE)).isZero();
    }

    @Test
    void aNewerFileOfTheZoneReplacesOneThatWaits() throws Exception {
        ArrayNode first = plus(SandboxZones.records(sandbox, "example.com"), "new-1");
        run();
        drop("example.com.json", first.toString());
        String code = code("example.com");
        drop("example.com.yaml", plus(first, "new-2").toString());
        await().atMost(Duration.ofSeconds(60)).until(() -> !code("example.com").equals(code));

        Cli.Said old = Cli.run(
                sandbox, "approve", code, "--data", folder.resolve("data").toString());
        command("approve", code("example.com"));

        assertThat(old.code()).isEqualTo(3);
        assertThat(old.err()).contains("replaced by a newer example.com.zone");
        awaitDone("example.com");
        sandbox.verifyCalls(CREATE, 2);
    }

    @Test
    void aFileIsAppliedAgainAfterSomebodyChangedItsZone() throws Exception {
        ArrayNode wish = plus(SandboxZones.records(sandbox, "example.com"), "new-1");
        run("ovh-domain.zones.apply=true");
        drop("example.com.json", wish.toString());
        awaitDone("example.com");
        Files.delete(outbox("example.com.report.html"));
        SandboxZones.addByHand(sandbox);
        drop("example.com.json", wish.toString());

        awaitDone("example.com");

        sandbox.verifyCalls("DELETE /domain/zone/{zoneName}/record/{id}", 1);
        assertThat(on(".done")).containsExactly("example.com.json", "example.com.json");
    }

    @Test
    void theLimitsOfARunHoldOverAllItsFiles() throws Exception {
        ArrayNode first = changed(SandboxZones.records(sandbox, "example.com"), 3);
        ArrayNode second = changed(SandboxZones.records(sandbox, "example.net"), 3);
        run("ovh-domain.zones.apply=true", "ovh-domain.zones.maxRunUpdates=5");
        drop("example.com.json", first.toString());
        awaitDone("example.com");
        drop("example.net.json", second.toString());
        String code = code("example.net");

        sandbox.verifyCalls(UPDATE, 3);
        assertThat(Files.readString(outbox("example.net.plan.txt")))
                .contains("stopped by ovh-domain.zones.maxRunUpdates: ");
        assertThat(command("status").out()).contains(code);

        command("approve", code);

        awaitDone("example.net");
        sandbox.verifyCalls(UPDATE, 6);
    }

    @Test
    void aZoneThatTheAccountDoesNotHaveIsNamed() throws Exception {
        run();
        drop("nowhere.example.json", "[]");

        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(outbox("nowhere.example.report.html")));
        assertThat(Files.readString(outbox("nowhere.example.failed.csv"))).contains("nowhere.example");
        assertThat(command("status").out()).contains("nowhere.example.zone");
    }

    @Test
    void driftIsToldByTheClockAndByTheCommandAndNothingIsChanged() throws Exception {
        Path file = Files.writeString(
                folder.resolve("example.com.json"),
                plus(SandboxZones.records(sandbox, "example.com"), "new-1").toString());
        command("zone", file.toString(), "--yes");
        SandboxZones.addByHand(sandbox);
        sandbox.resetCalls();

        run("ovh-domain.drift.cron=* * * * * ?");

        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(outbox("drift.txt")));
        assertThat(Files.readString(outbox("drift.txt"))).contains("1 drifted", "by-hand");
        Cli.Said asked =
                Cli.run(sandbox, "drift", "--data", folder.resolve("data").toString());
        assertThat(asked.code()).as(asked.toString()).isEqualTo(1);
        assertThat(asked.out()).contains("1 drifted", "by-hand");
        assertThat(sandbox.journal().counts().keySet()).allMatch(route -> route.startsWith("GET "));
    }

    @Test
    void whatAnEarlierVersionKeptInTheFolderIsTakenOver() throws Exception {
        ArrayNode now = SandboxZones.records(sandbox, "example.com");
        Files.createDirectories(zones().resolve(".kept"));
        Files.createDirectories(zones().resolve(".state"));
        Files.createDirectories(zones().resolve(".waiting"));
        Files.writeString(zones().resolve(".kept/example.com.json"), now.toString());
        Files.writeString(zones().resolve(".state/example.com.begun"), "");
        Files.writeString(zones().resolve(".state/-.begun"), "");
        Files.createDirectories(zones().resolve(".kept/no-file"));
        Files.createDirectories(outbox(""));
        Files.writeString(outbox("example.com.before.json"), "{}");
        Files.writeString(zones().resolve(".state/example.net.approved.json"), "{}");
        Files.writeString(
                zones().resolve(".waiting/example.net.json"),
                plus(SandboxZones.records(sandbox, "example.net"), "new-1").toString());

        run("ovh-domain.drift.cron=* * * * * ?");

        code("example.net");
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(outbox("drift.txt")));
        assertThat(Files.readString(outbox("drift.txt"))).contains("1 zone compared, 0 drifted");
        drop("example.com.json", now.toString());
        assertThat(code("example.com")).isNotNull();
        assertThat(Files.readString(outbox("example.com.plan.txt"))).contains("refresh example.com");
        assertThat(sandbox.calls(CREATE)).isZero();
        assertThat(zones().resolve(".state/example.com.begun")).doesNotExist();
        assertThat(zones().resolve(".kept/example.com.json")).doesNotExist();
    }
}
