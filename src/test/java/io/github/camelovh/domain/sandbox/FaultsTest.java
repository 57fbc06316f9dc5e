// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.camelovh.domain.sandbox.server.Fault;
import io.github.camelovh.domain.sandbox.server.Fault.Kind;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FaultsTest {
    private static final String POST_CART = "POST /order/cart";
    private static final String ANY_CART = "{\"ovhSubsidiary\":\"FR\"}";

    @RegisterExtension
    static final OvhSandboxExtension OVH = new OvhSandboxExtension();

    private OvhSandbox sandbox;
    private TestCaller caller;

    @BeforeEach
    void connect() {
        sandbox = OVH.sandbox();
        caller = new TestCaller(sandbox);
    }

    @Test
    void answersAStatusWithoutAnyEffect() throws Exception {
        sandbox.fault(Fault.on(POST_CART, Kind.STATUS).status(500));

        TestCaller.Answer answer = newCart();

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().path("message").asText()).isEqualTo("Internal server error");
        assertThat(answer.header("X-OVH-QUERYID")).isNotBlank();
        assertThat(carts()).isZero();
        assertThat(newCart().status()).isEqualTo(200);
    }

    @Test
    void answersTheGatewaysPage() throws Exception {
        sandbox.fault(Fault.on(POST_CART, Kind.HTML_408));

        TestCaller.Answer answer = newCart();

        assertThat(answer.status()).isEqualTo(408);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.http().body()).contains("408 Request Time-out");
        assertThat(carts()).isZero();
    }

    @Test
    void cutsTheConnectionBeforeTheEffect() throws Exception {
        sandbox.fault(Fault.on(POST_CART, Kind.RESET));

        assertThatThrownBy(this::newCart).isInstanceOf(IOException.class);

        assertThat(carts()).isZero();
        sandbox.verifyCalls(POST_CART, 1);
    }

    @Test
    void losesTheAnswerAfterTheEffect() throws Exception {
        sandbox.fault(Fault.on(POST_CART, Kind.ANSWER_LOST));

        assertThatThrownBy(this::newCart).isInstanceOf(IOException.class);

        assertThat(carts()).isOne();
        assertThat(sandbox.journal().last(2).get(0).effect()).isTrue();
    }

    @Test
    void carriesACallOutAfterItsClientGaveItUp() throws Exception {
        sandbox.fault(Fault.late(POST_CART, "GET /me"));

        assertThatThrownBy(this::newCart).isInstanceOf(IOException.class);
        assertThat(carts()).isZero();
        caller.get("/me");

        assertThat(carts()).isOne();
        assertThat(sandbox.journal().last(4))
                .filteredOn(line -> line.fault().equals("late"))
                .extracting(line -> line.effect())
                .containsExactly(false, true);
        caller.get("/me");
        assertThat(carts()).isOne();
    }

    @Test
    void refusesALateCallThatWaitsForNothing() {
        assertThatThrownBy(() -> Fault.on(POST_CART, Kind.LATE)).hasMessageContaining("until");
    }

    @Test
    void breaksTheBodyAfterTheEffect() throws Exception {
        sandbox.fault(Fault.on(POST_CART, Kind.GARBAGE));

        TestCaller.Answer answer = newCart();

        assertThat(answer.status()).isEqualTo(200);
        assertThatThrownBy(answer::json).isInstanceOf(JsonProcessingException.class);
        assertThat(carts()).isOne();
    }

    @Test
    void refusesOneCallTooManyWithAndWithoutRetryAfter() throws Exception {
        sandbox.fault(Fault.on(POST_CART, Kind.TOO_MANY).retryAfter(7));
        sandbox.fault(Fault.on(POST_CART, Kind.TOO_MANY).nth(2));

        TestCaller.Answer told = newCart();
        TestCaller.Answer untold = newCart();

        assertThat(told.status()).isEqualTo(429);
        assertThat(told.header("Retry-After")).isEqualTo("7");
        assertThat(untold.status()).isEqualTo(429);
        assertThat(untold.header("Retry-After")).isNull();
        assertThat(carts()).isZero();
    }

    @Test
    void delaysACallOrItsAnswer() throws Exception {
        sandbox.fault(Fault.on(POST_CART, Kind.DELAY).delay(Duration.ofMillis(150)));
        sandbox.fault(Fault.on(POST_CART, Kind.DELAY_AFTER).nth(2).delay(Duration.ofMillis(150)));

        long start = System.nanoTime();
        newCart();
        long first = System.nanoTime();
        newCart();
        long second = System.nanoTime();

        assertThat(Duration.ofNanos(first - start)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
        assertThat(Duration.ofNanos(second - first)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
        assertThat(carts()).isEqualTo(2);
    }

    @Test
    void givesIdZero() throws Exception {
        sandbox.fault(Fault.on("GET /auth/currentCredential", Kind.ID_ZERO));

        assertThat(caller.get("/auth/currentCredential")
                        .json()
                        .path("credentialId")
                        .asLong(1))
                .isZero();
    }

    @Test
    void hitsTheNthCallAndAsManyAsItIsTold() throws Exception {
        sandbox.fault(Fault.on("POST *", Kind.STATUS).nth(2).times(2).status(503));

        assertThat(newCart().status()).isEqualTo(200);
        assertThat(newCart().status()).isEqualTo(503);
        assertThat(newCart().status()).isEqualTo(503);
        assertThat(newCart().status()).isEqualTo(200);
    }

    @Test
    void takesARouteWhateverItsParametersAreCalledAndNoLongerOne() throws Exception {
        fault("{\"pattern\":\"GET /domain/{name}\",\"call\":2,\"kind\":\"STATUS\",\"status\":502,\"times\":0}");

        assertThat(caller.get("/domain/one.example").status()).isEqualTo(404);
        assertThat(caller.get("/domain/one.example/task").status()).isEqualTo(404);
        assertThat(caller.get("/domain/two.example").status()).isEqualTo(502);
        assertThat(caller.get("/domain/one.example/task").status()).isEqualTo(404);
    }

    @Test
    void takesAPathAsItIsCalled() throws Exception {
        fault("{\"route\":\"GET /domain/one.example\",\"kind\":\"status\",\"status\":502,\"times\":0}");
        fault("{\"route\":\"GET /domain/caf\u00e9.example/*\",\"kind\":\"status\",\"status\":501,\"times\":0}");

        assertThat(caller.get("/domain/one.example").status()).isEqualTo(502);
        assertThat(caller.get("/domain/one.example/").status()).isEqualTo(502);
        assertThat(caller.get("/domain/two.example").status()).isEqualTo(404);
        assertThat(caller.get("/domain/one.example/task").status()).isEqualTo(404);
        assertThat(caller.call("DELETE", "/domain/one.example", "").status()).isNotEqualTo(502);
        assertThat(caller.get("/domain/caf%C3%A9.example/task").status()).isEqualTo(501);
        caller.plain("DELETE", "/_sandbox/faults", "");
        fault("{\"route\":\"GET /v2/domain/name/one.example\",\"kind\":\"status\",\"status\":502}");
        assertThat(caller.get("/v2/domain/name/one.example").status()).isEqualTo(502);
        fault("{\"route\":\"GET /no/such\",\"kind\":\"status\",\"status\":502}");
        assertThat(caller.get("/no/such").status()).isEqualTo(502);
    }

    @Test
    void takesADelayInMillisecondsInSecondsAndAsIso() throws Exception {
        for (String delay : new String[] {"120", "\"120\"", "\"120ms\"", "\"0.12s\"", "\"PT0.12S\"", "\"pt0.12s\""}) {
            assertThat(fault("{\"route\":\"POST /order/cart\",\"kind\":\"delay\",\"delay\":" + delay + "}")
                            .status())
                    .as(delay)
                    .isEqualTo(200);
            long start = System.nanoTime();
            newCart();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as(delay)
                    .isBetween(Duration.ofMillis(120), Duration.ofSeconds(4));
        }
        for (String delay : new String[] {"\"soon\"", "-5", "\"-PT1S\"", "\"\"", "true"}) {
            TestCaller.Answer answer =
                    fault("{\"route\":\"POST /order/cart\",\"kind\":\"delay\",\"delay\":" + delay + "}");
            assertThat(answer.status()).as(delay).isEqualTo(400);
            assertThat(answer.json().path("message").asText()).as(delay).contains("5s", "PT5S");
        }
        assertThat(newCart().status()).isEqualTo(200);
    }

    @Test
    void takesFaultsOverHttpAndForgetsThem() throws Exception {
        assertThat(fault("{\"route\":\"POST /order/cart\",\"kind\":\"status\",\"status\":502,\"times\":0}")
                        .status())
                .isEqualTo(200);
        assertThat(newCart().status()).isEqualTo(502);
        assertThat(newCart().status()).isEqualTo(502);

        caller.plain("DELETE", "/_sandbox/faults", "");

        assertThat(newCart().status()).isEqualTo(200);
        assertThat(fault("{\"route\":\"POST /order/cart\",\"kind\":\"meteor\"}")
                        .json()
                        .path("message")
                        .asText())
                .contains("meteor", "answerLost", "html408");
        assertThat(fault("{\"kind\":\"reset\"}").status()).isEqualTo(400);
    }

    private TestCaller.Answer fault(String json) throws IOException, InterruptedException {
        return caller.plain("POST", "/_sandbox/faults", json);
    }

    private TestCaller.Answer newCart() throws IOException, InterruptedException {
        return caller.post("/order/cart", ANY_CART);
    }

    /** The number of carts so far, from the effects in the journal. */
    private long carts() {
        return sandbox.journal().last(100).stream()
                .filter(line -> line.route().equals(POST_CART) && line.effect())
                .count();
    }
}
