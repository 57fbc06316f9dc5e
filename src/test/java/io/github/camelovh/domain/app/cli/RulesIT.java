// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
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

/** Rules of registries: shown before a file is written, and checked before a cart exists. */
@Tag("once")
class RulesIT {
    private static final String CHECK = "POST /domain/configurationRule/check";
    private static final String RULE = "GET /domain/configurationRule";
    private static final String OWNER =
            "action,domain,owner.firstName,owner.lastName,owner.email,owner.phone,owner.language,"
                    + "owner.legalForm,owner.address.line1,owner.address.city,owner.address.country,owner.address.zip,"
                    + "owner.organisationName,config.OWNER_LEGAL_AGE,config.REASON";

    private OvhSandbox sandbox;

    @TempDir
    Path folder;

    @BeforeEach
    void startSandbox() {
        sandbox = OvhSandbox.start(SandboxOptions.defaults().withTaskTime(Duration.ofMillis(300)));
    }

    @AfterEach
    void stopSandbox() {
        sandbox.close();
    }

    private Cli.Said planning(String header, List<String> rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(header));
        lines.addAll(rows);
        Path file = Files.write(folder.resolve("names.csv"), lines);
        return Cli.run(
                sandbox,
                "import",
                file.toString(),
                "--data",
                folder.resolve("data").toString(),
                "--plan-only",
                "--max-total",
                "500");
    }

    private String outbox(String name) throws IOException {
        return Files.readString(folder.resolve("data/outbox").resolve(name));
    }

    private static String row(String domain, String legalForm, String country, String reason) {
        return "order," + domain + ",Ada,Lovelace,ada@example.com,+33.612345678,fr_FR," + legalForm + ",1 rue A,Paris,"
                + country + ",75001,,true," + reason;
    }

    @Test
    void rowsThatARegistryWouldRefuseAreRefusedInThePlanByColumn() throws Exception {
        sandbox.resetCalls();

        Cli.Said said = planning(
                OWNER,
                List.of(
                        row("fine.com", "individual", "FR", ""),
                        row("no-firm.com", "corporation", "FR", ""),
                        row("no-firm-either.com", "corporation", "FR", ""),
                        row("not-there.fr", "individual", "US", ""),
                        row("too-short.paris", "individual", "FR", "a shop")));

        assertThat(said.out()).as(said.toString()).contains("1 buy", "4 refused");
        assertThat(outbox("names.plan.csv"))
                .contains("the registry would not take it: owner.organisationName is missing")
                .contains("owner.address.country must be one of")
                .contains("config.REASON must have at least 20 characters")
                .contains("`ovh-domain rules NAME`");
        assertThat(sandbox.calls("GET /order/cart/{cartId}/domain"))
                .as("offers are asked for what may be bought only")
                .isEqualTo(1);
        sandbox.verifyCalls(RULE, 3);
        sandbox.verifyCalls(CHECK, 4);
    }

    @Test
    void whatTheServersCheckTakesIsTakenAndTheDifferenceIsTold() throws Exception {
        Cli.Said said = planning(OWNER, List.of(row("strict-name.com", "individual", "FR", "")));

        assertThat(said.out()).as(said.toString()).contains("1 buy");
        sandbox.verifyCalls(CHECK, 1);
        Cli.Said status = Cli.run(
                sandbox,
                "status",
                "strict-name.com",
                "--data",
                folder.resolve("data").toString());
        assertThat(status.out()).as(status.toString()).contains("speaks against owner.vat", "that one counts");
    }

    @Test
    void aRuleIsToldAsATable() {
        Cli.Said said = Cli.run(sandbox, "rules", "berlin");

        assertThat(said.code()).as(said.toString()).isZero();
        assertThat(said.out().replaceAll("\\s+", " "))
                .contains("owner.address.city", "must be Berlin where ADMIN_ACCOUNT.city is not Berlin")
                .contains("owner.legalForm", "administration association corporation")
                .contains("config.OWNER_LEGAL_AGE");
    }

    @Test
    void aRuleIsToldAsAJsonSchema() throws Exception {
        JsonNode schema = new ObjectMapper()
                .readTree(Cli.run(sandbox, "rules", "one.fr", "--json-schema").out());

        assertThat(schema.path("$schema").asText()).contains("2020-12");
        assertThat(schema.at("/properties/OWNER_CONTACT/properties/address/properties/city/description")
                        .asText())
                .contains("city");
    }

    /** The sample of each extension can be planned: its columns contain what the rule asks for. */
    @Test
    void theSampleOfEachExtensionPlans() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String extension : List.of("com", "fr", "eu", "io", "app", "be", "nl", "ch", "at", "pl", "de", "org")) {
            Cli.Said told = Cli.run(sandbox, "rules", "sample-name." + extension, "--csv");
            assertThat(told.code()).as(told.toString()).isZero();
            String[] sample = told.out().split("\n", -1);
            Cli.Said said = planning(sample[0], List.of(sample[1]));
            if (!said.out().contains("1 buy")) {
                wrong.add(extension + ": " + said);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theShellCompletesResourcesAndOperations() {
        Cli.Said said = Cli.run("completion");

        assertThat(said.code()).as(said.toString()).isZero();
        assertThat(said.out()).contains("ovh-domain", "whois", "changeOwner", "--max-total", "bashcompinit");
    }
}
