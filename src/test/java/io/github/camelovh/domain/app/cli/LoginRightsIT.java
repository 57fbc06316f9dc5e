// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.api.ConsumerKeyRequest;
import io.github.camelovh.domain.app.runtime.UsedOperations;
import io.github.camelovh.domain.app.settings.AppHome;
import io.github.camelovh.domain.operation.OperationRights;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.server.SandboxOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key with only the rights that {@code login} requests can execute rows of every kind. */
@Tag("once")
class LoginRightsIT {
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private OvhSandbox sandbox;

    @BeforeEach
    void startSandbox() throws Exception {
        sandbox = OvhSandbox.start(SandboxOptions.defaults()
                .withTaskTime(Duration.ofMillis(200))
                .withDomains(12)
                .withOwners(12));
        allowOnlyWhatIsNeeded();
    }

    @AfterEach
    void nothingWasRefused() {
        assertThat(sandbox.journal().last(5_000)).noneMatch(line -> line.status() == 403);
        sandbox.close();
    }

    private Cli.Said ovh(String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        return Cli.run(sandbox, all.toArray(String[]::new));
    }

    private Cli.Said importing(String name, String... lines) throws IOException {
        Path file = Files.write(folder.resolve(name), List.of(lines));
        return ovh(
                "import",
                file.toString(),
                "--yes",
                "--max-total=100",
                "--set=ovh-domain.zones.allowDs=true",
                "--set=ovh-domain.release.certificate=" + folder.resolve("codes.pem"));
    }

    @Test
    void sufficeForNamesAndZones() throws Exception {
        CodeKeys.make(folder.resolve("codes.pem"));
        importing("unlock.csv", "action,domain", "unlock,terra-travel-8.net");
        Path carry = Files.createDirectories(folder.resolve("data/carry"));
        Files.writeString(carry.resolve("moved.zone"), "@ 3600 IN A 192.0.2.1\n");

        Cli.Said said = importing(
                "names.csv",
                "action,domain,authCode,nameServers,zoneFile,subDomain,fieldType,target,dnsKeys,renewal,tag",
                "order,brand-new-shop.com,,,,,,,,,",
                "transfer,taken-shop.com,AUTH-taken-shop.com,,moved.zone,,,,,,",
                "set-name-servers,river-bois-9.com,,ns1.example.net ns2.example.net,,,,,,,",
                "set-record,already-mine.com,,,,www2,A,192.0.2.9,,,",
                "delete-record,already-mine.com,,,,www,CNAME,,,,",
                "set-ds,terra-travel-8.net,,,,,,,none,,",
                "set-auto-renew,already-mine.com,,,,,,,,cancel,",
                "renew,garden-travel-1.com,,,,,,,,,",
                "unlock,garden-travel-1.com,,,,,,,,,",
                "lock,river-bois-9.com,,,,,,,,,",
                "auth-code,terra-travel-8.net,,,,,,,,,",
                "release,maison-zen-6.uk,,,,,,,,,EXAMPLE-GB");

        assertThat(said.out()).as(said.toString()).contains("12 rows: 12 done");
    }

    @Test
    void sufficeForATransferThatIsMended() throws Exception {
        importing("move.csv", "action,domain,authCode,nameServers", "transfer,taken-shop.com,wrong-code,keep");

        Cli.Said said = importing("fix.csv", "action,domain,authCode", "fix,taken-shop.com,AUTH-taken-shop.com");

        assertThat(said.out()).as(said.toString()).contains("1 row: 1 done");
    }

    @Test
    void sufficeForOwnersAccountsAndWhois() throws Exception {
        Cli.Said said = importing(
                "people.csv",
                "action,domain,owner.phone,ownerContact,disclosure.owner,obfuscation.tech",
                "set-contact,already-mine.com,+33.999999999,,,",
                "change-owner,garden-travel-1.com,,5000000002,,",
                "set-disclosure,river-bois-9.com,,,name email,",
                "set-obfuscation,river-bois-9.com,,,,off");

        assertThat(said.out()).as(said.toString()).contains("4 rows: 4 done");

        CompletableFuture<Cli.Said> changing = CompletableFuture.supplyAsync(() -> {
            try {
                return importing(
                        "roles.csv", "action,domain,contactAdmin", "change-accounts,already-mine.com,xx2222-ovh");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        await().atMost(Duration.ofSeconds(30)).until(() -> !mails().isEmpty());
        for (JsonNode mail : mails()) {
            String answer = "/me/task/contactChange/" + mail.path("task").asText() + "/accept";
            HttpRequest accept = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + answer))
                    .header("Authorization", "Bearer " + OvhSandbox.ACCESS_TOKEN)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"token\":\"" + mail.path("token").asText() + "\"}"))
                    .build();
            assertThat(http.send(accept, HttpResponse.BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }
        Cli.Said changed = changing.get(60, TimeUnit.SECONDS);
        assertThat(changed.out()).as(changed.toString()).contains("1 row: 1 done");
    }

    private JsonNode mails() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(sandbox.origin().resolve("/_sandbox/mails/already-mine.com"))
                .build();
        return new ObjectMapper()
                .readTree(
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    @Test
    void sufficeForThePortfolioAndTheClock() throws Exception {
        Path policy = Files.writeString(folder.resolve("policy.yaml"), "leadDays: 365\nrules:\n  - {outcome: renew}\n");
        String byPolicy = "--set=ovh-domain.renewal.policy=" + policy;

        assertThat(ovh("scan").code()).isZero();
        assertThat(ovh("contacts", "--out", folder.resolve("owners.csv").toString())
                        .code())
                .isZero();
        assertThat(ovh("rules", "already-mine.com").code()).isZero();
        Cli.Said planned = ovh("renewals", byPolicy);
        assertThat(planned.out()).as(planned.toString()).contains("12 names read");
        assertThat(ovh("renewals", byPolicy, "--explain", "already-mine.com").code())
                .isZero();
        Thread running = new Thread(() -> ovh(
                "run",
                byPolicy,
                "--set=ovh-domain.renewal.cron=0/1 * * * * ?",
                "--set=ovh-domain.renewal.approve=policy",
                "--set=ovh-domain.limit.run=500"));
        running.start();
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !sandbox.orders().isEmpty()
                            && sandbox.orders().stream().allMatch(SandboxOrder::paid));
        } finally {
            running.interrupt();
            running.join(30_000);
        }
    }

    @Test
    void sufficeForAZoneFile() throws Exception {
        String now = new ObjectMapper()
                .readValue(
                        ovh("call", "dns", "exportZone", "-p", "zoneName=already-mine.com")
                                .out(),
                        String.class);
        Path zone = Files.writeString(folder.resolve("already-mine.com.zone"), now + "\nwww2 IN A 192.0.2.2\n");

        Cli.Said said = ovh("zone", zone.toString(), "--yes", "--set=ovh-domain.zones.maxDeletes=500");

        assertThat(said.code()).as(said.toString()).isZero();
        assertThat(ovh("drift").code()).isZero();
    }

    private void allowOnlyWhatIsNeeded() throws Exception {
        Set<String> used = UsedOperations.of(new AppHome(Path.of("")));
        String rules = ConsumerKeyRequest.forOperations(OperationRights.of(used).rows()).rules().stream()
                .map(rule -> "{\"method\":\"" + rule.method() + "\",\"path\":\"" + rule.path() + "\"}")
                .collect(Collectors.joining(","));
        HttpResponse<String> changed = http.send(
                HttpRequest.newBuilder(sandbox.origin().resolve(URI.create("/_sandbox/credential")))
                        .POST(HttpRequest.BodyPublishers.ofString("{\"rules\":[" + rules + "]}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    }
}
