// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.camelovh.domain.ProcessUnderTest;
import io.github.camelovh.domain.SandboxProcess;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import io.github.camelovh.domain.app.ledger.PostgresServer;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.server.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes with folders of their own share what is known of zones: plans, approvals, and changes that broke off. */
@Tag("once")
class ZoneNodesIT {
    private static final String CREATE = "POST /domain/zone/{zoneName}/record";
    private static final String REFRESH = "POST /domain/zone/{zoneName}/refresh";
    private static final int HOSTS = 12;

    @RegisterExtension
    static final PostgresServer SERVER = new PostgresServer();

    @TempDir
    Path folder;

    private final List<ProcessUnderTest> nodes = new ArrayList<>();
    private OvhSandbox sandbox;
    private LedgerSettings ledger;

    @BeforeEach
    void start() {
        sandbox = OvhSandbox.start(
                SandboxOptions.defaults().withZone("example.com", 40).withPagesEverywhere());
        ledger = SERVER.emptyDatabase();
    }

    @AfterEach
    void stop() {
        nodes.forEach(ProcessUnderTest::kill);
        sandbox.close();
    }

    private List<String> onLedger(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--set=ovh-domain.ledger.url=" + ledger.url(),
                "--set=ovh-domain.ledger.user=" + ledger.user(),
                "--set=ovh-domain.ledger.lease=PT4S"));
        return all;
    }

    private ProcessUnderTest node(String name) {
        ProcessUnderTest node = ProcessUnderTest.start(
                folder,
                name,
                List.of(),
                SandboxProcess.environment(sandbox.baseUrl().getPort()),
                onLedger("run", "--data=" + name));
        nodes.add(node);
        await().atMost(Duration.ofSeconds(60)).until(() -> node.printed().contains("Watching "));
        return node;
    }

    private Cli.Said command(String node, String... arguments) {
        List<String> all = onLedger(arguments);
        all.add("--data=" + folder.resolve(node));
        Cli.Said said = Cli.run(sandbox, all.toArray(String[]::new));
        assertThat(said.code()).as(said.toString()).isZero();
        return said;
    }

    /** The zone as it is, with some hosts more. */
    private void drop(String node) throws Exception {
        ArrayNode wish = SandboxZones.wish(sandbox, "example.com", HOSTS);
        Path part = Files.writeString(folder.resolve("part"), wish.toString());
        Files.move(part, folder.resolve(node).resolve("zones/example.com.json"), StandardCopyOption.ATOMIC_MOVE);
    }

    private String code(String node) throws Exception {
        Path plan = folder.resolve(node).resolve("outbox/example.com.plan.txt");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(plan) && Files.readString(plan).contains("Code: "));
        Matcher code = Pattern.compile("Code: (\\S+)").matcher(Files.readString(plan));
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    @Test
    void aPlanOfOneIsApprovedOnTheOther() throws Exception {
        node("a");
        node("b");
        drop("a");
        String code = code("a");
        assertThat(command("b", "status").out()).contains("example.com.zone", code);

        command("b", "approve", code);

        await().atMost(Duration.ofSeconds(60)).until(() -> sandbox.calls(REFRESH) == 1);
        sandbox.verifyCalls(CREATE, HOSTS);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> command("b", "status", "example.com").out().contains("written to the zone example.com"));
        assertThat(command("b", "drift").out()).contains("1 zone compared, 0 drifted");
    }

    @Test
    void whatADeadNodeWasWritingIsFinishedByTheOther() throws Exception {
        ProcessUnderTest a = node("a");
        drop("a");
        String code = code("a");
        sandbox.fault(new Fault(CREATE, 1, HOSTS, Fault.Kind.DELAY_AFTER, 0, Duration.ofMillis(500), null));
        command("a", "approve", code);
        await().atMost(Duration.ofSeconds(60)).until(() -> sandbox.calls(CREATE) >= HOSTS / 2);

        a.kill();
        node("b");

        await().atMost(Duration.ofSeconds(60)).until(() -> sandbox.calls(REFRESH) == 1);
        sandbox.verifyCalls(CREATE, HOSTS);
        assertThat(folder.resolve("b/outbox/example.com.before.json")).exists();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> command("b", "status", "example.com").out().contains("written to the zone example.com"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> sandbox.servedRecords("example.com").stream()
                                .filter(line -> line.contains("new-"))
                                .count()
                        == HOSTS);
    }

    @Test
    void aNodeThatIsFrozenInMidSyncWritesNothingAfterItsClaimIsLost() throws Exception {
        ProcessUnderTest a = node("a");
        drop("a");
        String code = code("a");
        sandbox.fault(new Fault(CREATE, 1, HOSTS, Fault.Kind.DELAY_AFTER, 0, Duration.ofMillis(500), null));
        command("a", "approve", code);
        await().atMost(Duration.ofSeconds(60)).until(() -> sandbox.calls(CREATE) >= 2);

        signal("STOP", a);
        node("b");
        await().atMost(Duration.ofSeconds(60)).until(() -> sandbox.calls(REFRESH) == 1);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> command("b", "status", "example.com").out().contains("written to the zone example.com"));
        signal("CONT", a);

        // Or the server has ended the transaction in which it was frozen.
        await().atMost(Duration.ofSeconds(60))
                .until(() -> a.printed().contains("is in other hands by now")
                        || a.printed().contains("The ledger's database cannot be used now"));
        // One write may be sent already, or be frozen behind the last look at the claim.
        assertThat(sandbox.calls(CREATE)).isBetween((long) HOSTS, HOSTS + 1L);
        sandbox.verifyCalls(REFRESH, 1);
        assertThat(command("b", "drift").out()).contains("1 zone compared, 0 drifted");
    }

    private static void signal(String name, ProcessUnderTest node) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(node.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
