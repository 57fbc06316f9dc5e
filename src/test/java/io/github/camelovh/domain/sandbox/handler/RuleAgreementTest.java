// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.rules.Rule;
import io.github.camelovh.domain.rules.RuleEvaluator;
import io.github.camelovh.domain.rules.RuleReader;
import io.github.camelovh.domain.rules.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Two independent implementations of the same rules, with contacts of all kinds. */
class RuleAgreementTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CONTACTS = 100_000;
    private static final List<String> NAMES = List.of(
            "one.com",
            "one.fr",
            "one.eu",
            "one.it",
            "one.berlin",
            "one.app",
            "one.dev",
            "one.io",
            "one.co.uk",
            "one.es",
            "one.be",
            "one.nl",
            "one.ch",
            "one.at",
            "one.pl",
            "one.pt",
            "one.se",
            "one.no",
            "one.ca",
            "one.paris",
            "one.bzh",
            "one.cat",
            "one.de",
            "one.net",
            "one.org",
            "one.swiss",
            "one.sm",
            "one.dk");
    private static final String[] COUNTRIES = {"FR", "DE", "US", "IE", "CH", "GP", "IT", "AT", "NL", "CA", "ZZ", ""};
    private static final String[] FORMS = {"individual", "corporation", "association", "other", "nonsense", ""};
    private static final String[] CITIES = {"Berlin", "Paris", "", "B"};

    private final Random random = new Random(20261125);

    private String one(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private void put(ObjectNode object, String member, String... texts) {
        if (random.nextInt(5) > 0) {
            object.put(member, one(texts));
        }
    }

    private ObjectNode contact() {
        ObjectNode contact = JSON.createObjectNode();
        put(contact, "firstName", "Ada", "", "A".repeat(300));
        put(contact, "lastName", "Lovelace", "");
        put(contact, "email", "ada@example.com", "");
        put(contact, "phone", "+33.612345678", "12", "");
        put(contact, "language", "fr_FR", "xx_XX");
        put(contact, "legalForm", FORMS);
        put(contact, "organisationName", "Engines", "");
        put(contact, "vat", "FR1", "IT01234567890", "PT123456", "");
        put(contact, "birthDay", "1815-12-10", "1990-02-28", "2020-01-01", "");
        put(contact, "birthCountry", "FR", "");
        put(contact, "birthCity", "Paris", "");
        put(contact, "fax", "+31.201234567", "");
        put(contact, "nationalIdentificationNumber", "RSSMRA80A01H501U", "1234567", "12345678", "");
        put(contact, "companyNationalIdentificationNumber", "123456789", "1234", "");
        put(contact, "nationality", "FR", "DE", "CA");
        ObjectNode address = contact.putObject("address");
        put(address, "line1", "1 rue", "");
        put(address, "city", CITIES);
        put(address, "zip", "75001", "1010", "999", "W1A", "");
        put(address, "country", COUNTRIES);
        put(address, "province", "x", "");
        return contact;
    }

    private ObjectNode data() {
        ObjectNode data = JSON.createObjectNode();
        for (String role : List.of("OWNER_CONTACT", "ADMIN_ACCOUNT", "TECH_ACCOUNT")) {
            if (random.nextInt(8) > 0) {
                data.set(role, contact());
            }
        }
        put(data, "OWNER_LEGAL_AGE", "true", "false", "1");
        put(data, "ACCEPT_CONDITIONS", "true", "false", "");
        put(data, "REASON", "a town", "a shop for people who live there", "r".repeat(300), "");
        put(data, "AUTH_INFO", "code", "");
        return data;
    }

    /** The sandbox's name of a member. */
    private static String name(Violation violation) {
        String[] parts = violation.path().split("\\.", -1);
        String top =
                switch (parts[0]) {
                    case "OWNER_CONTACT" -> "owner";
                    case "ADMIN_ACCOUNT" -> "adminAccount";
                    case "TECH_ACCOUNT" -> "techAccount";
                    default -> parts[0].toLowerCase(Locale.ROOT);
                };
        String last = parts[parts.length - 1].replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return parts.length == 1 ? top : top + "." + last;
    }

    @Test
    void bothFindTheSame() throws Exception {
        List<JsonNode> trees = new ArrayList<>();
        try (Shopper shopper = new Shopper(0)) {
            for (String name : NAMES) {
                for (String action : List.of("create", "transfer", "trade", "update")) {
                    trees.add(shopper.get("/domain/configurationRule?action={action}&domain={domain}", action, name));
                }
            }
        }
        List<Rule> rules = trees.stream().map(RuleReader::read).toList();
        int valid = 0;
        int broken = 0;
        for (int i = 0; i < CONTACTS; i++) {
            int which = random.nextInt(trees.size());
            ObjectNode data = data();
            Set<String> theirs =
                    new TreeSet<>(RuleCheck.violations(trees.get(which), data).keySet());
            Set<String> ours = RuleEvaluator.violations(rules.get(which), data, Set.of("create")).stream()
                    .map(RuleAgreementTest::name)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(ours).as("%s against %s", data, trees.get(which)).isEqualTo(theirs);
            valid += ours.isEmpty() ? 1 : 0;
            broken += ours.size();
        }
        assertThat(valid).as("some pass, so that agreeing means something").isGreaterThan(20);
        assertThat(broken).isGreaterThan(CONTACTS);
    }
}
