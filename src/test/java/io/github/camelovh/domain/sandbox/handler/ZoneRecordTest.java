// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import static io.github.camelovh.domain.sandbox.handler.Shopper.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.handler.Shopper.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records of a zone: listed, posted, put and deleted like in the real API. */
class ZoneRecordTest {

    private static final String LIST = "/domain/zone/{zoneName}/record";
    private static final String ONE = LIST + "/{id}";
    private static final String MINE = Portfolio.FIRST_NAME;

    private Shopper shopper;

    @BeforeEach
    void open() {
        shopper = new Shopper(SandboxOptions.defaults().withDomains(2).withZone("large.example", 200));
    }

    @AfterEach
    void close() {
        shopper.close();
    }

    private static ObjectNode record(String type, String subDomain, String target) {
        return body("fieldType", type, "subDomain", subDomain, "target", target);
    }

    private JsonNode create(String type, String subDomain, String target) {
        return shopper.post(LIST, record(type, subDomain, target), MINE);
    }

    private Answer tried(String type, String subDomain, String target) {
        return shopper.call(true, "POST", LIST, record(type, subDomain, target), MINE);
    }

    private List<String> all(String zone) {
        List<String> all = new ArrayList<>();
        shopper.get(LIST, zone).forEach(id -> {
            JsonNode one = shopper.get(ONE, zone, id.asLong());
            all.add(one.get("subDomain").asText() + " " + one.get("fieldType").asText() + " "
                    + one.get("target").asText() + " " + one.get("ttl"));
        });
        return all;
    }

    @Test
    void aNewZoneHoldsWhatWasRecorded() {
        assertThat(all(MINE))
                .containsExactlyInAnyOrder(
                        " NS dns103.ovh.net. 0",
                        " NS ns103.ovh.net. 0",
                        " A 213.186.33.5 0",
                        " MX 1 redirect.ovh.net. 0",
                        "www CNAME " + MINE + ". 0",
                        " TXT \"1|www." + MINE + "\" 0");
    }

    @Test
    void idsAreLongUnorderedAndTheSameForTheSameSeed() {
        List<Long> ids = new ArrayList<>();
        shopper.get(LIST, "large.example").forEach(id -> ids.add(id.asLong()));

        assertThat(ids).hasSize(200).doesNotHaveDuplicates().allMatch(id -> id > Integer.MAX_VALUE);
        List<Long> sorted = new ArrayList<>(ids);
        sorted.sort(null);
        assertThat(ids).isNotEqualTo(sorted);
        try (Shopper other =
                new Shopper(SandboxOptions.defaults().withDomains(2).withZone("large.example", 200))) {
            assertThat(other.get(LIST, "large.example")).isEqualTo(shopper.get(LIST, "large.example"));
        }
    }

    @Test
    void aPostIsNeverAnUpsert() {
        JsonNode first = create("A", "twice", "192.0.2.1");
        JsonNode second = create("A", "twice", "192.0.2.1");

        assertThat(first.get("id").asLong())
                .isNotZero()
                .isNotEqualTo(second.get("id").asLong());
        assertThat(shopper.get(LIST + "?fieldType={t}&subDomain={s}", MINE, "A", "twice"))
                .hasSize(2);
    }

    @Test
    void filtersAreExactAndTheEmptyOneMeansTheApex() {
        create("A", "sub", "192.0.2.1");
        create("AAAA", "sub", "2001:db8::1");
        create("A", "a.sub", "192.0.2.1");

        assertThat(shopper.get(LIST + "?subDomain={s}", MINE, "sub")).hasSize(2);
        assertThat(shopper.get(LIST + "?fieldType=A&subDomain={s}", MINE, "sub"))
                .hasSize(1);
        assertThat(shopper.get(LIST + "?subDomain=", MINE)).hasSize(5);
        assertThat(shopper.get(LIST + "?fieldType=NS&subDomain=", MINE)).hasSize(2);
        assertThat(shopper.get(LIST + "?subDomain=SUB", MINE)).isEmpty();
        assertThat(shopper.call(true, "GET", LIST + "?fieldType=ALIAS", null, MINE)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aPutIsPartialAnswersNullAndCannotChangeTheType() {
        long id = create("A", "old", "192.0.2.1").get("id").asLong();

        assertThat(shopper.put(ONE, body("target", "192.0.2.2"), MINE, id).isNull())
                .isTrue();
        JsonNode after = shopper.get(ONE, MINE, id);
        assertThat(after.get("subDomain").asText()).isEqualTo("old");
        assertThat(after.get("target").asText()).isEqualTo("192.0.2.2");
        shopper.put(ONE, body("subDomain", "new", "ttl", 300), MINE, id);
        assertThat(shopper.get(ONE, MINE, id).get("ttl").asLong()).isEqualTo(300);

        Answer type = shopper.call(true, "PUT", ONE, body("fieldType", "AAAA", "target", "2001:db8::1"), MINE, id);
        assertThat(type.status()).isEqualTo(400);
        assertThat(type.body().get("message").asText()).isEqualTo("Try to alter read-only properties: fieldType");
        Answer wrong = shopper.call(true, "PUT", ONE, body("priority", 1), MINE, id);
        assertThat(wrong.body().get("message").asText()).startsWith("Received not described parameters: (priority)");
        ObjectNode whole = shopper.get(ONE, MINE, id).deepCopy();
        shopper.put(ONE, whole.put("target", "192.0.2.3"), MINE, id);
        assertThat(shopper.get(ONE, MINE, id).get("target").asText()).isEqualTo("192.0.2.3");
    }

    @Test
    void whatIsDeletedIsGoneFromListAndGet() {
        long id = create("A", "gone", "192.0.2.1").get("id").asLong();

        assertThat(shopper.delete(ONE, MINE, id).isNull()).isTrue();
        assertThat(shopper.get(LIST + "?subDomain={s}", MINE, "gone")).isEmpty();
        for (String method : List.of("GET", "DELETE")) {
            Answer answer = shopper.call(true, method, ONE, null, MINE, id);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body().get("message").asText())
                    .isEqualTo("The requested object (id = " + id + ") does not exist");
        }
        Answer zone = shopper.call(true, "GET", LIST, null, "not-mine.example");
        assertThat(zone.status()).isEqualTo(404);
        assertThat(zone.body().get("message").asText()).isEqualTo("This service does not exist");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '^',
            value = {
                "plain text § \"plain text\"",
                "\"kept as it is\" § \"kept as it is\"",
                "\"one\" \"two\" § \"one\" \"two\"",
                "say \"hi\" § \"say \\\"hi\\\"\"",
                "back\\slash § \"back\\\\slash\"",
                "v=spf1 -all § \"v=spf1 -all\""
            })
    void textsGetQuotesUnlessTheyHaveThem(String posted, String kept) {
        assertThat(create("TXT", "text", posted).get("target").asText()).isEqualTo(kept);
    }

    @Test
    void aLongTextIsCutIntoStringsOf255() {
        String target = create("TXT", "long", "x".repeat(600)).get("target").asText();

        assertThat(target)
                .isEqualTo("\"" + "x".repeat(255) + "\" \"" + "x".repeat(255) + "\" \"" + "x".repeat(90) + "\"");
    }

    @Test
    void textsStayAsPostedWhereQuotingIsOff() {
        try (Shopper plain =
                new Shopper(SandboxOptions.defaults().withDomains(1).withTxtQuoting(false))) {
            for (String target : List.of("plain text", "\"quoted\"", "x".repeat(600))) {
                assertThat(plain.post(LIST, record("TXT", "text", target), MINE)
                                .get("target")
                                .asText())
                        .isEqualTo(target);
            }
        }
    }

    @Test
    void aKeyInATextComesBackAsDkimWhereThatIsAskedFor() {
        String key = "\"v=DKIM1; k=rsa; p=MIGfMA0G\"";
        assertThat(create("TXT", "s1._domainkey", key).get("fieldType").asText())
                .isEqualTo("TXT");
        try (Shopper other =
                new Shopper(SandboxOptions.defaults().withDomains(1).withTxtAsDkim())) {
            JsonNode made = other.post(LIST, record("TXT", "s1._domainkey", key), MINE);
            assertThat(made.get("fieldType").asText()).isEqualTo("DKIM");
            assertThat(made.get("target").asText()).isEqualTo("v=DKIM1; k=rsa; p=MIGfMA0G");
            assertThat(other.get(LIST + "?fieldType=DKIM", MINE)).hasSize(1);
            String file = other.get("/domain/zone/{zoneName}/export", MINE).asText();
            assertThat(file).contains("IN TXT    \"v=DKIM1; k=rsa; p=MIGfMA0G\"");
            other.post("/domain/zone/{zoneName}/import", body("zoneFile", file), MINE);
            other.wait(java.time.Duration.ofSeconds(5));
            assertThat(other.get(LIST + "?fieldType=DKIM", MINE)).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '^',
            value = {
                "A § www § 192.0.2.1",
                "AAAA § www § 2001:DB8:0:0::1",
                "CAA § '' § 0 issue \"letsencrypt.org\"",
                "CNAME § docs § docs.example.com",
                "DKIM § s1._domainkey § v=DKIM1;k=rsa;p=MIGfMA0G;",
                "DMARC § _dmarc § v=DMARC1;p=none;",
                "DNAME § old § new.example.net.",
                "HTTPS § www § 1 . alpn=\"h2\"",
                "LOC § here § 48 51 29.000 N 2 17 40.000 E 33.00m 10m 10m 10m",
                "MX § www § 10 mail.example.net.",
                "NAPTR § www § 100 50 \"S\" \"SIP+D2U\" \"\" _sip._udp.example.net.",
                "NS § sub § ns.example.net.",
                "PTR § 1.2 § host.example.net.",
                "RP § www § admin.example.net. text.example.net.",
                "SPF § '' § v=spf1 -all",
                "SRV § _sip._tcp § 0 5 5060 sip.example.net.",
                "SSHFP § www § 1 2 123456789abcdef67890123456789abcdef67890123456789abcdef123456789",
                "SVCB § www § 1 svc.example.net. port=8443",
                "TLSA § _443._tcp § 3 1 1 123456789abcdef67890123456789abcdef67890123456789abcdef123456789",
                "TXT § *.wild § anything"
            })
    void allTwentyTypesAreTaken(String type, String subDomain, String target) {
        JsonNode made = create(type, subDomain.equals("''") ? "" : subDomain, target);

        assertThat(made.get("fieldType").asText()).isEqualTo(type);
        assertThat(made.get("target").asText()).isEqualTo(type.equals("TXT") ? "\"anything\"" : target);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '^',
            value = {
                "A § www § 192.0.2.300 § Invalid target for A record ResourceRecord(zone='already-mine.com', "
                        + "field_type='A', target='192.0.2.300', sub_domain='www', ttl=0, id=None, zone_id=None)",
                "CAA § www § 0 issue letsencrypt.org § Invalid target for CAA record ResourceRecord(zone='already-mine.com', "
                        + "field_type='CAA', target='0 issue letsencrypt.org', sub_domain='www', ttl=0, id=None, zone_id=None)",
                "DKIM § s._domainkey § \"v=DKIM1;p=MIGf\" § Invalid subfield found in DKIM : \"v=DKIM1",
                "DMARC § mail § v=DMARC1;p=none; § Invalid subDomain mail for DMARC record: it has to begin with _dmarc",
                "DMARC § _dmarc § \"v=DMARC1;p=none;\" § Invalid subfield found in DMARC : \"v=DMARC1",
                "MX § www § 10 mail_in.example.net. § Invalid domain name, underscore not allowed",
                "A § a b § 192.0.2.1 § Invalid subDomain a b",
                "A § @ § 192.0.2.1 § Invalid subDomain @"
            })
    void whatIsWrongIsRefusedInTheWordsOfTheApi(String type, String subDomain, String target, String message) {
        Answer answer = tried(type, subDomain, target);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("class").asText()).isEqualTo("Client::BadRequest");
        assertThat(answer.body().get("message").asText()).isEqualTo(message);
        assertThat(shopper.get(LIST, MINE)).hasSize(6);
    }

    @Test
    void aTimeToLiveIsZeroOrAMinuteAtLeast() {
        for (long ttl : List.of(1L, 59L, -1L, 3_000_000_000L)) {
            assertThat(shopper.call(
                                    true,
                                    "POST",
                                    LIST,
                                    record("A", "ttl", "192.0.2.1").put("ttl", ttl),
                                    MINE)
                            .status())
                    .isEqualTo(400);
        }
        shopper.post(LIST, record("A", "ttl", "192.0.2.1").put("ttl", 60), MINE);
    }

    @Test
    void zonesOfASizeAreOfThatSizeAndGood() {
        assertThat(new HashSet<>(all("large.example"))).hasSize(200);
        shopper.post("/domain/zone/{zoneName}/refresh", null, "large.example");
        shopper.wait(java.time.Duration.ofSeconds(5));
        assertThat(shopper.get("/domain/zone/{zoneName}/status", "large.example")
                        .get("isDeployed")
                        .asBoolean())
                .isTrue();
    }
}
