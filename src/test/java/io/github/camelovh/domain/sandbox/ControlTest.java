// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ControlTest {
    @RegisterExtension
    static final OvhSandboxExtension OVH =
            OvhSandboxExtension.with(SandboxOptions.defaults().withDomains(1));

    private OvhSandbox sandbox;
    private TestCaller caller;

    @BeforeEach
    void connect() {
        sandbox = OVH.sandbox();
        caller = new TestCaller(sandbox);
    }

    @Test
    void countsApiCallsByRouteAndNothingElse() throws Exception {
        caller.get("/domain/one.example");
        caller.get("/domain/two.example");
        caller.plain("GET", "/auth/time", "");
        caller.get("/no/such");
        caller.plain("GET", "/_sandbox/orders", "");

        JsonNode calls = caller.plain("GET", "/_sandbox/calls", "").json();

        assertThat(calls)
                .isEqualTo(TestCaller.JSON.readTree("{\"total\":4,\"routes\":{\"GET (unknown)\":1,\"GET /auth/time\":1,"
                        + "\"GET /domain/{serviceName}\":2}}"));
        caller.plain("DELETE", "/_sandbox/calls", "");
        assertThat(caller.plain("GET", "/_sandbox/calls", "")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void tellsInTheJournalWhatHappened() throws Exception {
        caller.post("/order/cart", "{\"ovhSubsidiary\":\"FR\"}");
        caller.get("/domain");

        JsonNode journal = caller.plain("GET", "/_sandbox/journal", "").json();

        assertThat(journal).hasSize(2);
        assertThat(journal.get(0).path("route").asText()).isEqualTo("POST /order/cart");
        assertThat(journal.get(0).path("effect").asBoolean()).isTrue();
        assertThat(journal.get(1).path("effect").asBoolean()).isFalse();
        assertThat(journal.get(1).path("status").asInt()).isEqualTo(200);
    }

    @Test
    void showsAsMuchOfTheJournalAsIsAskedFor() throws Exception {
        for (int call = 0; call < 210; call++) {
            caller.plain("GET", "/auth/time", "");
        }
        caller.get("/domain");

        assertThat(journal("")).hasSize(200);
        assertThat(journal("?limit=2")).hasSize(2);
        assertThat(journal("?limit=1").get(0).path("path").asText()).isEqualTo("/1.0/domain");
        assertThat(journal("?limit=1000000")).hasSize(211);
        for (String wrong : new String[] {"0", "-1", "all", ""}) {
            TestCaller.Answer answer = caller.plain("GET", "/_sandbox/journal?limit=" + wrong, "");
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.json().path("message").asText()).contains("limit", "'" + wrong + "'");
        }
    }

    private JsonNode journal(String query) throws Exception {
        return caller.plain("GET", "/_sandbox/journal" + query, "").json();
    }

    @Test
    void showsTheNearestLinesWhenAVerificationFails() throws Exception {
        caller.get("/domain");
        caller.get("/domain/one.example");
        caller.get("/me");
        caller.get("/auth/details");

        assertThatThrownBy(() -> sandbox.verifyCalls("GET /domain/{serviceName}/task", 1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected 1 call(s)")
                .hasMessageContaining("/domain/one.example")
                .message()
                .hasLineCount(4);
        assertThatThrownBy(() -> sandbox.verifySoldOnce("one.example")).hasMessageContaining("found 0");
    }

    @Test
    void movesAndSetsTheTime() throws Exception {
        Instant before = sandbox.now();
        caller.plain("POST", "/_sandbox/clock", "{\"advance\":\"P1D\"}");
        assertThat(sandbox.now()).isBetween(before.plus(1, ChronoUnit.DAYS), before.plus(25, ChronoUnit.HOURS));

        caller.plain("POST", "/_sandbox/clock", "{\"now\":\"2030-07-01T12:00:00+02:00\"}");

        Instant set = Instant.parse("2030-07-01T10:00:00Z");
        assertThat(caller.plain("GET", "/auth/time", "").json().asLong())
                .isBetween(set.getEpochSecond(), set.getEpochSecond() + 30);
        String now =
                caller.plain("GET", "/_sandbox/clock", "").json().path("now").asText();
        assertThat(now).endsWith("+02:00");
        assertThat(OffsetDateTime.parse(now).toInstant()).isBetween(set, set.plusSeconds(30));
        assertThat(caller.plain("POST", "/_sandbox/clock", "{\"advance\":\"soon\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void namesItsRoutesWhenAskedForAnother() throws Exception {
        TestCaller.Answer answer = caller.plain("GET", "/_sandbox/weather", "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("message").asText()).contains("GET weather", "calls", "faults", "clock");
    }

    @Test
    void saysThatItSellsNothing() throws Exception {
        assertThat(caller.plain("GET", sandbox.origin().toString(), "").http().body())
                .contains("sells nothing");
    }

    @Test
    void limitsTheRateWithItsHeaderOrWithout() throws Exception {
        SandboxOptions twice = SandboxOptions.defaults().withRateLimit("2/min");
        try (OvhSandbox limited = OvhSandbox.start(twice);
                OvhSandbox mute = OvhSandbox.start(twice.withoutRetryAfter())) {
            for (OvhSandbox each : new OvhSandbox[] {limited, mute}) {
                TestCaller other = new TestCaller(each);
                other.get("/domain");
                other.get("/domain");
                TestCaller.Answer third = other.get("/domain");
                assertThat(third.status()).isEqualTo(429);
                assertThat(third.json().path("class").asText()).startsWith("Client::TooManyRequests");
                assertThat(third.header("Retry-After") != null).isEqualTo(each == limited);
            }
        }
    }

    @Test
    void addsLatency() throws Exception {
        try (OvhSandbox slow = OvhSandbox.start(SandboxOptions.defaults().withLatency(Duration.ofMillis(120)))) {
            long start = System.nanoTime();
            new TestCaller(slow).get("/domain");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(120));
        }
    }

    @Test
    void saysWhichPortIsTaken() {
        int port = sandbox.origin().getPort();

        assertThatThrownBy(() -> OvhSandbox.start(SandboxOptions.defaults().withPort(port)))
                .hasMessageContaining("127.0.0.1:" + port)
                .hasMessageContaining("nothing was started");
    }
}
