// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.DomainService;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.operation.WrongUsageException;
import io.github.camelovh.domain.order.Purchase;
import io.github.camelovh.domain.order.PurchaseAction;
import io.github.camelovh.domain.order.PurchaseOutcome;
import io.github.camelovh.domain.order.Quote;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.OvhSandboxExtension;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.server.Fault;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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

/** A message decides neither what is spent nor that anything is: the endpoint does. */
class MessageTrustTest {
    private static final String LABELS = "&param.config.OWNER_LEGAL_AGE=true&param.config.ACCEPT_CONDITIONS=true";
    private static final String BUY = "ovh-domain:order?operation=create" + LABELS;
    private static final String PREMIUM = "premium-name.ovh";

    @RegisterExtension
    static final OvhSandboxExtension OVH =
            OvhSandboxExtension.with(SandboxOptions.defaults().withDomains(2));

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

    private Exchange send(String uri, Object body, Map<String, Object> headers) {
        return template.request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    private void assertRefused(Exchange answered, String... words) {
        assertThat(answered.getException()).isInstanceOf(WrongUsageException.class);
        assertThat(answered.getException().getMessage()).contains(words);
        assertThat(sandbox.calls()).isZero();
        assertThat(sandbox.orders()).isEmpty();
    }

    @Test
    void aBodyDoesNotAllowAPremiumName() {
        String json = "{\"domain\":\"" + PREMIUM + "\",\"allowPremium\":true}";
        sandbox.resetCalls();

        assertRefused(
                send(BUY + "&maxPrice=5000 EUR", json, Map.of()),
                "allowPremium",
                "the default, false",
                "limitsFromMessage=true");
    }

    @Test
    void withoutAnOperatorsLimitNothingMayBeSpent() {
        sandbox.resetCalls();

        assertRefused(
                send(BUY, Map.of("domain", "free.ovh", "maxPrice", "15 EUR"), Map.of()), "maxPrice", "the default, 0");
    }

    @Test
    void aHeaderOnlyLowersThePrice() {
        sandbox.resetCalls();
        assertRefused(
                send(BUY + "&maxPrice=1", "free.ovh", Map.of("CamelOvhDomainParameters", Map.of("maxPrice", "50"))),
                "operator's is 1.00 EUR, the message has 50.00 EUR");

        Exchange lowered =
                send(BUY + "&maxPrice=50", "free.ovh", Map.of("CamelOvhDomainParameters", Map.of("maxPrice", "1")));

        assertThat(lowered.getMessage().getBody(PurchaseOutcome.class).sentence())
                .contains("more than the limit of 1.00 EUR");
        assertThat(sandbox.orders()).isEmpty();
    }

    @Test
    void aTypedRequestIsLimitedLikeAnyMessage() {
        Purchase wish = Purchase.of(PurchaseAction.CREATE, DomainName.of(PREMIUM), "P1Y")
                .withConfiguration(Map.of("OWNER_LEGAL_AGE", "true", "ACCEPT_CONDITIONS", "true"))
                .allowing(true, false)
                .withMaxPrice(Money.of("5000 EUR"));
        String plain = "ovh-domain:order?maxPrice=5000";
        sandbox.resetCalls();

        assertRefused(send(plain, wish, Map.of()), "allowPremium");
        assertRefused(send(plain + "&allowPremium=true&param.duration=P2Y", wish, Map.of()), "duration", "beside");

        Exchange lowered = send("ovh-domain:order?maxPrice=50&allowPremium=true", wish.withMaxPrice(null), Map.of());
        assertThat(lowered.getMessage().getBody(PurchaseOutcome.class).sentence())
                .contains("limit of 50.00 EUR");
        Exchange bought = send("ovh-domain:order?limitsFromMessage=true", Map.of("purchase", wish), Map.of());
        assertThat(bought.getMessage().getBody()).isInstanceOf(PurchaseOutcome.Ordered.class);
    }

    @Test
    void theOperatorsOwnMessagesSetLimitsWithinThoseOfTheEndpoint() {
        String own = BUY + "&limitsFromMessage=true";
        Map<String, Object> premium = Map.of("domain", PREMIUM, "allowPremium", true, "maxPrice", "5000");
        sandbox.resetCalls();

        assertRefused(send(own + "&maxPrice=100", premium, Map.of()), "maxPrice", "operator's is 100.00 EUR");
        assertThat(send(own, premium, Map.of()).getMessage().getHeader(OvhDomainConstants.OUTCOME))
                .isEqualTo("Ordered");
    }

    @Test
    void aHeaderDoesNotTurnAQuestionIntoAPurchase() {
        sandbox.resetCalls();
        Map<String, Object> create = Map.of(OvhDomainConstants.OPERATION, "create");
        String quote = "ovh-domain:order?operation=quote&maxPrice=50" + LABELS;

        assertRefused(
                send(quote, "free.ovh", create),
                "order:create",
                "SPEND",
                "order:quote",
                "READ",
                "operationFromMessage=any");

        Exchange any = send(quote + "&operationFromMessage=any", "free.ovh", create);
        assertThat(any.getMessage().getHeader(OvhDomainConstants.OUTCOME)).isEqualTo("Ordered");
        Exchange lower = send(BUY + "&maxPrice=50", "other.ovh", Map.of("camelovhdomainoperation", "quote"));
        assertThat(lower.getMessage().getBody()).isInstanceOf(Quote.class);
        assertThat(lower.getMessage().getHeaders()).doesNotContainKey("camelovhdomainoperation");
    }

    /** Else the limits of the endpoint would end where a message names another operation. */
    @Test
    void aHeaderChoosesNoOperationWithoutTheLimitsOfTheEndpoint() {
        sandbox.resetCalls();

        assertRefused(
                send("ovh-domain:order?maxPrice=50", "7", Map.of(OvhDomainConstants.OPERATION, "pay")),
                "order:pay",
                "has no limit",
                "allowPremium");
        for (String without : List.of("payOrder", "checkoutCart", "deleteCart")) {
            assertRefused(
                    send("ovh-domain:order?maxPrice=50", "free.ovh", Map.of(OvhDomainConstants.OPERATION, without)),
                    "order:" + without,
                    "has no limit",
                    "maxPrice",
                    "order:create");
        }
        for (String without : List.of("importZone", "deleteRecord", "reset", "import")) {
            assertRefused(
                    send("ovh-domain:dns?operation=sync", "", Map.of(OvhDomainConstants.OPERATION, without)),
                    "maxDeletes");
        }
        assertThat(send(BUY + "&maxPrice=50", "free.ovh", Map.of(OvhDomainConstants.OPERATION, "resume"))
                        .getMessage()
                        .getHeader(OvhDomainConstants.OUTCOME))
                .isEqualTo("Ordered");
    }

    @Test
    void ofAnEndpointWithoutAnOperationMessagesChooseWhatReads() {
        sandbox.resetCalls();

        assertRefused(
                send(
                        "ovh-domain:domain",
                        Map.of("serviceName", "a.ovh"),
                        Map.of(OvhDomainConstants.OPERATION, "update")),
                "domain:update",
                "CHANGE",
                "without an operation");
        assertRefused(
                send("ovh-domain:domain", "a.ovh", Map.of(OvhDomainConstants.OPERATION, "getAuthCode")),
                "domain:getAuthCode");
        assertThat(send("ovh-domain:domain", null, Map.of(OvhDomainConstants.OPERATION, "list"))
                        .getMessage()
                        .getBody(List.class))
                .hasSize(2);
    }

    @Test
    void takesControlHeadersOffTheMessageWhetherItSucceedsOrNot() {
        Map<String, Object> headers = Map.of(
                OvhDomainConstants.OPERATION,
                "get",
                OvhDomainConstants.PARAMETERS,
                Map.of("serviceName", "already-mine.com"),
                "mine",
                "stays");

        Exchange answered = send("ovh-domain:domain", null, headers);
        Exchange failed = send("ovh-domain:domain?param.unknown=x", null, headers);

        assertThat(answered.getException()).isNull();
        assertThat(failed.getException()).isInstanceOf(WrongUsageException.class);
        for (Exchange each : List.of(answered, failed)) {
            assertThat(each.getMessage().getHeaders())
                    .containsKey("mine")
                    .doesNotContainKeys(OvhDomainConstants.OPERATION, OvhDomainConstants.PARAMETERS);
        }
    }

    /** Camel's error handler begins each attempt with the message as it came to the step. */
    @Test
    void aRedeliveryHasItsControlHeadersAgain() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(0));
                from("direct:again").to("ovh-domain:domain");
            }
        });
        sandbox.fault(Fault.on("GET /domain/{serviceName}", Fault.Kind.STATUS)
                .times(1)
                .status(403));

        Exchange answered = send(
                "direct:again",
                null,
                Map.of(
                        OvhDomainConstants.OPERATION,
                        "get",
                        OvhDomainConstants.PARAMETERS,
                        Map.of("serviceName", "already-mine.com")));

        assertThat(answered.getException()).isNull();
        assertThat(answered.getMessage().getBody(DomainService.class).domain()).isEqualTo("already-mine.com");
        assertThat(answered.getMessage().getHeader(Exchange.REDELIVERY_COUNTER)).isEqualTo(1);
        assertThat(answered.getMessage().getHeaders())
                .doesNotContainKeys(OvhDomainConstants.OPERATION, OvhDomainConstants.PARAMETERS);
    }

    @Test
    void aRedeliveryHasItsBodyAgain() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(0));
                from("direct:stream").to("ovh-domain:domain?operation=get");
            }
        });
        sandbox.fault(Fault.on("GET /domain/{serviceName}", Fault.Kind.STATUS)
                .times(1)
                .status(403));
        byte[] json = "{\"serviceName\": \"already-mine.com\"}".getBytes(StandardCharsets.UTF_8);

        Exchange answered = send("direct:stream", new ByteArrayInputStream(json), Map.of());

        assertThat(answered.getException()).isNull();
        assertThat(answered.getMessage().getBody(DomainService.class).domain()).isEqualTo("already-mine.com");
    }
}
