// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The calls that DNS tools in other languages make, in their order. */
class ForeignZoneClientTest {
    private static final String ZONE = "already-mine.com";
    private static final String BASE = "/domain/zone/" + ZONE;

    @RegisterExtension
    static final OvhSandboxExtension OVH =
            OvhSandboxExtension.with(SandboxOptions.defaults().withDomains(1).withTaskTime(Duration.ZERO));

    private TestCaller caller;

    @BeforeEach
    void connect() {
        caller = new TestCaller(OVH.sandbox());
    }

    private JsonNode good(String method, String path, String body) throws Exception {
        TestCaller.Answer answer = caller.call(method, path, body);
        assertThat(answer.status())
                .as(method + " " + path + " " + answer.http().body())
                .isEqualTo(200);
        return answer.json();
    }

    private void done(String method, String path) throws Exception {
        TestCaller.Answer answer = caller.call(method, path, "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.http().body()).isEqualTo("null");
    }

    private boolean served(String start) {
        return OVH.sandbox().servedRecords(ZONE).stream().anyMatch(line -> line.startsWith(start));
    }

    @Test
    void lego() throws Exception {
        assertThat(caller.plain("GET", "/auth/time", "").status()).isEqualTo(200);
        JsonNode made = good(
                "POST",
                BASE + "/record",
                "{\"fieldType\":\"TXT\",\"subDomain\":\"_acme-challenge\",\"target\":\"token\",\"ttl\":120}");
        done("POST", BASE + "/refresh");
        assertThat(served("_acme-challenge.")).isTrue();
        done("DELETE", BASE + "/record/" + made.get("id").asLong());
        done("POST", BASE + "/refresh");
        assertThat(served("_acme-challenge.")).isFalse();
    }

    @Test
    void certbot() throws Exception {
        List<String> zones = new ArrayList<>();
        good("GET", "/domain/zone/", "").forEach(zone -> zones.add(zone.asText()));
        assertThat(zones).containsExactly(ZONE);
        assertThat(good("GET", BASE + "/status", "").get("isDeployed").asBoolean())
                .isTrue();
        String query = BASE + "/record?fieldType=TXT&subDomain=_acme-challenge.www";
        assertThat(good("GET", query, "")).isEmpty();
        good(
                "POST",
                BASE + "/record",
                "{\"fieldType\": \"TXT\", \"subDomain\": \"_acme-challenge.www\", \"target\": \"token\", \"ttl\": 60}");
        done("POST", BASE + "/refresh");
        assertThat(good("GET", BASE + "/status", "").get("isDeployed").asBoolean())
                .isTrue();

        long id = good("GET", query, "").get(0).asLong();
        assertThat(good("GET", BASE + "/record/" + id, "").get("target").asText())
                .isEqualTo("\"token\"");
        done("DELETE", BASE + "/record/" + id);
        done("POST", BASE + "/refresh");
        assertThat(good("GET", query, "")).isEmpty();
    }

    @Test
    void lexicon() throws Exception {
        good("GET", "/domain/zone/", "");
        good("GET", BASE + "/status", "");
        long id = good(
                        "POST",
                        BASE + "/record",
                        "{\"fieldType\": \"A\", \"subDomain\": \"localhost\", \"target\": \"127.0.0.1\", \"ttl\": 3600}")
                .get("id")
                .asLong();
        done("POST", BASE + "/refresh");
        assertThat(good("PUT", BASE + "/record/" + id, "{\"subDomain\": \"localhost\", \"target\": \"127.0.0.2\"}")
                        .isNull())
                .isTrue();
        done("POST", BASE + "/refresh");
        assertThat(good("GET", BASE + "/record/" + id, "").get("ttl").asLong()).isEqualTo(3600);
    }

    @Test
    void octoDns() throws Exception {
        TestCaller.Answer none = caller.get("/domain/zone/unknown.example/record");
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.json().get("message").asText()).isEqualTo("This service does not exist");
        for (JsonNode id : good("GET", BASE + "/record", "")) {
            good("GET", BASE + "/record/" + id.asLong(), "");
        }
        for (JsonNode id : good("GET", BASE + "/record?fieldType=MX&subDomain=", "")) {
            done("DELETE", BASE + "/record/" + id.asLong());
        }
        good(
                "POST",
                BASE + "/record",
                "{\"target\": \"10 mail.example.net.\", \"subDomain\": \"\", \"ttl\": 300, \"fieldType\": \"MX\"}");
        done("POST", BASE + "/refresh");
        assertThat(OVH.sandbox().servedRecords(ZONE)).anyMatch(line -> line.contains("10 mail.example.net."));
    }

    @Test
    void externalDnsAndTerraform() throws Exception {
        assertThat(caller.get("/domain/zone/" + ZONE + "//record")
                        .json()
                        .get("message")
                        .asText())
                .isEqualTo("Got an invalid (or empty) URL");
        JsonNode made = good(
                "POST",
                BASE + "/record",
                "{\"fieldType\":\"CNAME\",\"subDomain\":\"app\",\"target\":\"lb.example.net.\",\"ttl\":0}");
        assertThat(made.get("ttl").asLong()).isZero();
        String whole = made.toString();
        assertThat(caller.call("PUT", BASE + "/record/" + made.get("id").asLong(), whole)
                        .status())
                .isEqualTo(200);
        JsonNode task = good(
                "POST",
                BASE + "/import",
                "{\"zoneFile\":\"$TTL 3600\\n@ IN NS dns103.ovh.net.\\n@ IN NS ns103.ovh.net.\"}");
        good("GET", BASE + "/task/" + task.get("id").asLong(), "");
        assertThat(good("GET", BASE + "/record", "")).hasSize(2);
    }

    @Test
    void twentyAtOnce() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(20);
        try {
            List<Future<JsonNode>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                answers.add(pool.submit(() -> good(
                        "POST",
                        BASE + "/record",
                        "{\"fieldType\":\"A\",\"subDomain\":\"many\",\"target\":\"192.0.2.1\"}")));
            }
            Set<Long> ids = new HashSet<>();
            for (Future<JsonNode> answer : answers) {
                ids.add(answer.get().get("id").asLong());
            }
            assertThat(ids).hasSize(20).doesNotContain(0L);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void batchSaysWhichRecordIsGone() throws Exception {
        long id = good("GET", BASE + "/record", "").get(0).asLong();
        JsonNode entries = caller.get(BASE + "/record/" + id + ",1583058551", "X-Ovh-Batch", ",")
                .json();
        assertThat(entries.get(0).at("/value/id").asLong()).isEqualTo(id);
        assertThat(entries.get(1).at("/error/message").asText())
                .isEqualTo("The requested object (id = 1583058551) does not exist");
    }

    @Test
    void anIdOfZeroOnRequest() throws Exception {
        OVH.sandbox()
                .fault(io.github.camelovh.domain.sandbox.server.Fault.on(
                        "POST /domain/zone/{zoneName}/record",
                        io.github.camelovh.domain.sandbox.server.Fault.Kind.ID_ZERO));
        String body = "{\"fieldType\":\"A\",\"subDomain\":\"zero\",\"target\":\"192.0.2.1\"}";
        assertThat(good("POST", BASE + "/record", body).get("id").asLong()).isZero();
        assertThat(good("GET", BASE + "/record?subDomain=zero", "").get(0).asLong())
                .isNotZero();
    }

    @Test
    void testersSeeWhatIsServedAndMakeZonesPretend() throws Exception {
        JsonNode served =
                caller.plain("GET", "/_sandbox/zones/" + ZONE + "/served", "").json();
        assertThat(served.get("records")).hasSize(7);
        long id = good("GET", BASE + "/record", "").get(0).asLong();
        caller.plain(
                "POST",
                "/_sandbox/zones/" + ZONE,
                "{\"deployed\":false,\"warnings\":[\"slow server\"],\"ghosts\":[" + id + "]}");
        JsonNode status = good("GET", BASE + "/status", "");
        assertThat(status.get("isDeployed").asBoolean()).isFalse();
        assertThat(status.get("warnings").get(0).asText()).isEqualTo("slow server");
        assertThat(good("GET", BASE + "/record", "")).hasSize(6);
        assertThat(caller.get(BASE + "/record/" + id).status()).isEqualTo(404);
        assertThat(caller.plain("GET", "/_sandbox/zones", "")
                        .json()
                        .get(0)
                        .get("records")
                        .asInt())
                .isEqualTo(6);
        assertThat(caller.plain("POST", "/_sandbox/zones/" + ZONE, "{\"other\":1}")
                        .status())
                .isEqualTo(400);
        assertThat(caller.plain("GET", "/_sandbox/zones/none.example", "").status())
                .isEqualTo(400);
        assertThat(caller.plain("GET", "/_sandbox/zones/" + ZONE + "/other", "").status())
                .isEqualTo(400);
        assertThat(caller.plain("GET", "/_sandbox/nothing", "").status()).isEqualTo(400);
        String point = good(
                        "GET",
                        BASE + "/history/"
                                + good("GET", BASE + "/history", "")
                                        .get(0)
                                        .asText()
                                        .replace("+", "%2B"),
                        "")
                .get("zoneFileUrl")
                .asText();
        assertThat(caller.plain("GET", point, "").json().asText()).startsWith("$TTL 3600");
    }
}
