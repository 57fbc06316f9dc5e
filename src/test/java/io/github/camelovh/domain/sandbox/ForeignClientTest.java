// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.SharedFolder;
import java.nio.file.Path;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients in other languages rely on, and recorded answers of the real API. */
class ForeignClientTest {
    @RegisterExtension
    static final OvhSandboxExtension OVH =
            OvhSandboxExtension.with(SandboxOptions.defaults().withDomains(1));

    private TestCaller caller;

    @BeforeEach
    void connect() {
        caller = new TestCaller(OVH.sandbox());
    }

    @Test
    void tellsTheTimeAsABareInteger() throws Exception {
        TestCaller.Answer answer = caller.plain("GET", "/auth/time", "");

        assertThat(answer.http().body()).matches("\\d{10}");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void answersNullWith200WhereThereIsNoResult() throws Exception {
        TestCaller.Answer answer = caller.post("/auth/logout", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.http().body()).isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ovhSubsidiary\":\"FR\",\"description\":\"caf\\u00e9\"}",
                "{\"ovhSubsidiary\":\"FR\",\"description\":\"café\"}",
                "{\"ovhSubsidiary\": \"FR\", \"description\": \"caf\u00e9\"}\n",
                "{\"ovhSubsidiary\":\"FR\",\"description\":\"caf\\u00e9 a\\/b\"}"
            })
    void verifiesTheBodyAsItWasSent(String body) throws Exception {
        assertThat(caller.post("/order/cart", body).json().path("description").asText())
                .startsWith("café");
    }

    @Test
    void verifiesTheQueryAsItWasSent() throws Exception {
        assertThat(caller.get("/order/cart?description=a%20b%2Bc").status()).isEqualTo(200);
        assertThat(caller.get("/order/cart?description=a+b").status()).isEqualTo(200);
        assertThat(caller.get("/domain?whoisOwner=").status()).isEqualTo(200);
    }

    @Test
    void givesTwentyDifferentIdsToTwentyCallersAtOnce() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(20);
        try {
            List<Future<JsonNode>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                answers.add(pool.submit(() ->
                        caller.post("/order/cart", "{\"ovhSubsidiary\":\"FR\"}").json()));
            }
            Set<String> ids = new HashSet<>();
            for (Future<JsonNode> answer : answers) {
                ids.add(answer.get().path("cartId").asText());
            }
            assertThat(ids).hasSize(20);
        } finally {
            pool.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auth-time",
                "auth-credential",
                "auth-current-credential",
                "oauth2-token",
                "oauth2-unknown-client",
                "error-invalid-key",
                "error-not-credential",
                "error-invalid-signature",
                "error-invalid-credential",
                "error-not-granted-call",
                "error-empty-path-segment",
                "error-unknown-parameter"
            })
    void answersInTheFormThatWasRecorded(String example) throws Exception {
        Path file = SharedFolder.ovhApi().resolve("examples/" + example + ".json");
        JsonNode pair = TestCaller.JSON.readTree(file.toFile());
        JsonNode request = pair.path("request");
        StringBuilder query = new StringBuilder();
        request.path("query").properties().forEach(parameter -> query.append(query.isEmpty() ? "?" : "&")
                .append(parameter.getKey())
                .append('=')
                .append(parameter.getValue().asText()));
        String body = request.path("body").isNull()
                ? request.path("rawBody").asText("")
                : request.path("body").toString();
        prepare(example);

        boolean unsigned = example.startsWith("oauth2") || example.matches("auth-(time|credential)");
        String method = request.path("method").asText();
        String path = request.path("path").asText() + query;
        TestCaller.Answer answer = unsigned
                ? caller.plain(
                        method,
                        path,
                        body.replace("CLIENT", OvhSandbox.CLIENT_ID).replace("SECRET", OvhSandbox.CLIENT_SECRET),
                        "X-Ovh-Application",
                        OvhSandbox.APPLICATION_KEY)
                : caller.call(method, path, body);

        JsonNode expected = pair.at("/response/body");
        assertThat(answer.status()).isEqualTo(pair.at("/response/status").asInt());
        assertThat(answer.header("X-OVH-QUERYID")).isNotBlank();
        if (answer.status() >= 400) {
            expected.properties().forEach(member -> assertThat(read(answer).path(member.getKey()))
                    .isEqualTo(member.getValue()));
        } else {
            assertThat(shape(read(answer))).isEqualTo(shape(expected));
        }
    }

    private void prepare(String example) throws Exception {
        switch (example) {
            case "error-invalid-key" -> caller.application("other");
            case "error-not-credential" -> caller.consumer("other");
            case "error-invalid-signature" -> caller.secret("other");
            case "error-invalid-credential" -> caller.plain("POST", "/_sandbox/credential", "{\"status\":\"expired\"}");
            case "error-not-granted-call" -> caller.plain("POST", "/_sandbox/credential", "{\"rules\":[]}");
            default -> {}
        }
    }

    private static JsonNode read(TestCaller.Answer answer) {
        try {
            return answer.json();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String shape(JsonNode json) {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        names.sort(null);
        return json.isNumber() ? "number" : json.getNodeType() + " " + names;
    }
}
