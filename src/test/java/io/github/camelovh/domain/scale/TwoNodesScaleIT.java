// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelovh.domain.OwnedNames;
import io.github.camelovh.domain.ProcessUnderTest;
import io.github.camelovh.domain.SandboxProcess;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import io.github.camelovh.domain.app.ledger.PostgresServer;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes on one PostgreSQL with 5,000 requests that were approved before they started: each request makes one
 * write, which the sandbox counts.
 */
@Tag("benchmark")
class TwoNodesScaleIT {
    private static final int ROWS = 5_000;
    private static final String WRITE = "PUT /domain/{serviceName}/serviceInfos";
    private static final Pattern CODE = Pattern.compile("Code: ([0-9A-Z-]+)");

    @RegisterExtension
    static final PostgresServer SERVER = new PostgresServer();

    @TempDir
    Path folder;

    private final List<ProcessUnderTest> nodes = new ArrayList<>();
    private OvhSandbox sandbox;
    private LedgerSettings ledger;

    @BeforeEach
    void plan() throws Exception {
        sandbox = OvhSandbox.start(SandboxOptions.defaults().withDomains(ROWS).withLatency(Duration.ofMillis(2)));
        ledger = SERVER.emptyDatabase();
        List<String> lines = new ArrayList<>(List.of("action,domain,renewal"));
        for (String name : OwnedNames.at(sandbox.baseUrl())) {
            lines.add("set-auto-renew," + name + ",cancel");
        }
        Path file = Files.write(folder.resolve("all.csv"), lines);
        ProcessUnderTest planned = start("planner", "import", file.toString(), "--plan-only");
        assertThat(planned.exitCode(300)).as(planned.printed()).isZero();
        Matcher code = CODE.matcher(planned.printed());
        assertThat(code.find()).as(planned.printed()).isTrue();
        ProcessUnderTest approved = start("approver", "approve", code.group(1));
        assertThat(approved.exitCode(60)).as(approved.printed()).isZero();
    }

    @AfterEach
    void stop() {
        nodes.forEach(ProcessUnderTest::kill);
        sandbox.close();
    }

    private ProcessUnderTest start(String name, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of(
                "--data",
                name,
                "--set=ovh-domain.ledger.url=" + ledger.url(),
                "--set=ovh-domain.ledger.user=" + ledger.user(),
                "--set=ovh-domain.ledger.lease=PT15S",
                "--set=camel.component.ovh-domain.calls-per-second=500"));
        ProcessUnderTest process = ProcessUnderTest.start(
                folder,
                name,
                List.of(),
                SandboxProcess.environment(sandbox.baseUrl().getPort()),
                arguments);
        nodes.add(process);
        return process;
    }

    private Map<String, Long> query(String sql) throws SQLException {
        Map<String, Long> found = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(ledger.url(), ledger.user(), ledger.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.put(row.getString(1), row.getLong(2));
            }
        }
        return found;
    }

    private long done() throws SQLException {
        return query("select state, count(*) from request group by state").getOrDefault("DONE", 0L);
    }

    private void awaitDone(long rows, Duration atMost) {
        await().atMost(atMost).pollInterval(Duration.ofMillis(100)).until(() -> done() >= rows);
    }

    @Test
    void bothShareFiveThousandRequests() throws Exception {
        start("one", "run");
        start("two", "run");
        awaitDone(10, Duration.ofMinutes(1));
        long begin = System.nanoTime();
        awaitDone(ROWS, Duration.ofMinutes(10));
        double seconds = (System.nanoTime() - begin) / 1e9;

        Map<String, Long> shares = query(
                "select why, count(*) from event where why like 'taken by %' and from_state = 'APPROVED' group by why");
        System.out.printf("5,000 requests by two nodes: %.0f s; taken: %s%n", seconds, shares.values());
        assertThat(shares).hasSize(2);
        assertThat(shares.values())
                .allSatisfy(share -> assertThat(share).isBetween(ROWS * 35L / 100, ROWS * 65L / 100));
        assertThat(sandbox.calls(WRITE)).isEqualTo(ROWS);
    }

    @Test
    void theOtherFinishesWhatADeadNodeLeft() throws Exception {
        ProcessUnderTest one = start("one", "run");
        start("two", "run");
        awaitDone(ROWS / 2, Duration.ofMinutes(10));
        one.kill();
        long begin = System.nanoTime();
        awaitDone(ROWS, Duration.ofMinutes(10));
        double seconds = (System.nanoTime() - begin) / 1e9;

        System.out.printf("5,000 requests, one of two nodes killed half-way: finished %.0f s later%n", seconds);
        assertThat(sandbox.calls(WRITE)).isEqualTo(ROWS);
        assertThat(seconds).isLessThan(60);
    }
}
