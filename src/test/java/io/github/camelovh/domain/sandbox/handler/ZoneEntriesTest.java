// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import static io.github.camelovh.domain.sandbox.handler.Shopper.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Redirections and dynamic addresses, which are records. */
class ZoneEntriesTest {

    private static final String ZONE = "/domain/zone/{zoneName}";
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

    private int status(String method, String path, JsonNode body) {
        return shopper.call(true, method, path, body, MINE).status();
    }

    @Test
    void aRedirectionIsSeenAsRecords() {
        assertThat(shopper.get(ZONE + "/redirection", MINE)).hasSize(1);
        JsonNode made = shopper.post(
                ZONE + "/redirection",
                body("type", "visiblePermanent", "target", "https://example.net/x", "subDomain", "go"),
                MINE);
        long id = made.get("id").asLong();
        assertThat(shopper.get(ZONE + "/record/{id}", MINE, id).get("target").asText())
                .isEqualTo("\"3|https://example.net/x\"");
        assertThat(shopper.get(ZONE + "/record?subDomain=go", MINE)).hasSize(3);
        assertThat(status(
                        "POST",
                        ZONE + "/redirection",
                        body("type", "visible", "target", "https://example.net/", "subDomain", "go")))
                .isEqualTo(409);
        shopper.put(ZONE + "/redirection/{id}", body("type", "invisible", "title", "Hello"), MINE, id);
        assertThat(shopper.get(ZONE + "/redirection/{id}", MINE, id)
                        .get("title")
                        .asText())
                .isEqualTo("Hello");
        assertThat(shopper.call(true, "PUT", ZONE + "/redirection/{id}", body("subDomain", "other"), MINE, id)
                        .body()
                        .get("message")
                        .asText())
                .isEqualTo("Try to alter read-only properties: subDomain");
        shopper.delete(ZONE + "/redirection/{id}", MINE, id);
        assertThat(shopper.get(ZONE + "/record?subDomain=go", MINE)).isEmpty();
    }

    @Test
    void dynamicAddressesAreRecordsOfAMinute() {
        JsonNode login = shopper.post(
                ZONE + "/dynHost/login",
                body("loginSuffix", "home", "password", "not told to anybody", "subDomain", "*"),
                MINE);
        assertThat(login.get("login").asText()).isEqualTo(MINE + "-home");
        assertThat(shopper.get(ZONE + "/dynHost/login", MINE)).hasSize(1);
        shopper.post(ZONE + "/dynHost/login/{login}/changePassword", body("password", "new one"), MINE, MINE + "-home");
        shopper.put(ZONE + "/dynHost/login/{login}", body("subDomain", "home"), MINE, MINE + "-home");
        assertThat(shopper.get(ZONE + "/dynHost/login/{login}", MINE, MINE + "-home")
                        .get("subDomain")
                        .asText())
                .isEqualTo("home");
        long id = shopper.post(ZONE + "/dynHost/record", body("subDomain", "home", "ip", "192.0.2.1"), MINE)
                .get("id")
                .asLong();
        JsonNode record = shopper.get(ZONE + "/record/{id}", MINE, id);
        assertThat(record.get("fieldType").asText() + " " + record.get("ttl")).isEqualTo("A 60");
        shopper.put(ZONE + "/dynHost/record/{id}", body("ip", "2001:db8::1"), MINE, id);
        assertThat(shopper.get(ZONE + "/record/{id}", MINE, id).get("fieldType").asText())
                .isEqualTo("AAAA");
        assertThat(shopper.get(ZONE + "/dynHost/record?subDomain=home", MINE)).hasSize(1);
        shopper.delete(ZONE + "/dynHost/record/{id}", MINE, id);
        shopper.delete(ZONE + "/dynHost/login/{login}", MINE, MINE + "-home");
        assertThat(shopper.get(ZONE + "/dynHost/record", MINE)).isEmpty();
    }
}
