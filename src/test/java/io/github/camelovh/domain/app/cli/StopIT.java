// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelovh.domain.ProcessUnderTest;
import io.github.camelovh.domain.SandboxProcess;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import io.github.camelovh.domain.app.ledger.PostgresServer;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.server.SandboxOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A process that gets SIGTERM completes its work in progress, and leaves nothing for which others must wait. */
@Tag("once")
class StopIT {
    private static final int NAMES = 16;
    private static final int SIGTERM = 128 + 15;

    @RegisterExtension
    static final PostgresServer SERVER = new PostgresServer();

    @TempDir
    Path folder;

    private final List<ProcessUnderTest> processes = new ArrayList<>();
    private OvhSandbox sandbox;

    @BeforeEach
    void startSandbox() {
        sandbox = OvhSandbox.start(
                SandboxOptions.defaults().withTaskTime(Duration.ofMillis(200)).withDomains(30));
    }

    @AfterEach
    void stop() {
        processes.forEach(ProcessUnderTest::kill);
        sandbox.close();
    }

    private ProcessUnderTest start(String name, List<String> command, String data) {
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(List.of("--data", data));
        ProcessUnderTest process = ProcessUnderTest.start(
                folder,
                name,
                List.of(),
                SandboxProcess.environment(sandbox.baseUrl().getPort()),
                arguments);
        processes.add(process);
        return process;
    }

    private Path file() throws IOException {
        return Files.write(
                folder.resolve("names.csv"),
                Stream.concat(
                                Stream.of("action,domain"),
                                IntStream.range(0, NAMES).mapToObj(each -> "order,new-shop-" + each + ".com"))
                        .toList());
    }

    private void awaitOrders(int many) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> sandbox.orders().size() >= many);
    }

    private void endsWell(ProcessUnderTest process, String says) throws InterruptedException {
        process.terminate();

        assertThat(process.exitCode(30)).as(process.printed()).isEqualTo(SIGTERM);
        assertThat(process.printed()).contains(says).doesNotContain("\tat ", "ERROR", "WARN");
        assertThat(sandbox.orders()).allMatch(SandboxOrder::paid).hasSizeLessThan(NAMES);
    }

    private static List<String> states(LedgerSettings ledger) throws Exception {
        List<String> states = new ArrayList<>();
        try (Connection open = DriverManager.getConnection(ledger.url(), ledger.user(), ledger.password());
                ResultSet rows = open.createStatement().executeQuery("select distinct state from request")) {
            while (rows.next()) {
                states.add(rows.getString(1));
            }
        }
        return states;
    }

    private void isGoneOnWith(LedgerSettings ledger, String... where) throws Exception {
        List<String> command = new ArrayList<>(List.of("import", file().toString(), "--yes", "--max-total=1000"));
        command.addAll(List.of(where));
        ProcessUnderTest first = start("one", command, "one");
        awaitOrders(3);

        endsWell(first, "Stopped, as this process was told to end.");
        assertThat(states(ledger)).doesNotContain("EXECUTING");

        String next = where.length == 0 ? "one" : "two";
        ProcessUnderTest second = start(next, command, next);
        assertThat(second.exitCode(60)).as(second.printed()).isZero();
        assertThat(sandbox.orders())
                .hasSize(NAMES)
                .extracting(SandboxOrder::domain)
                .doesNotHaveDuplicates();
    }

    @Test
    void theSameCommandGoesOn() throws Exception {
        isGoneOnWith(LedgerSettings.inFolder(folder.resolve("one")));
    }

    @Test
    void anotherNodeNeedNotWaitForALease() throws Exception {
        LedgerSettings ledger = SERVER.emptyDatabase();

        isGoneOnWith(
                ledger, "--set=ovh-domain.ledger.url=" + ledger.url(), "--set=ovh-domain.ledger.user=" + ledger.user());
    }

    /** It checks the names each second, so it ends at any point of a check. */
    @Test
    void aLookAtTheNamesEnds() throws Exception {
        Files.writeString(folder.resolve("policy.yaml"), "leadDays: 365\nrules:\n  - {outcome: renew}\n");
        List<String> command = List.of(
                "run",
                "--set=ovh-domain.renewal.policy=policy.yaml",
                "--set=ovh-domain.renewal.cron=0/1 * * * * ?",
                "--set=ovh-domain.renewal.approve=policy");
        for (int i = 0; i < 2; i++) {
            ProcessUnderTest run = start("run" + i, command, "one");
            long looks = sandbox.calls("GET /domain");
            await().atMost(Duration.ofSeconds(60)).until(() -> sandbox.calls("GET /domain") > looks);
            endsWell(run, "Stopping.");
        }
    }
}
