// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static io.github.camelovh.domain.app.cli.Cli.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.server.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that buy nothing, from the dropped file to the report: name servers, keys and records. */
@Tag("once")
class ChangesIT {
    private static final String CREATE = "POST /domain/zone/{zoneName}/record";
    private static final String REFRESH = "POST /domain/zone/{zoneName}/refresh";
    private static final String SERVERS = "POST /domain/{serviceName}/nameServers/update";
    private static final String MINE = "already-mine.com";
    private static final String KEY =
            "257 3 13" + " mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==";
    private OvhSandbox sandbox;

    @TempDir
    Path folder;

    @BeforeEach
    void startSandbox() {
        sandbox = OvhSandbox.start(
                SandboxOptions.defaults().withTaskTime(Duration.ofMillis(300)).withDomains(3));
    }

    @AfterEach
    void stopSandbox() {
        sandbox.close();
    }

    private Path file(String name, String... rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of("action,domain,nameServers,subDomain,fieldType,target,dnsKeys"));
        lines.addAll(List.of(rows));
        return Files.write(folder.resolve(name), lines);
    }

    private Cli.Said importing(Path file, String... options) {
        List<String> all = new ArrayList<>(List.of("import", file.toString(), "--data", data().toString()));
        all.addAll(List.of(options));
        return Cli.run(sandbox, all.toArray(String[]::new));
    }

    private Path data() {
        return folder.resolve("data");
    }

    private String outbox(String name) throws IOException {
        return Files.readString(data().resolve("outbox").resolve(name));
    }

    @Test
    void areShownInAPlanAndDoneOnceItIsApprovedWithoutAnyMoneyLimit() throws Exception {
        Path file = file(
                "dns.csv",
                "set-name-servers," + MINE + ",ns1.example.net ns2.example.net,,,,",
                "set-record," + MINE + ",,shop,A,192.0.2.7,",
                "set-record," + MINE + ",,@,MX,10 mx.example.net.,",
                "delete-record," + MINE + ",,nowhere,A,,",
                "set-ds," + MINE + ",,,,," + KEY,
                "set-name-servers,someone-elses.com,ns1.example.net ns2.example.net,,,,");

        Cli.Said planned = importing(file, "--set", "ovh-domain.zones.allowDs=true");

        assertThat(planned.code()).as(planned.toString()).isEqualTo(3);
        assertThat(planned.err()).contains("waits for approval", "nothing was done");
        assertThat(planned.out())
                .contains("-> ns1.example.net, ns2.example.net", "+ shop A 192.0.2.7", "allowApexMx", "tag 2371")
                .contains("3 change, 1 nothing to do, 1 refused, 1 failed");
        assertThat(sandbox.calls(CREATE) + sandbox.calls(SERVERS)).isZero();

        Cli.Said done = importing(file, "--approve", code(planned), "--set", "ovh-domain.zones.allowDs=true");

        assertThat(done.code()).as(done.toString()).isEqualTo(1);
        assertThat(done.out()).contains("6 rows: 4 done, 1 refused, 1 failed, 0 unfinished");
        assertThat(outbox("dns.done.csv"))
                .contains("done at the registry", "published on its name servers", "is already as planned");
        sandbox.verifyCalls(SERVERS, 1);
        sandbox.verifyCalls(CREATE, 1);
        sandbox.verifyCalls(REFRESH, 1);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> sandbox.servedRecords(MINE).stream().anyMatch(line -> line.contains("192.0.2.7")));
        assertThat(outbox(MINE + ".before.json")).doesNotContain("192.0.2.7");
        sandbox.resetCalls();

        Cli.Said again = importing(file, "--yes");

        assertThat(again.code()).as(again.toString()).isEqualTo(1);
        assertThat(sandbox.calls()).isZero();
    }

    @Test
    void manyRecordsOfOneZoneAreOnePlanWithOneRefresh() throws Exception {
        String[] rows = IntStream.rangeClosed(1, 60)
                .mapToObj(i -> "set-record," + MINE + ",,host-" + i + ",A,192.0.2." + i + ",")
                .toArray(String[]::new);
        Path file = file("hosts.csv", rows);

        Cli.Said planned = importing(file, "--plan-only");

        sandbox.verifyCalls("GET /domain/zone/{zoneName}/export", 1);
        assertThat(sandbox.calls()).as(sandbox.journal().counts().toString()).isLessThanOrEqualTo(2);
        sandbox.resetCalls();

        Cli.Said done = importing(file, "--approve", code(planned));

        assertThat(done.code()).as(done.toString()).isZero();
        sandbox.verifyCalls(CREATE, 60);
        sandbox.verifyCalls(REFRESH, 1);
        assertThat(sandbox.calls()).as(sandbox.journal().counts().toString()).isLessThanOrEqualTo(60 + 1 + 1 + 4);
    }

    @Test
    void anApprovalIsForTheZoneThatWasSeen() throws Exception {
        Path file = file("one.csv", "set-record," + MINE + ",,shop,A,192.0.2.7,");
        String code = code(importing(file, "--plan-only"));
        Cli.Said meanwhile = Cli.run(
                sandbox,
                "call",
                "dns",
                "upsert",
                "--yes",
                "-p",
                "zoneName=" + MINE,
                "-p",
                "subDomain=shop",
                "-p",
                "fieldType=A",
                "-p",
                "target=192.0.2.99");
        assertThat(meanwhile.code()).as(meanwhile.toString()).isZero();

        Cli.Said done = importing(file, "--approve", code);

        assertThat(done.code()).as(done.toString()).isEqualTo(1);
        assertThat(outbox("one.refused.csv")).contains("different since", "192.0.2.99");
        sandbox.verifyCalls("PUT /domain/zone/{zoneName}/record/{id}", 0);
    }

    @Test
    void aLostAnswerIsClearedUpByReading() throws Exception {
        Path file = file(
                "lost.csv",
                "set-record," + MINE + ",,shop,A,192.0.2.7,",
                "set-name-servers," + MINE + ",ns1.example.net ns2.example.net,,,,");
        sandbox.fault(Fault.on(CREATE, Fault.Kind.ANSWER_LOST));
        sandbox.fault(Fault.on(SERVERS, Fault.Kind.ANSWER_LOST));

        Cli.Said done = importing(file, "--yes");

        assertThat(done.code()).as(done.toString()).isZero();
        sandbox.verifyCalls(CREATE, 1);
        sandbox.verifyCalls(SERVERS, 1);
    }

    @Test
    void aPassingFaultIsTriedAgainAndALastingOneEndsUnfinishedWithWhatToDo() throws Exception {
        Path passing = file("passing.csv", "set-record," + MINE + ",,shop,A,192.0.2.7,");
        sandbox.fault(Fault.on(CREATE, Fault.Kind.STATUS));

        assertThat(importing(passing, "--yes").code()).isZero();
        sandbox.verifyCalls(CREATE, 2);

        Path lasting = file("lasting.csv", "set-record," + MINE + ",,cafe,A,192.0.2.8,");
        sandbox.fault(new Fault(CREATE, 1, 0, Fault.Kind.STATUS, 503, Duration.ZERO, null));

        Cli.Said said = importing(lasting, "--yes", "--set", "ovh-domain.order.attempts=1");

        assertThat(said.code()).as(said.toString()).isEqualTo(1);
        assertThat(outbox("lasting.unfinished.csv")).contains("cafe", "import the same file again");
        sandbox.clearFaults();
        Cli.Said resumed = importing(lasting);
        assertThat(resumed.code()).as(resumed.toString()).isZero();
    }

    @Test
    void wrongRightsStopItWithTheRightThatIsMissing() throws Exception {
        Path file = file("rights.csv", "set-record," + MINE + ",,shop,A,192.0.2.7,");
        sandbox.fault(new Fault(CREATE, 1, 0, Fault.Kind.STATUS, 403, Duration.ZERO, null));

        Cli.Said said = importing(file, "--yes");

        assertThat(said.code()).as(said.toString()).isEqualTo(4);
    }

    @Test
    void whatBecomesOfOneRowSaysNothingOfAnotherOfItsName() throws Exception {
        sandbox.fault(
                new Fault("POST /domain/{serviceName}/dsRecord", 1, 0, Fault.Kind.STATUS, 400, Duration.ZERO, null));

        Cli.Said done = importing(
                file(
                        "two.csv",
                        "set-name-servers," + MINE + ",ns1.example.net ns2.example.net,,,,",
                        "set-ds," + MINE + ",,,,," + KEY),
                "--yes",
                "--set",
                "ovh-domain.zones.allowDs=true");

        assertThat(done.out()).as(done.toString()).contains("2 rows: 1 done, 0 refused, 1 failed, 0 unfinished");
        assertThat(outbox("two.done.csv")).contains("set-name-servers");
        sandbox.verifyCalls(SERVERS, 1);
    }

    @Test
    void aChangeThatSomebodyMadeMeanwhileIsNotOverwrittenByARowThatIsTakenUpAgain() throws Exception {
        Path file = file("late.csv", "set-name-servers," + MINE + ",ns1.example.net ns2.example.net,,,,");
        sandbox.fault(new Fault(SERVERS, 1, 0, Fault.Kind.STATUS, 503, Duration.ZERO, null));
        Cli.Said first = importing(file, "--yes", "--set", "ovh-domain.order.attempts=1");
        assertThat(outbox("late.unfinished.csv")).as(first.toString()).contains("fix," + MINE);
        sandbox.clearFaults();
        Cli.Said other = Cli.run(
                sandbox,
                "call",
                "dns",
                "setNameServers",
                "--yes",
                "-p",
                "serviceName=" + MINE,
                "-p",
                "nameServers=ns1.example.org,ns2.example.org",
                "-p",
                "wait=PT10S");
        assertThat(other.code()).as(other.toString()).isZero();
        sandbox.resetCalls();

        importing(file);

        assertThat(outbox("late.refused.csv")).contains("something else than was approved", "ns1.example.org");
        sandbox.verifyCalls(SERVERS, 0);
    }
}
