// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import static io.github.camelovh.domain.api.ScriptedTransport.json;
import static io.github.camelovh.domain.api.catalog.OperationCatalog.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {
    private static final Credentials KEY = new Credentials.ApplicationKey("app", "secret", "consumer");

    private final AtomicReference<Transport.Result> answer = new AtomicReference<>(json(503, "down"));
    private final ScriptedTransport transport = new ScriptedTransport(request -> answer.get());
    private final OvhApi api = transport.api(KEY);

    private void call() {
        api.send(ApiCall.of(row("account:get")));
    }

    private void callFailing() {
        assertThatThrownBy(this::call).isInstanceOf(OvhApiException.class);
    }

    private void callNotSent() {
        int before = transport.asked().size();
        assertThatThrownBy(this::call)
                .isInstanceOf(OvhUnreachableException.class)
                .hasMessageContaining("was not sent, because OVHcloud has failed all calls since")
                .hasMessageContaining("HTTP 503")
                .hasMessageContaining("nothing was done");
        assertThat(transport.asked()).hasSize(before);
    }

    @Test
    void afterTenFailuresInARowOnlyProbesAreSentAtGrowingPauses() {
        callFailing();
        assertThat(api.outage()).isEmpty();
        callFailing();

        assertThat(api.outage())
                .hasValueSatisfying(outage -> assertThat(outage.lastFailure()).contains("HTTP 503"));
        assertThat(transport.asked()).hasSize(OutageDetector.FAILURES);
        callNotSent();
        for (int seconds : new int[] {5, 10, 20, 40, 80, 120, 120}) {
            transport.pass(Duration.ofSeconds(seconds).minusMillis(100));
            callNotSent();
            transport.pass(Duration.ofMillis(200));
            int before = transport.asked().size();
            callFailing();
            assertThat(transport.asked()).as("one probe after %d s", seconds).hasSize(before + 1);
            callNotSent();
        }

        transport.pass(Duration.ofSeconds(121));
        answer.set(json(200, "{}"));
        call();
        assertThat(api.outage()).isEmpty();
        call();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 429, 460})
    void refusalsAreNoOutage(int status) {
        answer.set(json(status, "{\"message\":\"no\"}"));
        for (int i = 0; i < 2 * OutageDetector.FAILURES; i++) {
            callFailing();
        }
        assertThat(api.outage()).isEmpty();
    }

    @Test
    void oneAnswerAmongTheFailuresIsNoOutage() {
        AtomicInteger calls = new AtomicInteger();
        ScriptedTransport shaky =
                new ScriptedTransport(request -> calls.incrementAndGet() % OutageDetector.FAILURES == 0
                        ? json(200, "{}")
                        : new Transport.Lost("no answer came", new IOException("x")));
        OvhApi unsteady = shaky.api(KEY);
        for (int i = 0; i < 10; i++) {
            try {
                unsteady.send(ApiCall.of(row("account:get")));
            } catch (OvhServerFaultException failed) {
                // as it is meant
            }
        }
        assertThat(calls.get()).isGreaterThan(2 * OutageDetector.FAILURES);
        assertThat(unsteady.outage()).isEmpty();
    }

    @Test
    void anOutageOfTheHostOfALinkIsNotThatOfTheApi() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> api.upload("https://storage.example.net/x?y=z", new byte[1]))
                    .isInstanceOf(OvhApiException.class);
        }
        assertThat(transport.asked()).hasSizeGreaterThan(OutageDetector.FAILURES);
        assertThat(api.outage()).isEmpty();
    }
}
