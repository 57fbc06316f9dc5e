// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.api.model.Offer;
import io.github.camelovh.domain.operation.WrongUsageException;
import io.github.camelovh.domain.order.Holding;
import io.github.camelovh.domain.order.OrderStatus;
import io.github.camelovh.domain.order.PurchaseOutcome;
import io.github.camelovh.domain.order.Quote;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.OvhSandboxExtension;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrderOperationsTest {

    private static final String BUY =
            "ovh-domain:order?maxPrice=20&param.config.OWNER_LEGAL_AGE=true&param.config.ACCEPT_CONDITIONS=true";

    @RegisterExtension
    static final OvhSandboxExtension OVH =
            OvhSandboxExtension.with(SandboxOptions.defaults().withDomains(1));

    private final CamelContext context = new DefaultCamelContext();
    private OvhSandbox sandbox;
    private ProducerTemplate template;

    @BeforeEach
    void startCamel() {
        sandbox = OVH.sandbox();
        SandboxComponent.in(context, sandbox);
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stopCamel() {
        context.stop();
    }

    @Test
    void buysAPlainNameOnce() {
        Exchange first = template.request(BUY, exchange -> exchange.getMessage().setBody("bought-here.ovh"));
        Exchange again = template.request(BUY, exchange -> exchange.getMessage().setBody("bought-here.ovh"));

        assertThat(first.getException()).isNull();
        assertThat(first.getMessage().getBody()).isInstanceOf(PurchaseOutcome.Ordered.class);
        assertThat(first.getMessage().getHeader(OvhDomainConstants.OUTCOME)).isEqualTo("Ordered");
        assertThat(first.getMessage().getHeader(OvhDomainConstants.CALLS_MADE, Integer.class))
                .isPositive();
        assertThat(again.getMessage().getHeader(OvhDomainConstants.OUTCOME)).isNotEqualTo("Failed");
        sandbox.verifySoldOnce("bought-here.ovh");
    }

    @Test
    void tellsWhatTheAccountHoldsAndWhatIsUnderWay() {
        String mine = "already-mine.com";

        assertThat(template.requestBody("ovh-domain:order?operation=holding", mine, Holding.class))
                .isEqualTo(new Holding(true, null));
        assertThat(template.requestBody("ovh-domain:order?operation=holding", "nobodys.ovh", Holding.class))
                .isEqualTo(new Holding(false, null));
        template.requestBody(BUY, "on-its-way.ovh");
        assertThat(template.requestBody("ovh-domain:order?operation=holding", "on-its-way.ovh", Holding.class)
                        .underWay())
                .contains("DomainCreate");
    }

    /** All endpoints look at one picture, and what one of them orders is in it at once. */
    @Test
    void asksOnceForAllNamesWhereThePictureMayBeOld() {
        String old = "&holdingsMaxAge=60000";
        String holding = "ovh-domain:order?operation=holding" + old;
        assertThat(template.requestBody(holding, "already-mine.com", Holding.class)
                        .owned())
                .isTrue();
        long asked = sandbox.calls();

        template.requestBody(BUY + old, "pictured.ovh");
        Holding ordered = template.requestBody(holding, "pictured.ovh", Holding.class);
        Holding mine = template.requestBody(holding + "&answerForm=RECORD", "already-mine.com", Holding.class);

        assertThat(ordered.underWay()).contains("was made already");
        assertThat(mine.owned()).isTrue();
        assertThat(asked).isPositive();
        sandbox.verifyCalls("GET /domain", 1);
        sandbox.verifyCalls("GET /domain/{serviceName}", 0);
    }

    @Test
    void refusesToBuyWithoutAnyLimitYetQuotes() {
        assertThatThrownBy(() -> template.requestBody("ovh-domain:order", "no-limit.ovh"))
                .cause()
                .isInstanceOf(WrongUsageException.class)
                .hasMessageContaining("was not ordered")
                .hasMessageContaining("maxPrice");
        assertThat(sandbox.orders()).isEmpty();

        Quote quote = template.requestBody("ovh-domain:order?operation=quote", "no-limit.ovh", Quote.class);
        assertThat(quote.orderable()).isTrue();
        assertThat(quote.priceWithoutTax().amount()).isPositive();
        assertThat(sandbox.orders()).isEmpty();
    }

    @Test
    void refusesAPremiumNameUnlessAllowed() {
        Exchange refused =
                template.request(BUY, exchange -> exchange.getMessage().setBody("premium-name.ovh"));

        assertThat(refused.getMessage().getHeader(OvhDomainConstants.OUTCOME)).isEqualTo("Refused");
        assertThat(sandbox.orders()).isEmpty();
    }

    @Test
    void theEndpointAllowsAPremiumName() {
        String plain =
                "ovh-domain:order?maxPrice=10000&param.config.OWNER_LEGAL_AGE=true&param.config.ACCEPT_CONDITIONS=true";

        PurchaseOutcome forbidden = template.requestBody(
                plain + "&allowPremium=true",
                Map.of("domain", "premium-name.ovh", "allowPremium", false),
                PurchaseOutcome.class);
        assertThat(forbidden).isInstanceOf(PurchaseOutcome.Refused.class);
        assertThat(sandbox.orders()).isEmpty();

        PurchaseOutcome allowed =
                template.requestBody(plain + "&allowPremium=true", "premium-name.ovh", PurchaseOutcome.class);
        assertThat(allowed).isInstanceOf(PurchaseOutcome.Ordered.class);
    }

    @Test
    void aMessageNamesTheCurrencyOfItsLimit() {
        Map<String, Object> inDollars = Map.of("domain", "dollar.ovh", "maxPrice", "100", "currency", "USD");

        PurchaseOutcome refused = template.requestBody(
                "ovh-domain:order?limitsFromMessage=true&param.config.OWNER_LEGAL_AGE=true"
                        + "&param.config.ACCEPT_CONDITIONS=true",
                inDollars,
                PurchaseOutcome.class);

        assertThat(refused).isInstanceOf(PurchaseOutcome.Refused.class);
        assertThat(refused.sentence()).contains("USD");
        assertThat(sandbox.orders()).isEmpty();
    }

    @Test
    void checksOffers() {
        List<?> offers = template.requestBody("ovh-domain:order?operation=check", "free.ovh", List.class);

        assertThat(offers).isNotEmpty().allSatisfy(each -> assertThat(each).isInstanceOf(Offer.class));
    }

    @Test
    void awaitsOrderAndTask() {
        PurchaseOutcome.Ordered ordered = template.requestBody(BUY, "awaited.ovh", PurchaseOutcome.Ordered.class);
        sandbox.advance(Duration.ofMinutes(30));

        OrderStatus status = template.requestBody(
                "ovh-domain:order?operation=await&param.wait=0", ordered.orderId(), OrderStatus.class);
        List<?> tasks = template.requestBody("ovh-domain:task?operation=find", "awaited.ovh", List.class);

        assertThat(status.delivered()).isTrue();
        assertThat(tasks).hasSize(1).first().isInstanceOfSatisfying(DomainTask.class, task -> assertThat(task.status())
                .isEqualTo("done"));
    }

    @Test
    void resumesAndPaysInARoute() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:again").to(BUY + "&operation=resume");
                from("direct:pay").to("ovh-domain:order?operation=pay&maxPrice=20");
            }
        });
        PurchaseOutcome.Ordered ordered = template.requestBody(BUY, "resumed.ovh", PurchaseOutcome.Ordered.class);

        assertThat(template.requestBody("direct:again", "resumed.ovh", PurchaseOutcome.Ordered.class)
                        .orderId())
                .isEqualTo(ordered.orderId());
        assertThatThrownBy(() -> template.requestBody("direct:pay", ordered.orderId()))
                .as("it is paid already")
                .cause()
                .isInstanceOf(OvhApiException.class);

        sandbox.verifySoldOnce("resumed.ovh");
        sandbox.verifyCalls("POST /me/order/{orderId}/pay", 1);
    }

    @Test
    void mendsATaskByItsArguments() {
        template.requestBody(BUY, "paris.fr", PurchaseOutcome.class);
        sandbox.advance(Duration.ofMinutes(30));
        DomainTask broken = (DomainTask)
                template.requestBody("ovh-domain:task?operation=find&param.status=error", "paris.fr", List.class)
                        .get(0);

        assertThatThrownBy(() -> template.requestBodyAndHeader(
                        "ovh-domain:task?operation=fix",
                        broken.id(),
                        OvhDomainConstants.PARAMETERS,
                        Map.of("argument.legitimacy", "mine")))
                .cause()
                .isInstanceOf(WrongUsageException.class)
                .hasMessageContaining("legitimacyAfnic");

        DomainTask mended = template.requestBodyAndHeader(
                "ovh-domain:task?operation=fix",
                broken.id(),
                OvhDomainConstants.PARAMETERS,
                Map.of("argument.legitimacyAfnic", "The city itself"),
                DomainTask.class);
        assertThat(mended.status()).isNotEqualTo("error");
    }

    @Test
    void namesTheWrongLabelOfAParameter() {
        assertThatThrownBy(() -> template.requestBody("ovh-domain:order?operation=quote&param.durations=P1Y", "a.ovh"))
                .cause()
                .hasMessageContaining("did you mean \"duration\"?");
    }
}
