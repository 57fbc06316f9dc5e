// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.server.Fault;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.openssl.PEMParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that move to other registrars, from the dropped file to the report. */
@Tag("once")
class ReleasesIT {
    private static final String LEAVES = "garden-travel-1.com";
    private static final String BY_TAG = "POST /domain/{serviceName}/ukOutgoingTransfer";
    private static final String STAYS = "river-bois-9.com";

    private OvhSandbox sandbox;
    private KeyPair keys;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        sandbox = OvhSandbox.start(
                SandboxOptions.defaults().withTaskTime(Duration.ofMillis(300)).withDomains(40));
        keys = CodeKeys.make(folder.resolve("codes.pem"));
    }

    @AfterEach
    void stopSandbox() {
        sandbox.close();
    }

    private Path file(String name, String... rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of("action,domain,tag"));
        lines.addAll(List.of(rows));
        return Files.write(folder.resolve(name), lines);
    }

    private Cli.Said importing(Path file, String... options) {
        List<String> all = new ArrayList<>(List.of("import", file.toString(), "--data", data().toString()));
        all.addAll(List.of("--yes", "--set", "ovh-domain.release.relockAfter=PT6S"));
        all.addAll(List.of(options));
        return Cli.run(sandbox, all.toArray(String[]::new));
    }

    private Path data() {
        return folder.resolve("data");
    }

    private String certificate() {
        return "ovh-domain.release.certificate=" + folder.resolve("codes.pem");
    }

    private String outbox(String name) throws IOException {
        return Files.readString(data().resolve("outbox").resolve(name));
    }

    /** The contents that only the owner of the key can read. */
    private String code(String name) throws Exception {
        Path sealed = data().resolve("outbox/codes/" + name + ".authcode.pem");
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(sealed));
        try (PEMParser parser = new PEMParser(new StringReader(Files.readString(sealed)))) {
            RecipientInformation mine = new CMSEnvelopedData((ContentInfo) parser.readObject())
                    .getRecipientInfos()
                    .iterator()
                    .next();
            String text = new String(
                    mine.getContent(new JceKeyTransEnvelopedRecipient(keys.getPrivate())), StandardCharsets.UTF_8);
            assertThat(text).startsWith(name + " ");
            return text.strip().substring(name.length() + 1);
        }
    }

    private void control(String path, String json) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(sandbox.origin().resolve(URI.create("/_sandbox/" + path)))
                                .POST(HttpRequest.BodyPublishers.ofString(json))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void locksAreSetAndLifted() throws Exception {
        Cli.Said said = importing(
                file("locks.csv", "unlock," + LEAVES, "lock," + STAYS, "lock,maison-zen-6.uk", "unlock,not-ours.com"));

        assertThat(said.out()).as(said.toString()).contains("4 rows: 2 done, 1 refused, 1 failed");
        assertThat(outbox("locks.done.csv")).contains("garden-travel-1.com is unlocked", "is locked already");
        assertThat(outbox("locks.refused.csv")).contains("has no transfer lock");
        sandbox.verifyCalls("PUT /domain/{serviceName}", 1);
    }

    @Test
    void aReleasedNameLeavesOrIsLockedAgain() throws Exception {
        Path file = file(
                "go.csv",
                "release," + LEAVES,
                "release," + STAYS,
                "auth-code,north-velo-11.com",
                "release,maison-zen-6.uk,EXAMPLE-GB",
                "release,petit-zen-22.uk,NOBODY",
                "release,garden-graph-26.co.uk");
        CompletableFuture<Cli.Said> going =
                CompletableFuture.supplyAsync(() -> importing(file, "--set", certificate()));
        String code = code(LEAVES);
        control("outgoing/" + LEAVES, "{\"code\":\"" + code + "\"}");
        sandbox.advance(Duration.ofDays(6));

        Cli.Said said = going.get();

        assertThat(said.out()).as(said.toString()).contains("6 rows: 2 done, 4 refused");
        assertThat(outbox("go.done.csv")).contains("it has left for another registrar", "maison-zen-6.uk");
        assertThat(outbox("go.refused.csv"))
                .contains(
                        "so it is locked again",
                        "given only while it is not",
                        "no registrar of .uk has the tag NOBODY");
        sandbox.verifyCalls("POST /domain/{serviceName}/ukOutgoingTransfer", 1);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1))
                        .as("%s", each)
                        .doesNotContain(code);
            }
        }
        assertThat(said.toString()).doesNotContain(code);
    }

    @Test
    void noCodeIsHandedOverWhereNobodyIsNamed() throws Exception {
        Cli.Said said = importing(file("go.csv", "release," + LEAVES));

        assertThat(said.out()).as(said.toString()).contains("1 refused");
        assertThat(outbox("go.refused.csv")).contains("release.certificate is not set", "openssl req -x509");
        sandbox.verifyCalls("PUT /domain/{serviceName}", 0);
        sandbox.verifyCalls("GET /domain/{serviceName}/authInfo", 0);
    }

    @Test
    void anOutageAfterTheHandOverLeavesNoNameUnlocked() throws Exception {
        Path file = file("go.csv", "release," + STAYS);
        CompletableFuture<Cli.Said> going = CompletableFuture.supplyAsync(
                () -> importing(file, "--set", certificate(), "--set", "ovh-domain.order.attempts=1"));
        code(STAYS);
        sandbox.fault(new Fault("GET /domain/{serviceName}", 1, 12, Fault.Kind.STATUS, 503, Duration.ZERO, null));

        Cli.Said said = going.get();

        assertThat(said.out()).as(said.toString()).contains("1 refused");
        assertThat(outbox("go.refused.csv")).contains("so it is locked again");
        sandbox.verifyCalls("GET /domain/{serviceName}/authInfo", 1);
    }

    @Test
    void aTagIsGivenOnceEvenIfTheNameIsGoneBeforeTheAnswerIsMissed() throws Exception {
        sandbox.fault(Fault.on(BY_TAG, Fault.Kind.ANSWER_LOST));

        Cli.Said said = importing(file("uk.csv", "release,maison-zen-6.uk,EXAMPLE-GB"));

        assertThat(said.code()).as(said.toString()).isZero();
        sandbox.verifyCalls(BY_TAG, 1);
    }

    @Test
    void codesAreSealedForWhomThePlanNamed() throws Exception {
        Path file = file("go.csv", "release," + LEAVES);
        Cli.Said planned = Cli.run(
                sandbox, "import", file.toString(), "--data", data().toString(), "--plan-only", "--set", certificate());
        assertThat(planned.code()).as(planned.toString()).isZero();
        String code = planned.out().replaceFirst("(?s).*Code: ([0-9A-Z-]+).*", "$1");
        keys = CodeKeys.make(folder.resolve("other.pem"));

        Cli.Said said = Cli.run(
                sandbox,
                "import",
                file.toString(),
                "--data",
                data().toString(),
                "--approve",
                code,
                "--set",
                "ovh-domain.release.certificate=" + folder.resolve("other.pem"));

        assertThat(said.out()).as(said.toString()).contains("1 refused");
        assertThat(outbox("go.refused.csv")).contains("something else than was approved");
        assertThat(data().resolve("outbox/codes")).doesNotExist();
        sandbox.verifyCalls("PUT /domain/{serviceName}", 0);
    }
}
