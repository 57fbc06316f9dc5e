// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelovh.domain.ProcessUnderTest;
import io.github.camelovh.domain.SandboxProcess;
import io.github.camelovh.domain.app.file.PrivateFiles;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import io.github.camelovh.domain.app.ledger.PostgresServer;
import io.github.camelovh.domain.app.row.ImportFile;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Clock;
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

/** Two nodes watch one folder: one of them processes each dropped file, even if the other one dies meanwhile. */
@Tag("once")
class SharedInboxIT {
    private static final Duration LEASE = Duration.ofSeconds(5);

    @RegisterExtension
    static final PostgresServer SERVER = new PostgresServer();

    @TempDir
    Path folder;

    private final List<ProcessUnderTest> nodes = new ArrayList<>();
    private OvhSandbox sandbox;
    private LedgerSettings ledger;
    private Path inbox;

    @BeforeEach
    void start() throws IOException {
        sandbox = OvhSandbox.start(SandboxOptions.defaults().withLatency(Duration.ofMillis(100)));
        ledger = SERVER.emptyDatabase();
        inbox = PrivateFiles.folder(folder.resolve("drop-here"));
    }

    @AfterEach
    void stop() {
        nodes.forEach(ProcessUnderTest::kill);
        sandbox.close();
    }

    private ProcessUnderTest node(String name) {
        ProcessUnderTest node = ProcessUnderTest.start(
                folder,
                name,
                List.of(),
                SandboxProcess.environment(sandbox.baseUrl().getPort()),
                List.of(
                        "run",
                        "--data=" + name,
                        "--set=ovh-domain.inbox=" + inbox,
                        "--set=ovh-domain.ledger.url=" + ledger.url(),
                        "--set=ovh-domain.ledger.user=" + ledger.user(),
                        "--set=ovh-domain.ledger.lease=" + LEASE));
        nodes.add(node);
        return node;
    }

    private void awaitWatching() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> nodes.stream().allMatch(node -> node.printed().contains("Watching " + inbox)));
    }

    private void drop(String name, int rows) throws IOException {
        Path being = Files.write(
                folder.resolve(name),
                Stream.concat(
                                Stream.of("action,domain"),
                                IntStream.range(0, rows)
                                        .mapToObj(i -> "order," + name.replace(".csv", "-") + i + ".com"))
                        .toList());
        Files.move(being, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> in(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private void awaitTaken(int files) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> {
                    assertThat(in(inbox.resolve(".done"), ".csv")).hasSize(files);
                    assertThat(in(inbox, ".csv")).isEmpty();
                });
    }

    private long count(String query) throws Exception {
        try (Connection open = DriverManager.getConnection(ledger.url(), ledger.user(), ledger.password());
                ResultSet rows = open.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void assertNothingWentWrong() throws Exception {
        assertThat(in(inbox.resolve(".failed"), "")).isEmpty();
        for (ProcessUnderTest node : nodes) {
            assertThat(node.printed()).doesNotContain("WARN", "ERROR", "Exception");
        }
        for (String name : List.of("a", "b")) {
            assertThat(in(folder.resolve(name).resolve("outbox"), ".error.txt"))
                    .as(name)
                    .isEmpty();
        }
    }

    @Test
    void eachFileIsTakenByOneOfThem() throws Exception {
        ProcessUnderTest a = node("a");
        ProcessUnderTest b = node("b");
        awaitWatching();
        for (int i = 0; i < 8; i++) {
            drop("file" + i + ".csv", 4);
        }

        awaitTaken(8);

        List<String> plansOfA = in(folder.resolve("a").resolve("outbox"), ".plan.csv");
        List<String> plansOfB = in(folder.resolve("b").resolve("outbox"), ".plan.csv");
        assertThat(plansOfA).isNotEmpty().doesNotContainAnyElementsOf(plansOfB);
        assertThat(plansOfB).isNotEmpty();
        assertThat(plansOfA.size() + plansOfB.size()).isEqualTo(8);
        assertThat(count("select count(*) from request where state = 'PLANNED'"))
                .isEqualTo(32);
        a.terminate();
        b.terminate();
        assertThat(a.exitCode(30) + b.exitCode(30)).isEqualTo(2 * (128 + 15));
        assertNothingWentWrong();
        assertThat(count("select count(*) from drop_lock")).isZero();
    }

    @Test
    void aFolderThatIsNotThereIsNoInbox() {
        Path missing = folder.resolve("not-mounted");

        Cli.Said said = Cli.run(
                sandbox, "run", "--data", folder.resolve("a").toString(), "--set", "ovh-domain.inbox=" + missing);

        assertThat(said.code()).as(said.toString()).isEqualTo(2);
        assertThat(said.err()).contains("ovh-domain.inbox: " + missing, "nothing was started");
        assertThat(missing).doesNotExist();
    }

    @Test
    void whatADeadNodeHadTakenIsTakenByTheOther() throws Exception {
        node("a");
        node("b");
        awaitWatching();
        drop("big.csv", 80);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> count("select count(*) from request where state = 'PLANNED'") > 8);
        int dead = count("select count(*) from drop_lock where name = 'big.csv' and owner like '%-"
                                + nodes.get(0).pid() + "-%'")
                        == 1
                ? 0
                : 1;
        nodes.get(dead).kill();
        assertThat(in(inbox, ".csv")).as("still being planned").containsExactly("big.csv");

        awaitTaken(1);

        String other = dead == 0 ? "b" : "a";
        assertThat(in(folder.resolve(other).resolve("outbox"), ".plan.csv")).containsExactly("big.plan.csv");
        assertThat(count("select count(*) from request where state = 'PLANNED'"))
                .isEqualTo(80);
        assertNothingWentWrong();
    }

    @Test
    void aFileThatAnotherNodeReadsIsWaitedFor() throws Exception {
        drop("names.csv", 2);
        try (Ledger reading = Ledger.open(ledger.withLease(LEASE, Duration.ofSeconds(2)), Clock.systemUTC())) {
            ImportFile file = ImportFile.of(inbox.resolve("names.csv"));
            long id = reading.files()
                    .receive(file.name(), file.identity(), "somebody")
                    .file()
                    .id();
            node("a");
            awaitWatching();
            assertThat(reading.files().take(id, "a node that dies")).isTrue();

            awaitTaken(1);
        }

        assertThat(in(folder.resolve("a").resolve("outbox"), ".plan.csv")).containsExactly("names.plan.csv");
        assertNothingWentWrong();
    }
}
