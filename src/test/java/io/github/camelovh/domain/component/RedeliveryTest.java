// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.order.PurchaseOutcome;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.OvhSandboxExtension;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same request, on another node each time, without a journal. */
class RedeliveryTest {

    private static final String CHECKOUT = "POST /order/cart/{cartId}/checkout";

    @RegisterExtension
    static final OvhSandboxExtension OVH =
            OvhSandboxExtension.with(SandboxOptions.defaults().withDomains(1));

    private final OvhSandbox sandbox = OVH.sandbox();

    private <T> T node(String uri, Object body, Class<T> type) {
        CamelContext context = new DefaultCamelContext();
        try {
            SandboxComponent.in(context, sandbox);
            context.start();
            return context.createProducerTemplate().requestBody(uri, body, type);
        } finally {
            context.stop();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "order, domain, again-new.ovh,",
        "order?operation=resume, domain, again-resumed.ovh,",
        "order?holdingsMaxAge=60000, domain, again-pictured.ovh,",
        "transfer, domain, taken-again.com, AUTH-taken-again.com",
        "dns?operation=order, zoneName, again-zone.example,"
    })
    void endsAsTheFirstTimeWithTheOrder(String uri, String subject, String name, String code) {
        Map<String, Object> wish = code == null
                ? Map.of(subject, name)
                : Map.of(subject, name, "authCode", code, "config.OWNER_LEGAL_AGE", "true");
        String labels =
                uri.startsWith("order") ? "&param.config.OWNER_LEGAL_AGE=true&param.config.ACCEPT_CONDITIONS=true" : "";
        String full = "ovh-domain:" + uri + (uri.contains("?") ? "&" : "?") + "maxPrice=20" + labels;

        PurchaseOutcome.Ordered first = node(full, wish, PurchaseOutcome.Ordered.class);
        PurchaseOutcome.Ordered open = node(full, wish, PurchaseOutcome.Ordered.class);
        sandbox.advance(Duration.ofDays(10));
        PurchaseOutcome.Ordered delivered = node(full, wish, PurchaseOutcome.Ordered.class);
        Map<?, ?> asMap = node(full + "&answerForm=MAP", wish, Map.class);

        assertThat(first.domain()).hasToString(name);
        assertThat(open.orderId()).isEqualTo(first.orderId());
        assertThat(open.priceWithTax()).isEqualTo(first.priceWithTax()).isNotNull();
        assertThat(delivered.orderId()).isEqualTo(first.orderId());
        assertThat(delivered.paid()).isTrue();
        assertThat(asMap.get("outcome")).isEqualTo("Ordered");
        assertThat(asMap.get("orderId")).isEqualTo(first.orderId());
        sandbox.verifySoldOnce(name);
        sandbox.verifyCalls(CHECKOUT, 1);
    }

    @Test
    void anOrderIsPaidOnlyIfOvhcloudSaysSo() {
        String unpaid = "ovh-domain:order?autoPay=false&maxPrice=20&param.config.OWNER_LEGAL_AGE=true"
                + "&param.config.ACCEPT_CONDITIONS=true";

        PurchaseOutcome.Ordered first = node(unpaid, "left-open.ovh", PurchaseOutcome.Ordered.class);
        PurchaseOutcome.Ordered again = node(unpaid, "left-open.ovh", PurchaseOutcome.Ordered.class);

        assertThat(first.paid()).as("its status was not read").isNull();
        assertThat(again.paid()).isFalse();
        assertThat(again.orderId()).isEqualTo(first.orderId());
        assertThat(again.payByHand()).isTrue();
        assertThat(again.whatToDo()).isEqualTo(first.whatToDo()).contains("Pay order " + first.orderId());
        sandbox.verifyCalls(CHECKOUT, 1);
    }

    @Test
    void aNameThatSomebodyElseBroughtHereHasNoOrderOfOurs() {
        PurchaseOutcome held = node("ovh-domain:order?maxPrice=20", "already-mine.com", PurchaseOutcome.class);

        assertThat(held).isInstanceOf(PurchaseOutcome.AlreadyOwned.class);
        assertThat(held.domain()).hasToString("already-mine.com");
        assertThat(held.orderId()).isNull();
        assertThat(sandbox.calls("GET /me/order")).isZero();
        sandbox.verifyCalls(CHECKOUT, 0);
    }
}
