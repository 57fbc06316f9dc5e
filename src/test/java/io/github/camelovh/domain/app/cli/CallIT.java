// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command {@code call}: what reads is called at once, all else is shown and asked for. */
class CallIT {
    private static final String ZONE = "example.com";
    private static final String RECORDS = "[{\"subDomain\":\"www\",\"fieldType\":\"A\",\"target\":\"192.0.2.77\"}]";

    private OvhSandbox sandbox;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        sandbox = OvhSandbox.start(SandboxOptions.defaults().withDomains(1).withZone(ZONE, 3));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Cli.Said call(String... words) {
        return Cli.run(
                sandbox, Stream.concat(Stream.of("call"), Stream.of(words)).toArray(String[]::new));
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void whatOnlyReadsIsCalledAtOnce() throws Exception {
        Cli.Said said = call("domain", "get", "-p", "serviceName=already-mine.com");
        Cli.Said free = call("api", "call", "-p", "path=/domain/already-mine.com");

        assertThat(said.code()).as(said.toString()).isZero();
        assertThat(free.code()).as(free.toString()).isZero();
        assertThat(json(free.out())).isEqualTo(json(said.out()));
    }

    @Test
    void withoutATerminalWhatChangesIsShownAndNotSent() throws Exception {
        Cli.Said said = call(
                "dns", "addRecord", "-p", "zoneName=" + ZONE, "--body", RECORDS.substring(1, RECORDS.length() - 1));

        assertThat(said.code()).as(said.toString()).isEqualTo(3);
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .contains("\"method\" : \"POST\"", "\"path\" : \"/domain/zone/example.com/record\"", "192.0.2.77")
                .contains("dns:addRecord was not called, because it may change something. To call it, run the same"
                        + " command with --yes");
        sandbox.verifyCalls("POST /domain/zone/{zoneName}/record", 0);
        assertThat(sandbox.calls()).isZero();
    }

    @Test
    void whatSpendsIsNotSentEither() {
        Cli.Said free = call(
                "api", "call", "-p", "path=/order/cart", "-p", "method=POST", "--body", "{\"ovhSubsidiary\":\"FR\"}");
        Cli.Said order = call("order", "create", "-p", "domain=free.ovh", "-p", "maxPrice=20");

        assertThat(free.code()).as(free.toString()).isEqualTo(3);
        assertThat(free.err()).contains("it may spend money", "\"path\" : \"/order/cart\"", "ovhSubsidiary");
        assertThat(order.code()).as(order.toString()).isEqualTo(3);
        assertThat(order.err()).contains("it may spend money", "\"plan\"", "priceWithTax");
        assertThat(sandbox.orders()).isEmpty();
    }

    /** A code moves a name, by whichever route it is read. */
    @Test
    void anAuthCodeIsNotGivenOutUnasked() {
        Cli.Said named = call("domain", "getAuthCode", "-p", "serviceName=already-mine.com");
        Cli.Said free = call("api", "call", "-p", "path=/domain/already-mine.com/authInfo");

        assertThat(named.code()).as(named.toString()).isEqualTo(3);
        assertThat(free.code()).as(free.toString()).isEqualTo(3);
        assertThat(sandbox.calls()).isZero();
    }

    @Test
    void onATerminalItIsAsked() throws Exception {
        String[] upsert = {
            "dns",
            "upsert",
            "-p",
            "zoneName=" + ZONE,
            "-p",
            "subDomain=new",
            "-p",
            "fieldType=A",
            "-p",
            "target=192.0.2.9"
        };

        Cli.Said no = typing("y\n", upsert);
        long before = sandbox.calls();
        Cli.Said yes = typing(" YES \n", upsert);

        assertThat(no.code()).as(no.toString()).isEqualTo(3);
        assertThat(no.err()).contains("Type yes to send this: ", "You did not type yes", "mayWrite", "192.0.2.9");
        assertThat(before).isZero();
        assertThat(yes.code()).as(yes.toString()).isZero();
        sandbox.verifyCalls("POST /domain/zone/{zoneName}/record", 1);
    }

    @Test
    void yesAsksNothing() {
        Cli.Said said = call("dns", "refresh", "-p", "zoneName=" + ZONE, "--yes");

        assertThat(said.code()).as(said.toString()).isZero();
        assertThat(said.err()).doesNotContain("Type yes");
        sandbox.verifyCalls("POST /domain/zone/{zoneName}/refresh", 1);
    }

    @Test
    void aDryRunShowsThePlanAndWritesNothing() throws Exception {
        Path records = Files.writeString(folder.resolve("wish.json"), RECORDS);

        Cli.Said said = call(
                "dns",
                "sync",
                "-p",
                "zoneName=" + ZONE,
                "-p",
                "maxDeletePercent=100",
                "--body",
                "@" + records,
                "--dry-run",
                "--yes");

        assertThat(said.code()).as(said.toString()).isZero();
        JsonNode shown = json(said.out());
        assertThat(shown.path("operation").asText()).isEqualTo("dns:sync");
        assertThat(shown.path("risk").asText()).isEqualTo("CHANGE");
        assertThat(shown.path("mayWrite").toString()).contains("POST /domain/zone/{zoneName}/record");
        assertThat(shown.path("body").toString()).contains("192.0.2.77");
        assertThat(shown.path("plan").path("plan").path("digest").asText()).hasSize(64);
        assertThat(sandbox.journal().counts().keySet().toString()).doesNotContain("POST", "PUT", "DELETE");
    }

    @Test
    void aDryRunOfOneRequestCallsNothing() throws Exception {
        Cli.Said said = call("dns", "deleteRecord", "-p", "zoneName=" + ZONE, "-p", "id=7", "--dry-run");

        assertThat(said.code()).as(said.toString()).isZero();
        assertThat(json(said.out()))
                .isEqualTo(
                        json(
                                "{\"operation\":\"dns:deleteRecord\",\"risk\":\"CHANGE\",\"method\":\"DELETE\",\"path\":\"/domain/zone/example.com/record/7\"}"));
        assertThat(sandbox.calls()).isZero();
    }

    @Test
    void whatIsWrongIsRefusedBeforeAnythingIsShown() {
        Cli.Said wrong = call("dns", "deleteRecord", "-p", "zoneName=" + ZONE, "-p", "id=seven", "--dry-run");
        Cli.Said missing = call("dns", "undo", "--body", "@" + folder.resolve("none.json"), "--dry-run");

        assertThat(wrong.code()).as(wrong.toString()).isEqualTo(2);
        assertThat(wrong.out()).isEmpty();
        assertThat(missing.code()).as(missing.toString()).isEqualTo(2);
        assertThat(missing.err()).contains("There is no file", "Nothing was sent");
    }

    @Test
    void aFileOfBytesIsSentAsItIs() throws Exception {
        byte[] bytes = {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xff};
        Path image = Files.write(folder.resolve("proof.png"), bytes);

        Cli.Said shown = call("account", "uploadDocument", "-p", "name=proof.png", "--body", "@" + image, "--dry-run");
        Cli.Said said = call("account", "uploadDocument", "-p", "name=proof.png", "--body", "@" + image, "--yes");

        assertThat(json(shown.out()).path("body").asText()).isEqualTo("6 bytes");
        assertThat(said.code()).as(said.toString()).isZero();
    }

    private Cli.Said typing(String text, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(Cli.keys(sandbox));
        int exit = new CommandLine(new CallCommand(() -> Optional.of(new BufferedReader(new StringReader(text)))))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler(new CliErrors())
                .execute(all.toArray(String[]::new));
        return new Cli.Said(exit, out.toString(), err.toString());
    }
}
