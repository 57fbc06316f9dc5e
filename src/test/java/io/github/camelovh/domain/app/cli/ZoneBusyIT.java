// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.camelovh.domain.sandbox.server.Fault;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Zone files that come while their zone is busy, or whose zone changes while they are on their way. */
@Tag("once")
class ZoneBusyIT extends ZoneFolderFixture {
    private static final String EXPORT = "GET /domain/zone/{zoneName}/export";

    @Test
    void aZoneThatIsBeingChangedIsWaitedFor() throws Exception {
        ArrayNode first = SandboxZones.records(sandbox, "example.com");
        for (int i = 0; i < 6; i++) {
            first = plus(first, "new-" + i);
        }
        sandbox.fault(new Fault(CREATE, 1, 6, Fault.Kind.DELAY, 0, Duration.ofMillis(1500), null));
        run("ovh-domain.zones.apply=true");
        drop("example.com.json", first.toString());
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(outbox("example.com.before.json")));

        drop("example.com.yaml", plus(first, "new-6").toString());

        awaitOn(".done", "example.com.json", "example.com.yaml");
        await().atMost(Duration.ofSeconds(60)).until(() -> sandbox.calls(REFRESH) == 2);
        sandbox.verifyCalls(CREATE, 7);
        assertThat(on(".failed")).isEmpty();
    }

    @Test
    void aFileOfAnotherZoneGoesOnMeanwhile() throws Exception {
        ArrayNode now = SandboxZones.records(sandbox, "example.com");
        ArrayNode other = changed(SandboxZones.records(sandbox, "example.net"), 1);
        sandbox.fault(new Fault(CREATE, 1, 1, Fault.Kind.DELAY, 0, Duration.ofSeconds(30), null));
        run("ovh-domain.zones.apply=true");
        drop("example.com.json", plus(now, "new-1").toString());
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(outbox("example.com.before.json")));

        drop("example.com.yaml", plus(now, "new-2").toString());
        drop("example.net.json", other.toString());

        awaitDone("example.net");
        assertThat(zones().resolve("example.com.yaml")).exists();
        assertThat(sandbox.calls(CREATE)).isZero();
        awaitOn(".done", "example.com.json", "example.com.yaml", "example.net.json");
        await().atMost(Duration.ofSeconds(60)).until(() -> sandbox.calls(CREATE) == 2);
        assertThat(on(".failed")).isEmpty();
        assertThat(outbox("example.com.error.txt")).doesNotExist();
    }

    @Test
    void aPlanThatTheSettingsApprovedIsPlannedAgainWhereItsZoneChanged() throws Exception {
        ArrayNode wish = plus(SandboxZones.records(sandbox, "example.com"), "new-1");
        // The first export is for the plan, the second for what was approved of it.
        sandbox.fault(new Fault(EXPORT, 2, 1, Fault.Kind.DELAY, 0, Duration.ofSeconds(20), null));
        run("ovh-domain.zones.apply=true", "ovh-domain.zones.maxDeletes=0");
        drop("example.com.json", wish.toString());
        awaitOn(".done", "example.com.json");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> command("status", "example.com").out().contains("being changed"));
        SandboxZones.addByHand(sandbox);
        long before = sandbox.calls(CREATE);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.readString(outbox("example.com.plan.txt")).contains("- by-hand"));

        String code = code("example.com");
        assertThat(Files.readString(outbox("example.com.plan.txt")))
                .contains("stopped by ovh-domain.zones.maxDeletes: ");
        assertThat(sandbox.calls(CREATE)).isEqualTo(before);
        sandbox.verifyCalls("DELETE /domain/zone/{zoneName}/record/{id}", 0);

        command("approve", code);

        awaitDone("example.com");
        assertThat(sandbox.calls(CREATE)).isEqualTo(before + 1);
        sandbox.verifyCalls("DELETE /domain/zone/{zoneName}/record/{id}", 1);
    }
}
