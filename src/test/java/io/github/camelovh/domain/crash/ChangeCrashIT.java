// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelovh.domain.crash.WiretapProxy.Moment;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that changes records and name servers is killed with SIGKILL at one of its writes. Then the same command
 * runs again: all rows are done, the zone is served as desired, no record exists twice, and the registry got one
 * request.
 */
@Tag("once")
class ChangeCrashIT {
    private static final String ZONE = "already-mine.com";
    private static final String SERVERS = "POST /domain/{serviceName}/nameServers/update";

    @TempDir
    Path folder;

    private KillMatrix matrix() {
        return new KillMatrix(
                folder,
                () -> OvhSandbox.start(SandboxOptions.defaults()
                        .withTaskTime(Duration.ofMillis(200))
                        .withDomains(2)),
                List.of(
                        "action,domain,nameServers,subDomain,fieldType,target",
                        "set-record," + ZONE + ",,one,A,192.0.2.1",
                        "set-record," + ZONE + ",,two,A,192.0.2.2",
                        "delete-record," + ZONE + ",,www,CNAME,",
                        "set-name-servers," + ZONE + ",ns1.example.net ns2.example.net,,,",
                        "set-record," + ZONE + ",,three,A,192.0.2.3"),
                "--yes",
                "--set=ovh-domain.zones.maxDeletePercent=100");
    }

    private static List<String> look(OvhSandbox sandbox, KillPoint point) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(sandbox.servedRecords(ZONE))
                .as("%s", point)
                .filteredOn(record -> record.contains("192.0.2."))
                .hasSize(3));
        return sandbox.calls(SERVERS) == 1
                ? List.of()
                : List.of(point + ": the registry was asked " + sandbox.calls(SERVERS) + " times");
    }

    @Test
    void aKillRightBeforeAndAfterAWriteLeavesTheRest() throws Exception {
        KillMatrix matrix = matrix();
        assertThat(matrix.writes()).hasSizeGreaterThan(15);
        matrix.run(
                "change",
                List.of(
                        new KillPoint("POST /domain/zone/{}/record", 2, Moment.BEFORE_ANSWER),
                        new KillPoint("POST /domain/{}/nameServers/update", 1, Moment.BEFORE_ANSWER)),
                ChangeCrashIT::look);
    }

    @Test
    @Tag("crash")
    void aKillAtAnyWriteLeavesTheRest() throws Exception {
        KillMatrix matrix = matrix();
        matrix.run("change", matrix.writes(), ChangeCrashIT::look);
    }
}
