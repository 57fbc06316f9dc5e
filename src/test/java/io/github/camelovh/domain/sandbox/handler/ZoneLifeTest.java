// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import static io.github.camelovh.domain.sandbox.handler.Shopper.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operations on a whole zone: refresh, import, restore, reset, DNSSEC, redirections, dynamic addresses. */
class ZoneLifeTest {

    private static final String ZONE = "/domain/zone/{zoneName}";
    private static final String MINE = Portfolio.FIRST_NAME;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);

    private Shopper shopper;

    @BeforeEach
    void open() {
        shopper = new Shopper(1);
    }

    @AfterEach
    void close() {
        shopper.close();
    }

    private void add(String type, String subDomain, String target) {
        shopper.post(ZONE + "/record", body("fieldType", type, "subDomain", subDomain, "target", target), MINE);
    }

    private void refresh() {
        shopper.post(ZONE + "/refresh", null, MINE);
        shopper.wait(LONG_ENOUGH);
    }

    private int status(String method, String path, JsonNode body) {
        return shopper.call(true, method, path, body, MINE).status();
    }

    private long serial() {
        return shopper.get(ZONE + "/soa", MINE).get("serial").asLong();
    }

    private List<String> types() {
        List<String> types = new ArrayList<>();
        shopper.get(ZONE + "/record", MINE)
                .forEach(id -> types.add(shopper.get(ZONE + "/record/{id}", MINE, id.asLong())
                        .get("fieldType")
                        .asText()));
        types.sort(null);
        return types;
    }

    @Test
    void whatIsPostedIsServedAfterARefreshAndItsDelay() {
        long before = serial();
        add("A", "new", "192.0.2.1");
        assertThat(shopper.served(MINE)).noneMatch(line -> line.startsWith("new."));

        shopper.post(ZONE + "/refresh", null, MINE);
        assertThat(shopper.served(MINE)).noneMatch(line -> line.startsWith("new."));
        shopper.wait(LONG_ENOUGH);

        assertThat(shopper.served(MINE))
                .anyMatch(line -> line.matches("new\\." + MINE + "\\.\\s+3600\\s+IN\\s+A\\s+192.0.2.1"));
        assertThat(serial()).isGreaterThan(before);
        assertThat(shopper.served(MINE).get(0)).contains(String.valueOf(serial()));
    }

    @Test
    void aSecondRefreshIsRefusedWhileOneIsPendingAndLaterChangesWait() {
        add("A", "first", "192.0.2.1");
        shopper.post(ZONE + "/refresh", null, MINE);
        add("A", "second", "192.0.2.1");
        assertThat(status("POST", ZONE + "/refresh", null)).isEqualTo(409);
        shopper.wait(LONG_ENOUGH);

        assertThat(shopper.served(MINE)).anyMatch(line -> line.startsWith("first."));
        assertThat(shopper.served(MINE)).noneMatch(line -> line.startsWith("second."));
        refresh();
        assertThat(shopper.served(MINE)).anyMatch(line -> line.startsWith("second."));
    }

    @Test
    void anAliasBesideOthersIsTakenButBreaksTheZone() {
        add("TXT", "www", "beside an alias");
        add("A", "late", "192.0.2.1");
        refresh();

        JsonNode status = shopper.get(ZONE + "/status", MINE);
        assertThat(status.get("isDeployed").asBoolean()).isFalse();
        assertThat(status.get("errors").get(0).asText()).isEqualTo("www: CNAME and other data");
        assertThat(shopper.served(MINE)).noneMatch(line -> line.startsWith("late."));
    }

    @Test
    void anImportReplacesAllWithNewIdsAndIsServed() {
        JsonNode old = shopper.get(ZONE + "/record", MINE);
        String file = """
                $TTL 7200
                @ IN SOA dns103.ovh.net. tech.ovh.net. (1 86400 3600 3600000 60)
                  IN NS ns103.ovh.net.
                  IN NS dns103.ovh.net.
                web 300 IN A 192.0.2.7
                text IN TXT "a" "b"
                alias IN CNAME web
                """;
        JsonNode task = shopper.post(ZONE + "/import", body("zoneFile", file), MINE);
        assertThat(task.get("function").asText()).isEqualTo("ZoneImport");
        assertThat(status("POST", ZONE + "/import", body("zoneFile", file))).isEqualTo(409);
        assertThat(shopper.get(ZONE + "/record", MINE)).isEqualTo(old);
        shopper.wait(LONG_ENOUGH);

        assertThat(shopper.get(ZONE + "/task/{id}", MINE, task.get("id").asLong())
                        .get("status")
                        .asText())
                .isEqualTo("done");
        assertThat(shopper.get("/me/task/dns/{id}", task.get("id").asLong())
                        .get("zone")
                        .asText())
                .isEqualTo(MINE);
        assertThat(types()).containsExactly("A", "CNAME", "NS", "NS", "TXT");
        for (JsonNode id : shopper.get(ZONE + "/record", MINE)) {
            assertThat(old).doesNotContain(id);
        }
        assertThat(shopper.get(ZONE + "/soa", MINE).get("ttl").asLong()).isEqualTo(7200);
        assertThat(shopper.served(MINE)).anyMatch(line -> line.startsWith("web." + MINE + ".") && line.contains("300"));
        String export = shopper.get(ZONE + "/export", MINE).asText();
        assertThat(export).contains("\"a\" \"b\"").contains("CNAME  web." + MINE + ".");
    }

    @Test
    void anExportCanBeImportedAgain() {
        add("TXT", "t", "say \"hi\"");
        add("CNAME", "rel", "relative");
        add("DKIM", "s._domainkey", "v=DKIM1;k=rsa;p=MIGf;");
        refresh();
        List<String> served = shopper.served(MINE);
        String export = shopper.get(ZONE + "/export", MINE).asText();
        shopper.post(ZONE + "/import", body("zoneFile", export), MINE);
        shopper.wait(LONG_ENOUGH);

        assertThat(shopper.served(MINE).subList(1, served.size()))
                .containsExactlyInAnyOrderElementsOf(served.subList(1, served.size()));
    }

    @Test
    void aBadZoneFileIsRefusedAndChangesNothing() {
        for (String file : List.of(
                "this is no zone",
                "www IN A 192.0.2.300\n",
                "other.example. IN A 192.0.2.1\n",
                "$INCLUDE /etc/passwd\n",
                "sub IN DS 1 13 2 00\n")) {
            assertThat(status("POST", ZONE + "/import", body("zoneFile", file)))
                    .as(file)
                    .isEqualTo(400);
        }
        assertThat(shopper.get(ZONE + "/task", MINE)).isEmpty();
    }

    @Test
    void historyKeepsWhatWasServedAndBringsItBack() {
        List<String> first = shopper.served(MINE);
        JsonNode old = shopper.get(ZONE + "/record", MINE);
        add("A", "mistake", "192.0.2.1");
        refresh();
        JsonNode points = shopper.get(ZONE + "/history", MINE);
        assertThat(points).hasSize(2);
        String point = points.get(0).asText();
        assertThat(shopper.get(ZONE + "/history/{creationDate}", MINE, point)
                        .get("zoneFileUrl")
                        .asText())
                .contains("/_sandbox/zones/" + MINE + "/history/");
        assertThat(shopper.get(
                        ZONE + "/history?creationDate.from={d}",
                        MINE,
                        points.get(1).asText()))
                .hasSize(1);

        JsonNode task = shopper.post(ZONE + "/history/{creationDate}/restore", null, MINE, point);
        assertThat(task.get("function").asText()).isEqualTo("ZoneRestore");
        shopper.wait(LONG_ENOUGH);

        for (JsonNode id : shopper.get(ZONE + "/record", MINE)) {
            assertThat(old).doesNotContain(id);
        }
        assertThat(shopper.served(MINE).subList(1, first.size())).isEqualTo(first.subList(1, first.size()));
        assertThat(shopper.get(ZONE + "/history", MINE)).hasSize(3);
    }

    @Test
    void historyForgetsWhatIsOlderThanAMonthButForFive() {
        for (int i = 0; i < 8; i++) {
            refresh();
        }
        assertThat(shopper.get(ZONE + "/history", MINE)).hasSize(8);
        shopper.wait(Duration.ofDays(40));
        refresh();
        assertThat(shopper.get(ZONE + "/history", MINE)).hasSize(5);
    }

    @Test
    void aResetGivesANewZone() {
        add("A", "gone", "192.0.2.1");
        shopper.post(
                ZONE + "/reset",
                body("DnsRecords", List.of(body("fieldType", "A", "target", "192.0.2.9")), "minimized", true),
                MINE);
        assertThat(types()).containsExactly("A", "NS", "NS");
        shopper.post(ZONE + "/reset", body("minimized", false), MINE);
        assertThat(types()).containsExactly("A", "CNAME", "MX", "NS", "NS", "TXT");
    }

    @Test
    void theSoaCanBeSetAndIsServedAfterARefresh() {
        assertThat(shopper.put(ZONE + "/soa", body("ttl", 600, "nxDomainTtl", 60, "email", "dns.example.net."), MINE)
                        .isNull())
                .isTrue();
        assertThat(shopper.get(ZONE + "/soa", MINE).get("server").asText()).isEqualTo("dns103.ovh.net.");
        assertThat(shopper.served(MINE).get(0)).contains("3600").doesNotContain("dns.example.net.");
        refresh();
        assertThat(shopper.served(MINE).get(0)).contains("600").contains("dns.example.net.");
    }

    @Test
    void dnssecTakesItsTime() {
        assertThat(shopper.get(ZONE + "/dnssec", MINE).get("status").asText()).isEqualTo("disabled");
        assertThat(shopper.post(ZONE + "/dnssec", null, MINE).isNull()).isTrue();
        assertThat(shopper.get(ZONE + "/dnssec", MINE).get("status").asText()).isEqualTo("enableInProgress");
        assertThat(status("POST", ZONE + "/dnssec", null)).isEqualTo(409);
        shopper.wait(LONG_ENOUGH);
        assertThat(shopper.get(ZONE, MINE).get("dnssecActivated").asBoolean()).isTrue();
        shopper.delete(ZONE + "/dnssec", MINE);
        long task = shopper.get("/me/task/dns?function=DnssecDisable").get(0).asLong();
        shopper.post("/me/task/dns/{id}/cancel", null, task);
        assertThat(shopper.get(ZONE + "/dnssec", MINE).get("status").asText()).isEqualTo("enabled");
        shopper.delete(ZONE + "/dnssec", MINE);
        long second = shopper.get(ZONE + "/task?status=todo", MINE).get(0).asLong();
        shopper.post(ZONE + "/task/{id}/accelerate", null, MINE, second);
        assertThat(shopper.get(ZONE + "/dnssec", MINE).get("status").asText()).isEqualTo("disabled");
        assertThat(shopper.call(true, "POST", ZONE + "/task/{id}/relaunch", null, MINE, second)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void restIsThere() {
        assertThat(shopper.get("/domain/zone")).hasSize(1);
        shopper.get(ZONE, MINE);
        shopper.get(ZONE + "/capabilities", MINE);
        assertThat(shopper.get(ZONE + "/option", MINE)).isEmpty();
        assertThat(shopper.call(true, "GET", ZONE + "/option/{name}", null, MINE, "dnsAnycast")
                        .status())
                .isEqualTo(404);
    }
}
