// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelovh.domain.renewal.RenewalOutcome;
import io.github.camelovh.domain.renewal.RenewalState;
import io.github.camelovh.domain.sandbox.OvhSandboxExtension;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.server.Fault;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Resource {@code renewal}: a name is renewed once beyond a known expiry. */
class RenewalOperationsTest {
    private static final String NAME = "garden-travel-1.com";
    private static final String RENEW = "POST /service/{serviceId}/renew";

    @RegisterExtension
    static final OvhSandboxExtension OVH = OvhSandboxExtension.with(
            SandboxOptions.defaults().withTaskTime(Duration.ofMillis(200)).withDomains(12));

    private final CamelContext context = new DefaultCamelContext();
    private ProducerTemplate template;

    @BeforeEach
    void startCamel() {
        OvhDomainComponent component = SandboxComponent.in(context, OVH.sandbox());
        component.getDefaultAccount().setResponseTimeout(1500);
        component.getConfiguration().setSettleTime(500);
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stopCamel() {
        context.stop();
    }

    private Object call(String operation, Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("domain", NAME);
        return template.requestBodyAndHeader(
                "ovh-domain:renewal?limitsFromMessage=true&operation=" + operation,
                null,
                OvhDomainConstants.PARAMETERS,
                all);
    }

    private RenewalState state() {
        return (RenewalState) call("state", Map.of());
    }

    private Map<String, Object> wish(RenewalState seen) {
        return Map.of("expiry", seen.expiration().toString(), "maxPrice", "50 EUR");
    }

    private static long renewals() {
        return OVH.sandbox().orders().stream()
                .filter(order -> order.domain().equals(NAME))
                .count();
    }

    @Test
    void renewsOnceForTheExpiryThatWasSeen() {
        RenewalState seen = state();

        RenewalOutcome first = (RenewalOutcome) call("renew", wish(seen));
        RenewalOutcome second = (RenewalOutcome) call("renew", wish(seen));

        assertThat(first).isInstanceOf(RenewalOutcome.Ordered.class);
        assertThat(((RenewalOutcome.Ordered) first).payByHand()).isFalse();
        assertThat(second).isInstanceOfAny(RenewalOutcome.UnderWay.class, RenewalOutcome.Renewed.class);
        if (second instanceof RenewalOutcome.UnderWay) {
            assertThat(second.orderId()).isEqualTo(first.orderId());
        }
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(state().expiration())
                .isEqualTo(seen.expiration().plusYears(1)));
        assertThat(call("renew", wish(seen))).isInstanceOf(RenewalOutcome.Renewed.class);
        assertThat(renewals()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.Kind.class,
            names = {"ANSWER_LOST", "GARBAGE", "ID_ZERO"})
    void anOrderWithoutAnAnswerIsFoundAndNotSentAgain(Fault.Kind kind) {
        RenewalState seen = state();
        call("quote", Map.of());
        long before = renewals();
        OVH.sandbox().resetCalls();
        OVH.sandbox().fault(Fault.on(RENEW, kind).nth(2));

        Object outcome = call("renew", wish(seen));

        assertThat(outcome).as("%s", outcome).isInstanceOf(RenewalOutcome.Ordered.class);
        assertThat(renewals() - before).isEqualTo(1);
        assertThat(OVH.sandbox().calls(RENEW)).as("dry run and order").isEqualTo(2);
    }

    @Test
    void tellsNothingWhereThePaymentMethodIsValidForEver() {
        String uri = "ovh-domain:renewal?operation=checkPayment&param.until=";

        assertThat(template.requestBody(uri + "2999-12-31", null, String.class)).isNull();
        assertThat(OVH.sandbox().calls("GET /me/payment/method")).isEqualTo(1);
        assertThat(OVH.sandbox().calls("GET /me/payment/method/{paymentMethodId}"))
                .isEqualTo(1);
    }

    @Test
    void isRefusedAboveTheLimitAndForAnotherExpiry() {
        RenewalState seen = state();

        assertThat(call("renew", Map.of("expiry", seen.expiration().toString(), "maxPrice", "1 EUR")))
                .extracting(Object::toString)
                .asString()
                .contains("more than the limit of 1");
        assertThat(call("renew", Map.of("expiry", seen.expiration().plusDays(9).toString(), "maxPrice", "50 EUR")))
                .extracting(Object::toString)
                .asString()
                .contains("as given; nothing was ordered");
        assertThatThrownBy(
                        () -> call("renew", Map.of("expiry", seen.expiration().toString())))
                .hasStackTraceContaining("there is no limit to its price");
        assertThat(renewals()).isZero();
    }
}
