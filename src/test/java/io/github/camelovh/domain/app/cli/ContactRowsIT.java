// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.server.Fault;
import io.github.camelovh.domain.sandbox.server.SandboxOrder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Owners, accounts and whois, from the dropped file to the report. */
@Tag("once")
class ContactRowsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COM = "already-mine.com";
    private static final String OPTIN = "PUT /domain/{serviceName}/configurations/optin";
    private static final String PUT_CONTACT = "PUT /domain/contact/{contactId}";
    private static final String CHECKOUT = "POST /order/cart/{cartId}/checkout";
    private final HttpClient http = HttpClient.newHttpClient();
    private OvhSandbox sandbox;

    @TempDir
    Path folder;

    @BeforeEach
    void startSandbox() {
        sandbox = OvhSandbox.start(SandboxOptions.defaults()
                .withTaskTime(Duration.ofMillis(300))
                .withDomains(12)
                .withOwners(12));
    }

    @AfterEach
    void stopSandbox() {
        sandbox.close();
    }

    private Cli.Said importing(String name, String header, List<String> rows, String... options) throws IOException {
        List<String> lines = new ArrayList<>(List.of(header));
        lines.addAll(rows);
        Path file = Files.write(folder.resolve(name), lines);
        List<String> all = new ArrayList<>(List.of(
                "import", file.toString(), "--data", folder.resolve("data").toString(), "--yes"));
        all.addAll(List.of(options));
        return Cli.run(sandbox, all.toArray(String[]::new));
    }

    private String outbox(String name) throws IOException {
        return Files.readString(folder.resolve("data/outbox").resolve(name));
    }

    private JsonNode ownerOf(String domain) throws IOException {
        String owner = Cli.call(sandbox, "domain", "get", "serviceName=" + domain)
                .path("whoisOwner")
                .asText();
        return Cli.call(sandbox, "contact", "getDomainContact", "contactId=" + owner);
    }

    private String otherThan(String extension) throws IOException {
        for (JsonNode each : Cli.call(sandbox, "domain", "list")) {
            if (!each.asText().equals(COM) && each.asText().endsWith("." + extension)) {
                return each.asText();
            }
        }
        throw new AssertionError("no name of ." + extension);
    }

    private JsonNode control(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.origin() + "/_sandbox/" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    @Test
    void whoisShowsWhatIsWishedAndNothingElseChanges() throws Exception {
        String header = "action,domain,disclosure.owner,disclosure.tech,obfuscation.tech,obfuscation.owner";
        List<String> rows = List.of(
                "set-disclosure," + COM + ",name email,,,",
                "set-obfuscation," + COM + ",,,off,",
                "set-disclosure," + otherThan("uk") + ",all,,,",
                "set-disclosure,not-ours.com,all,,,",
                "set-disclosure," + COM + ",shoe size,,,",
                "set-obfuscation," + COM + ",,,,maybe");

        Cli.Said said = importing("whois.csv", header, rows);

        assertThat(said.out()).as(said.toString()).contains("2 done");
        assertThat(outbox("whois.plan.csv"))
                .contains("disclosure of owner none -> email name", "show the mail address of tech");
        assertThat(outbox("whois.refused.csv"))
                .contains(
                        "does not allow to set what is disclosed of",
                        "write none, all, or fields of",
                        "write on or off");
        JsonNode state = Cli.call(sandbox, "whois", "get", "domain=" + COM);
        assertThat(state.toString()).contains("\"type\":\"tech\",\"obfuscated\":false");
        sandbox.verifyCalls(OPTIN, 1);

        Cli.Said again = importing("again.csv", header, rows.subList(0, 2));

        assertThat(again.out()).as(again.toString()).contains("2 rows: 2 done");
        sandbox.verifyCalls(OPTIN, 1);
    }

    @Test
    void anOwnersDataIsChangedWhereTheRegistryLetsIt() throws Exception {
        Cli.Said said = importing(
                "contacts.csv",
                "action,domain,owner.phone,owner.address.city,owner.email",
                List.of(
                        "set-contact," + COM + ",+33.999999999,Lille,",
                        "set-contact," + otherThan("fr") + ",,,somebody@example.org",
                        "set-contact,not-ours.com,+33.999999999,,",
                        "set-contact," + otherThan("net") + ",12,,no mail"));

        assertThat(said.out()).as(said.toString()).contains("2 done, 1 refused, 1 failed");
        assertThat(outbox("contacts.plan.csv"))
                .contains("change address.city, phone of the owner (contact ", "change email of the owner")
                .doesNotContain("which is the owner of");
        assertThat(ownerOf(COM).at("/address/city").asText()).isEqualTo("Lille");
        assertThat(ownerOf(COM).path("phone").asText()).isEqualTo("+33.999999999");
        assertThat(ownerOf(COM).path("firstName").asText()).isEqualTo("Camille");
        assertThat(ownerOf(otherThan("fr")).path("email").asText()).isEqualTo("somebody@example.org");
        assertThat(outbox("contacts.refused.csv"))
                .contains("owner.email: is not an e-mail address", "owner.phone: is not a phone number");
        sandbox.verifyCalls(PUT_CONTACT, 2);
        assertThat(sandbox.orders()).isEmpty();
    }

    @Test
    void whatARegistryLetsNobodyChangeIsAnOrderOnce() throws Exception {
        List<String> rows = List.of("set-contact," + COM + ",Ada,Lovelace");
        String header = "action,domain,owner.firstName,owner.lastName";
        long before = ownerOf(COM).path("id").asLong();

        Cli.Said refused = importing("owner.csv", header, rows);
        assertThat(refused.err() + refused.out()).as(refused.toString()).contains("limit");
        assertThat(sandbox.orders()).isEmpty();

        Cli.Said said = importing("owner.csv", header, rows, "--max-total", "5");

        assertThat(said.out()).as(said.toString()).contains("1 row: 1 done");
        assertThat(outbox("owner.plan.csv"))
                .contains(
                        "order other data of the owner (firstName, lastName)",
                        "cannot be changed otherwise",
                        "0.00 EUR");
        assertThat(outbox("owner.done.csv")).contains("changed its owner", "60 days");
        assertThat(sandbox.orders()).extracting(SandboxOrder::action).containsExactly("trade");
        assertThat(ownerOf(COM).path("firstName").asText()).isEqualTo("Ada");
        assertThat(ownerOf(COM).at("/address/city").asText()).isEqualTo("Paris");
        assertThat(ownerOf(COM).path("id").asLong()).isNotEqualTo(before);
    }

    @Test
    void theSameContactIsNotOrderedTwiceThoughEachOrderCopiesIt() throws Exception {
        String contact = ownerOf(otherThan("net")).path("id").asText();
        String header = "action,domain,ownerContact,note";

        Cli.Said first = importing(
                "one.csv", header, List.of("change-owner," + COM + "," + contact + ",one"), "--max-total", "5");
        Cli.Said second = importing(
                "two.csv", header, List.of("change-owner," + COM + "," + contact + ",two"), "--max-total", "5");

        assertThat(first.out()).as(first.toString()).contains("1 row: 1 done");
        assertThat(second.out()).as(second.toString()).contains("1 row: 1 done");
        assertThat(sandbox.orders()).hasSize(1);
    }

    @Test
    void aCheckoutWithoutAnAnswerIsFoundAndNotSentAgain() throws Exception {
        sandbox.fault(Fault.on(CHECKOUT, Fault.Kind.ANSWER_LOST));

        Cli.Said said = importing(
                "owner.csv",
                "action,domain,owner.lastName",
                List.of("set-contact," + COM + ",Lovelace"),
                "--max-total",
                "5");

        assertThat(said.out()).as(said.toString()).contains("1 row: 1 done");
        assertThat(sandbox.orders()).hasSize(1);
        sandbox.verifyCalls(CHECKOUT, 1);
    }

    @Test
    void aDearChangeOfOwnerIsRefusedByItsLimit() throws Exception {
        Cli.Said bought = importing(
                "first.csv",
                "action,domain,owner.firstName,owner.lastName,owner.email,owner.phone,owner.language,owner.legalForm,"
                        + "owner.address.line1,owner.address.city,owner.address.country,owner.address.zip,config.OWNER_LEGAL_AGE",
                List.of(
                        "order,a-firm.it,Ada,Lovelace,ada@example.org,+39.0612345678,it_IT,individual,1 via A,Roma,IT,00100,true"),
                "--max-total",
                "50");
        assertThat(bought.out()).as(bought.toString()).contains("1 done");

        Cli.Said said = importing(
                "owner.csv",
                "action,domain,ownerContact,maxPrice",
                List.of("change-owner,a-firm.it," + ownerOf(COM).path("id").asText() + ",1.00"),
                "--max-total",
                "50");

        assertThat(said.out()).as(said.toString()).contains("1 refused");
        assertThat(outbox("owner.refused.csv")).contains("more than the limit of 1.00 EUR");
        assertThat(sandbox.orders()).hasSize(1);
    }

    /** Changes the owner of a new name, after both owners got their mails. */
    private Cli.Said changingOwnerOf(String name, String answer) throws Exception {
        Cli.Said bought = importing(
                "first.csv",
                "action,domain,config.OWNER_LEGAL_AGE",
                List.of("order," + name + ",true"),
                "--max-total",
                "50");
        assertThat(bought.out()).as(bought.toString()).contains("1 done");
        CompletableFuture<Cli.Said> changing = CompletableFuture.supplyAsync(() -> {
            try {
                return importing(
                        "owner.csv",
                        "action,domain,owner.lastName",
                        List.of("set-contact," + name + ",Lovelace"),
                        "--max-total",
                        "5");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> control("GET", "mails/" + name, "").size() == 2);
        for (JsonNode mail : control("GET", "mails/" + name, "")) {
            assertThat(ownerOf(name).path("lastName").asText()).isEqualTo("Martin");
            control("POST", "mails/" + mail.path("token").asText(), answer);
        }
        return changing.get(60, TimeUnit.SECONDS);
    }

    @Test
    void bothOwnersConfirmByMail() throws Exception {
        Cli.Said said = changingOwnerOf("confirm-me.com", "{}");

        assertThat(said.out()).as(said.toString()).contains("1 row: 1 done");
        assertThat(ownerOf("confirm-me.com").path("lastName").asText()).isEqualTo("Lovelace");
        assertThat(sandbox.orders()).hasSize(2);
    }

    @Test
    void anOwnerWhoRefusesStaysTheOwner() throws Exception {
        Cli.Said said = changingOwnerOf("confirm-not.com", "{\"refuse\":true}");

        assertThat(said.out()).as(said.toString()).contains("1 row: 0 done, 1 refused");
        assertThat(outbox("owner.refused.csv")).contains("the owner is the same as before");
        assertThat(ownerOf("confirm-not.com").path("lastName").asText()).isEqualTo("Martin");
    }

    @Test
    void whoElseHasThatOwnerIsSaidInThePlan() throws Exception {
        sandbox.close();
        sandbox = OvhSandbox.start(SandboxOptions.defaults().withDomains(9));

        Cli.Said said = importing(
                "shared.csv", "action,domain,owner.address.line2", List.of("set-contact," + COM + ",2nd floor"));

        assertThat(said.out()).as(said.toString()).contains("1 row: 1 done");
        assertThat(outbox("shared.plan.csv")).contains("which is the owner of ", " other names too: ", "...");
        sandbox.verifyCalls(PUT_CONTACT, 1);
    }

    @Test
    void rolesGoToOtherAccountsOnceTheyAgree() throws Exception {
        CompletableFuture<Cli.Said> changing = CompletableFuture.supplyAsync(() -> {
            try {
                return importing(
                        "accounts.csv",
                        "action,domain,contactAdmin,contactTech",
                        List.of(
                                "change-accounts," + COM + ",xx2222-ovh,XX2222-ovh",
                                "change-accounts," + otherThan("fr") + ",nonsense,",
                                "change-accounts," + otherThan("net") + ",,"));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> control("GET", "mails/" + COM, "").size() == 2);
        for (JsonNode mail : control("GET", "mails/" + COM, "")) {
            Cli.call(
                    sandbox,
                    "contact",
                    "acceptContactChange",
                    "id=" + mail.path("task").asText(),
                    "token=" + mail.path("token").asText());
        }
        Cli.Said said = changing.get(60, TimeUnit.SECONDS);

        assertThat(said.out()).as(said.toString()).contains("1 done, 2 refused");
        assertThat(outbox("accounts.plan.csv")).contains("contactAdmin", "-> xx2222-ovh");
        assertThat(Cli.call(sandbox, "domain", "get", "serviceName=" + COM)
                        .at("/contactAdmin/id")
                        .asText())
                .isEqualTo("xx2222-ovh");
        sandbox.verifyCalls("POST /domain/{serviceName}/changeContact", 1);
    }

    @Test
    void personalDataIsNotSaid() throws Exception {
        Cli.Said said = importing(
                "owner.csv",
                "action,domain,owner.lastName,owner.phone",
                List.of("set-contact," + COM + ",Lovelace,+33.987654321"),
                "--max-total",
                "5",
                "-vv");

        assertThat(said.out() + said.err()).doesNotContain("Lovelace", "987654321", "Camille", "18 rue de la Paix");
    }
}
