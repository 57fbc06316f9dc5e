// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.operation.WrongUsageException;
import io.github.camelovh.domain.order.Budget;
import io.github.camelovh.domain.order.OrderStatus;
import io.github.camelovh.domain.order.PurchaseOutcome;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.OvhSandboxExtension;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.math.BigDecimal;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An order is paid by its number only within a limit of the operator. */
class PayOrderTest {
    private static final String PAY = "ovh-domain:order?operation=pay";
    private static final String PAID = "POST /me/order/{orderId}/pay";

    @RegisterExtension
    static final OvhSandboxExtension OVH =
            OvhSandboxExtension.with(SandboxOptions.defaults().withDomains(1));

    private final CamelContext context = new DefaultCamelContext();
    private OvhSandbox sandbox;
    private ProducerTemplate template;
    private PurchaseOutcome.Ordered unpaid;

    @BeforeEach
    void orderWithoutPaying() {
        sandbox = OVH.sandbox();
        SandboxComponent.in(context, sandbox);
        context.start();
        template = context.createProducerTemplate();
        unpaid = template.requestBody(
                "ovh-domain:order?maxPrice=20&autoPay=false&param.config.OWNER_LEGAL_AGE=true",
                "unpaid.com",
                PurchaseOutcome.Ordered.class);
        sandbox.verifyCalls(PAID, 0);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private Exchange pay(String uri, Map<String, Object> headers) {
        return template.request(uri, exchange -> {
            exchange.getMessage().setBody(unpaid.orderId());
            exchange.getMessage().setHeaders(headers);
        });
    }

    private void assertUnpaid(Exchange refused, String... words) {
        assertThat(refused.getException()).isInstanceOf(WrongUsageException.class);
        assertThat(refused.getException()).hasMessageContainingAll(words);
        sandbox.verifyCalls(PAID, 0);
    }

    @Test
    void paysWithinTheLimit() {
        BigDecimal exactly = unpaid.priceWithTax().amount();

        Exchange paid = pay(PAY + "&maxPrice=" + exactly, Map.of());

        assertThat(paid.getException()).isNull();
        assertThat(paid.getMessage().getBody(OrderStatus.class).unpaid()).isFalse();
        sandbox.verifyCalls(PAID, 1);
    }

    @Test
    void paysNothingWithoutALimit() {
        assertUnpaid(
                pay(PAY, Map.of()), "Order " + unpaid.orderId() + " was not paid", "there is no limit", "Set maxPrice");
    }

    /** What was ordered elsewhere is in no budget of this component. */
    @Test
    void aBudgetIsNoLimitForAnOrderThatItDoesNotKnow() {
        context.getRegistry().bind("money", Budget.unlimited());

        assertUnpaid(pay(PAY + "&budget=#money", Map.of()), "there is no limit");
    }

    @Test
    void paysNothingAboveTheLimit() {
        String less =
                unpaid.priceWithTax().amount().subtract(new BigDecimal("0.01")).toPlainString();

        assertUnpaid(
                pay(PAY + "&maxPrice=" + less, Map.of()), "it costs " + unpaid.priceWithTax(), "maxPrice is " + less);
        assertUnpaid(pay(PAY + "&maxPrice=500 USD", Map.of()), "maxPrice is 500.00 USD");
    }

    @Test
    void aMessageOnlyLowersTheLimit() {
        Map<String, Object> more = Map.of(OvhDomainConstants.PARAMETERS, Map.of("maxPrice", "500"));
        Map<String, Object> less = Map.of(OvhDomainConstants.PARAMETERS, Map.of("maxPrice", "0.01"));

        assertUnpaid(pay(PAY, more), "maxPrice", "was not begun");
        assertUnpaid(pay(PAY + "&maxPrice=50", more), "maxPrice", "was not begun");
        assertUnpaid(pay(PAY + "&maxPrice=50", less), "maxPrice is 0.01 EUR");
    }
}
