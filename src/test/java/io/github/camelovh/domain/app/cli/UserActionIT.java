// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.server.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample action {@code park}: routes and settings of a user, planned, approved and done as any other action. */
@Tag("once")
class UserActionIT {
    private static final Path ROUTES = Path.of("config/samples/park.camel.yaml").toAbsolutePath();
    private static final String SERVERS = "POST /domain/{serviceName}/nameServers/update";
    private static final String REFRESH = "POST /domain/zone/{zoneName}/refresh";
    private static final String OPTINS = "PUT /domain/{serviceName}/configurations/optin";
    private static final String MINE = "already-mine.com";

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

    private Path file(String... rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of("action,domain,nameServers,target,disclosure.owner"));
        lines.addAll(List.of(rows));
        return Files.write(folder.resolve("park.csv"), lines);
    }

    private Cli.Said importing(Path file, String... options) {
        List<String> all = new ArrayList<>(List.of("import", file.toString(), "--data", data().toString()));
        all.addAll(List.of("--set", "ovh-domain.action.park.columns=nameServers, target, disclosure.owner"));
        all.addAll(List.of("--set", "ovh-domain.action.park.routes=" + ROUTES));
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
    void doesAllOfARowAfterOneApproval() throws Exception {
        Path file = file("park," + MINE + ",ns1.example.net ns2.example.net,parking.example.net.,name email");

        Cli.Said planned = importing(file, "--plan-only");

        assertThat(planned.out())
                .as(planned.toString())
                .contains("-> ns1.example.net, ns2.example.net", "parking.example.net.", "owner")
                .contains("1 change");
        assertThat(sandbox.calls(SERVERS) + sandbox.calls(REFRESH) + sandbox.calls(OPTINS))
                .isZero();

        Cli.Said done = importing(file, "--approve", planned.out().replaceFirst("(?s).*Code: ([A-Z0-9-]+).*", "$1"));

        assertThat(done.code()).as(done.toString()).isZero();
        assertThat(done.out()).contains("1 row: 1 done");
        assertThat(outbox("park.done.csv")).contains("park," + MINE, "done at the registry");
        assertThat(outbox(MINE + ".before.json")).doesNotContain("parking.example.net.");
        sandbox.verifyCalls(SERVERS, 1);
        sandbox.verifyCalls(REFRESH, 1);
        sandbox.verifyCalls(OPTINS, 1);
        sandbox.resetCalls();

        Files.writeString(file, Files.readString(file) + "\n");
        Cli.Said again = importing(file, "--yes");

        assertThat(again.out()).as(again.toString()).contains("1 row: 1 done");
        assertThat(sandbox.calls(SERVERS) + sandbox.calls(REFRESH) + sandbox.calls(OPTINS))
                .isZero();
    }

    @Test
    void goesOnWhereItBrokeOff() throws Exception {
        sandbox.fault(Fault.on(OPTINS, Fault.Kind.STATUS));

        Cli.Said done = importing(
                file("park," + MINE + ",ns1.example.net ns2.example.net,parking.example.net.,name email"), "--yes");

        assertThat(done.code()).as(done.toString()).isZero();
        sandbox.verifyCalls(SERVERS, 1);
        sandbox.verifyCalls(OPTINS, 2);
    }

    @Test
    void aRowThatLacksSomethingIsRefusedAndTheOthersGoOn() throws Exception {
        Cli.Said done = importing(
                file(
                        "park," + MINE + ",ns1.example.net ns2.example.net,parking.example.net.,",
                        "park,someone-elses.com,ns1.example.net ns2.example.net,parking.example.net.,name email",
                        "park,garden-travel-1.com,ns1.example.net ns2.example.net,parking.example.net.,name email"),
                "--yes");

        assertThat(done.out()).as(done.toString()).contains("3 rows: 1 done, 1 refused, 1 failed");
        assertThat(outbox("park.refused.csv")).contains("disclosure");
    }

    @Test
    void isUnknownWithoutItsSettings() throws Exception {
        Path file = file("park," + MINE + ",ns1.example.net ns2.example.net,parking.example.net.,name email");

        Cli.Said said = Cli.run(sandbox, "import", file.toString(), "--data", data().toString(), "--yes");

        assertThat(said.code()).as(said.toString()).isEqualTo(1);
        assertThat(outbox("park.refused.csv")).contains("\"\"park\"\" is unknown");
    }

    @Test
    void doesNotStartWithoutItsRoutes() throws Exception {
        Path wrong = Files.writeString(
                folder.resolve("wrong.camel.yaml"), Files.readString(ROUTES).replace("do-park", "do-parking"));

        Cli.Said said = importing(
                file("park," + MINE + ",ns1.example.net ns2.example.net,parking.example.net.,name email"),
                "--set",
                "ovh-domain.action.park.routes=" + wrong);

        assertThat(said.code()).as(said.toString()).isNotZero();
        assertThat(said.err()).contains("direct:do-park", wrong.toString());
        assertThat(sandbox.calls()).isZero();
    }
}
