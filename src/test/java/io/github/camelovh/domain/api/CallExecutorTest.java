// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import static io.github.camelovh.domain.api.ScriptedTransport.json;
import static io.github.camelovh.domain.api.catalog.OperationCatalog.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.model.RequestedKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CallExecutorTest {
    private static final Credentials KEY = new Credentials.ApplicationKey("app", "secret", "consumer");
    private static final String STALE = "{\"errorCode\":\"QUERY_TIME_OUT\",\"message\":\"Query out of time\"}";

    @Test
    void aStaleTimeCostsOneTimeCallAndOneMoreTry() {
        AtomicInteger calls = new AtomicInteger();
        ScriptedTransport[] self = new ScriptedTransport[1];
        self[0] = new ScriptedTransport(request -> {
            self[0].moveServerClock(Duration.ofMinutes(10));
            return calls.incrementAndGet() == 1 ? json(400, STALE) : json(200, "{\"orderId\":1}");
        });
        OvhApi api = self[0].api(KEY);
        ApiAnswer answer = api.send(ApiCall.of(row("order:checkoutCart"), 1));
        assertThat(answer.callsMade()).isEqualTo(4);
        assertThat(self[0].timeCalls()).isEqualTo(2);
        assertThat(self[0].asked().get(1).headers()).containsEntry("X-Ovh-Timestamp", "1700000600");
        assertThat(api.clock().skew()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aClockThatStaysStaleIsReportedAfterOneMoreTry() {
        ScriptedTransport transport = new ScriptedTransport(request -> json(400, STALE));
        OvhApi api = transport.api(KEY);
        assertThatThrownBy(() -> api.send(ApiCall.of(row("domain:list"))))
                .isInstanceOf(OvhAuthenticationException.class);
        assertThat(transport.asked()).hasSize(2);
    }

    @Test
    void aWrongSecretIsNotTriedAgainWhenTheClockIsRight() {
        ScriptedTransport transport =
                new ScriptedTransport(request -> json(400, "{\"errorCode\":\"INVALID_SIGNATURE\",\"message\":\"x\"}"));
        OvhApi api = transport.api(KEY);
        assertThatThrownBy(() -> api.send(ApiCall.of(row("domain:list"))))
                .isInstanceOf(OvhAuthenticationException.class);
        assertThat(transport.asked()).hasSize(1);
    }

    @Test
    void anOrderIsSentAgainAfter429ButNotAfterALostAnswer() {
        AtomicInteger calls = new AtomicInteger();
        ScriptedTransport transport = new ScriptedTransport(request -> calls.incrementAndGet() == 1
                ? json(429, "{\"message\":\"slow\"}", "Retry-After", "7")
                : new Transport.Lost("no answer came", new IOException("x")));
        OvhApi api = transport.api(KEY);
        assertThatThrownBy(() -> api.send(ApiCall.of(row("order:createCart"))))
                .isInstanceOf(OvhUnknownOutcomeException.class);
        assertThat(transport.asked()).hasSize(2);
        assertThat(transport.nanos()).isGreaterThan(7 * Pace.SECOND);
    }

    @Test
    void theDeadlineEndsRepetitions() {
        ScriptedTransport transport = new ScriptedTransport(request -> json(429, "", "Retry-After", "100"));
        OvhApi api = transport.api(KEY);
        assertThatThrownBy(() -> api.send(ApiCall.of(row("domain:list")))).isInstanceOf(OvhRateLimitException.class);
        assertThat(transport.nanos()).isLessThanOrEqualTo(300 * Pace.SECOND);
        assertThat(api.callsInFlight()).isZero();
    }

    @Test
    void anInterruptEndsTheWaitAndStaysSet() {
        ScriptedTransport transport = new ScriptedTransport(request -> json(200, "1"));
        OvhApi api = transport.api(KEY);
        OvhApiSettings settings = OvhApiSettings.of(ApiRegion.of("ovh-eu"), KEY);
        OvhApi stopped = new OvhApi(
                settings,
                transport,
                java.time.Clock.systemUTC(),
                () -> 1,
                time -> {
                    throw new InterruptedException();
                },
                new java.util.SplittableRandom(1));
        assertThatThrownBy(() -> stopped.send(ApiCall.of(row("account:get"))))
                .isInstanceOf(OvhUnreachableException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(api.send(ApiCall.of(row("account:get"))).as(Long.class)).isOne();
    }

    @Test
    void aServiceAccountFetchesATokenOnceAndAnewWhenItIsRefused() {
        AtomicInteger tokens = new AtomicInteger();
        ScriptedTransport transport = new ScriptedTransport(request -> {
            if (request.url().equals("https://www.ovh.com/auth/oauth2/token")) {
                assertThat(new String(request.body(), StandardCharsets.UTF_8)).contains("client_secret=s%2Bt");
                return json(200, "{\"access_token\":\"t" + tokens.incrementAndGet() + "\",\"expires_in\":3599}");
            }
            return request.headers().get("Authorization").equals("Bearer t2")
                    ? json(200, "true")
                    : json(401, "{\"message\":\"expired\"}");
        });
        OvhApi api = transport.api(new Credentials.ServiceAccount("id", "s+t"));
        assertThat(api.send(ApiCall.of(row("account:get"))).callsMade()).isEqualTo(4);
        assertThat(api.send(ApiCall.of(row("account:get"))).callsMade()).isOne();
        assertThat(tokens).hasValue(2);
    }

    @Test
    void withoutAConsumerKeyNothingSignedIsSent() {
        ScriptedTransport transport = new ScriptedTransport(request -> json(200, "{\"consumerKey\":\"ck\"}"));
        OvhApi api = transport.api(new Credentials.ApplicationKey("app", "secret", null));
        assertThatThrownBy(() -> api.send(ApiCall.of(row("account:get"))))
                .isInstanceOf(OvhAuthenticationException.class)
                .hasMessageContaining("consumer key is missing");
        ConsumerKeyRequest rights =
                ConsumerKeyRequest.forOperations(List.of(row("domain:list"), row("domain:getTask")));
        ApiCall request = ApiCall.of(row("api:createCredential")).withBody(rights.body());
        assertThat(api.send(request).as(RequestedKey.class).consumerKey()).isEqualTo("ck");
        assertThat(new String(transport.asked().get(0).body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"accessRules\":[{\"method\":\"GET\",\"path\":\"/domain\"},"
                        + "{\"method\":\"GET\",\"path\":\"/domain/*/task/*\"}]}");
        assertThat(transport.asked().get(0).headers())
                .containsEntry("X-Ovh-Application", "app")
                .doesNotContainKey("X-Ovh-Signature");
    }
}
