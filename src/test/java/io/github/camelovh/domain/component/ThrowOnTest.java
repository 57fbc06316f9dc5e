// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.operation.OutcomeKinds;
import io.github.camelovh.domain.operation.WrongUsageException;
import io.github.camelovh.domain.order.PurchaseOutcome;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.OvhSandboxExtension;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThrowOnTest {

    private static final String BUY =
            "ovh-domain:order?maxPrice=20&param.config.OWNER_LEGAL_AGE=true&param.config.ACCEPT_CONDITIONS=true";
    private static final String PREMIUM = "premium-name.ovh";

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

    private Exchange request(String uri, Object body) {
        return template.request(uri, exchange -> exchange.getMessage().setBody(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&answerForm=MAP", "&answerForm=TREE"})
    void makesAnOutcomeAnErrorThatHasItInEveryForm(String form) {
        Exchange exchange = request(BUY + "&throwOn=Unfinished, Failed,Refused" + form, PREMIUM);

        assertThat(exchange.getException()).isInstanceOfSatisfying(OvhDomainOutcomeException.class, error -> {
            assertThat(error.getOutcome()).isInstanceOf(PurchaseOutcome.Refused.class);
            assertThat(error)
                    .hasMessageStartingWith("order:create of premium-name.ovh ended as Refused: ")
                    .hasMessageContaining("premium")
                    .hasMessageEndingWith(error.getOutcome().whatToDo());
            assertThat(error.getStackTrace()).isEmpty();
        });
        assertThat(exchange.getMessage().getBody())
                .as("the message, for whoever tries it again")
                .isEqualTo(PREMIUM);
        assertThat(sandbox.orders()).isEmpty();
    }

    @Test
    void byDefaultAndForOtherKindsAnOutcomeIsAnAnswer() {
        assertThat(request(BUY, PREMIUM).getException()).isNull();
        Exchange other = request(BUY + "&throwOn=Unfinished,Failed", PREMIUM);

        assertThat(other.getException()).isNull();
        assertThat(other.getMessage().getBody()).isInstanceOf(PurchaseOutcome.Refused.class);
        assertThat(request(BUY + "&throwOn=Refused", "bought-anyway.ovh").getException())
                .isNull();
    }

    @Test
    void theComponentSetsItForAllItsEndpoints() {
        context.getComponent(OvhDomainConstants.SCHEME, OvhDomainComponent.class)
                .getConfiguration()
                .setThrowOn("Refused");

        assertThat(request(BUY, PREMIUM).getException()).isInstanceOf(OvhDomainOutcomeException.class);
    }

    @Test
    void appliesToPlansToo() {
        Map<String, Object> wish = Map.of("domain", "already-mine.com", "disclosure.billing", "all");
        String plan = "ovh-domain:whois?operation=planDisclosure";

        assertThat(request(plan, wish).getMessage().getBody()).isInstanceOf(PlanOutcome.Refused.class);
        assertThat(request(plan + "&throwOn=Refused", wish).getException())
                .isInstanceOf(OvhDomainOutcomeException.class)
                .hasMessageStartingWith("whois:planDisclosure of already-mine.com ended as Refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Refusd", "refused", "Unfinished,Nonsense", "*"})
    void anUnknownKindIsAnErrorAtTheStartThatListsTheValidOnes(String kinds) {
        assertThatThrownBy(() -> context.getEndpoint(BUY + "&throwOn=" + kinds).start())
                .hasStackTraceContaining("throwOn has")
                .hasStackTraceContaining("Accepted: " + String.join(", ", OutcomeKinds.names()))
                .hasStackTraceContaining("not started");
        assertThat(OutcomeKinds.names())
                .contains("Ordered", "AlreadyOwned", "UnderWay", "Refused", "Failed", "Unfinished", "Renewed", "Stuck");
    }

    @Test
    void aMessageCannotChangeIt() {
        String strict = BUY + "&throwOn=Refused";

        assertThat(request(strict, Map.of("domain", PREMIUM, "throwOn", "")).getException())
                .isInstanceOf(WrongUsageException.class)
                .hasMessageContaining("unknown parameter \"throwOn\"");
        Exchange header = template.request(strict, exchange -> {
            exchange.getMessage().setBody(PREMIUM);
            exchange.getMessage().setHeader(OvhDomainConstants.PARAMETERS, Map.of("throwOn", ""));
        });
        assertThat(header.getException())
                .isInstanceOf(WrongUsageException.class)
                .hasMessageContaining("unknown parameter \"throwOn\"");
    }
}
