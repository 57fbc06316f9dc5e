// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import static io.github.camelovh.domain.sandbox.handler.Documented.request;
import static io.github.camelovh.domain.sandbox.handler.Documented.response;
import static io.github.camelovh.domain.sandbox.handler.Documented.same;
import static io.github.camelovh.domain.sandbox.handler.Shopper.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.handler.Shopper.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recorded and documented answers about zones and name servers: the sandbox returns all their members. */
class DocumentedZonesTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);
    private static final String MINE = Portfolio.FIRST_NAME;

    private Shopper shopper;

    @BeforeEach
    void open() {
        shopper = new Shopper(1);
    }

    @AfterEach
    void close() {
        shopper.close();
    }

    @Test
    void ofZonesAndRecords() {
        String zone = "/domain/zone/{zoneName}";
        same("zone-list", shopper.get("/domain/zone"));
        same("zone-get", shopper.get(zone, MINE));
        same("zone-export", shopper.get(zone + "/export", MINE));
        same("zone-soa", shopper.get(zone + "/soa", MINE));
        assertThat(shopper.get(zone + "/status", MINE))
                .isEqualTo(response("zone-status").get("body"));
        same("record-list-all", shopper.get(zone + "/record", MINE));
        same("record-list-filter-empty", shopper.get(zone + "/record?fieldType=A&subDomain={s}", MINE, "localhost"));
        for (String example : List.of("record-create-a", "record-create-txt")) {
            JsonNode made = shopper.post(zone + "/record", request(example), MINE);
            same(example, made);
            long id = made.get("id").asLong();
            if (made.get("fieldType").asText().equals("TXT")) {
                same("record-update", shopper.put(zone + "/record/{id}", request("record-update"), MINE, id));
            }
            same("record-delete", shopper.delete(zone + "/record/{id}", MINE, id));
        }
        shopper.post(
                zone + "/record",
                body("fieldType", "CNAME", "subDomain", "docs", "target", "docs.example.com", "ttl", 3600),
                MINE);
        asRecorded("record-get-mx", "fieldType=MX&subDomain=");
        asRecorded("record-get-apex-ns", "fieldType=NS&subDomain=");
        asRecorded("record-get-cname-relative", "fieldType=CNAME&subDomain=docs");
        same("zone-import", shopper.post(zone + "/import", request("zone-import"), MINE));
        same("zone-refresh", shopper.post(zone + "/refresh", null, MINE));
        Answer unquoted = shopper.call(true, "POST", zone + "/record", request("error-caa-unquoted"), MINE);
        same("error-caa-unquoted", unquoted);
        assertThat(unquoted.body().get("message").asText())
                .isEqualTo(response("error-caa-unquoted")
                        .at("/body/message")
                        .asText()
                        .replace("example.com", MINE));
        Answer gone = shopper.call(true, "DELETE", zone + "/record/{id}", null, MINE, 1_583_058_551L);
        same("error-record-not-found", gone);
        assertThat(gone.body().get("message"))
                .isEqualTo(response("error-record-not-found").at("/body/message"));
    }

    /** An existing record equals the recorded one except for its id and its zone. */
    private void asRecorded(String example, String query) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode id : shopper.get("/domain/zone/{zoneName}/record?" + query, MINE)) {
            ObjectNode record = (ObjectNode) shopper.get("/domain/zone/{zoneName}/record/{id}", MINE, id.asLong());
            found.add(record.without(List.of("id", "zone")));
        }
        ObjectNode recorded = response(example).get("body").deepCopy();
        assertThat(found).contains(recorded.without(List.of("id", "zone")));
    }

    @Test
    void ofNameServersGlueAndKeys() {
        String name = "/domain/{serviceName}";
        shopper.put(name, body("nameServerType", "external"), MINE);
        JsonNode ids = shopper.get(name + "/nameServer", MINE);
        same("nameserver-list", ids);
        long id = ids.get(0).asLong();
        same("nameserver-get", shopper.get(name + "/nameServer/{id}", MINE, id));
        same("nameserver-status", shopper.get(name + "/nameServer/{id}/status", MINE, id));
        same("nameservers-update", shopper.post(name + "/nameServers/update", request("nameservers-update"), MINE));
        same("ds-replace", shopper.post(name + "/dsRecord", request("ds-replace"), MINE));
        same(
                "glue-create",
                shopper.post(name + "/glueRecord", body("host", "ns1." + MINE, "ips", List.of("140.2.113.151")), MINE));
        shopper.wait(LONG_ENOUGH);
        same("glue-get", shopper.get(name + "/glueRecord/{host}", MINE, "ns1." + MINE));
        shopper.buy("test-of-docs.de");
        shopper.wait(LONG_ENOUGH);
        shopper.put(name, body("nameServerType", "external"), "test-of-docs.de");
        same("nameserver-add", shopper.post(name + "/nameServer", request("nameserver-add"), "test-of-docs.de"));
    }
}
