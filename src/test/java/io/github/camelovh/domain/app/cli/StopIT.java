// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
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
    private static final int NAMES = 32;
    private static final int SIGTERM = 128 + 15;
    private static final int SIGINT = 128 + 2;

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
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> sandbox.orders().size() >= many);
    }

    private void endsWell(ProcessUnderTest process, String says, int code, String... signals) throws Exception {
        for (String signal : signals) {
            if (signal.equals("TERM")) {
                process.terminate();
            } else {
                process.signal(signal);
            }
        }

        assertThat(process.exitCode(180)).as(process.printed()).isEqualTo(code);
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

    private void isGoneOnWith(LedgerSettings ledger, List<String> where, int code, String... signals) throws Exception {
        List<String> command = new ArrayList<>(List.of("import", file().toString(), "--yes", "--max-total=1000"));
        command.addAll(where);
        ProcessUnderTest first = start("one", command, "one");
        awaitOrders(3);

        endsWell(first, "Stopped, as this process was told to end.", code, signals);
        assertThat(states(ledger)).doesNotContain("EXECUTING");

        String next = where.isEmpty() ? "one" : "two";
        ProcessUnderTest second = start(next, command, next);
        assertThat(second.exitCode(180)).as(second.printed()).isZero();
        assertThat(sandbox.orders())
                .hasSize(NAMES)
                .extracting(SandboxOrder::domain)
                .doesNotHaveDuplicates();
    }

    @Test
    void theSameCommandGoesOn() throws Exception {
        isGoneOnWith(LedgerSettings.inFolder(folder.resolve("one")), List.of(), SIGTERM, "TERM");
    }

    /** Whoever presses it a second time does not end the work in the middle of an order. */
    @Test
    void ctrlCTwiceStopsAsOnceDoes() throws Exception {
        assumeThat(mayBeInterrupted()).as("this process does not ignore SIGINT").isTrue();
        isGoneOnWith(LedgerSettings.inFolder(folder.resolve("one")), List.of(), SIGINT, "INT", "INT");
    }

    /** Children ignore what their parent ignores, as what a shell runs in the background does. */
    private static boolean mayBeInterrupted() throws IOException {
        Path status = Path.of("/proc/self/status");
        return !Files.exists(status)
                || Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                        .noneMatch(ignored -> (ignored & 2) != 0);
    }

    @Test
    void anotherNodeNeedNotWaitForALease() throws Exception {
        LedgerSettings ledger = SERVER.emptyDatabase();

        isGoneOnWith(
                ledger,
                List.of("--set=ovh-domain.ledger.url=" + ledger.url(), "--set=ovh-domain.ledger.user=" + ledger.user()),
                SIGTERM,
                "TERM",
                "TERM");
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
            await().atMost(Duration.ofMinutes(4)).until(() -> sandbox.calls("GET /domain") > looks);
            endsWell(run, "Stopping.", SIGTERM, i == 0 ? new String[] {"TERM"} : new String[] {"TERM", "TERM"});
        }
    }
}
