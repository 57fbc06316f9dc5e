// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelovh.domain.api.model.AuthCode;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.order.PurchaseOutcome;
import io.github.camelovh.domain.sandbox.OvhSandboxExtension;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.server.Fault;
import io.github.camelovh.domain.transfer.Awaited;
import io.github.camelovh.domain.transfer.OutgoingTransfers;
import io.github.camelovh.domain.transfer.TransferCheck;
import io.github.camelovh.domain.transfer.TransferStatus;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.MessageHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Resource {@code transfer}: incoming and outgoing names. */
class TransferOperationsTest {
    private static final String LEAVES = "garden-travel-1.com";

    @RegisterExtension
    static final OvhSandboxExtension OVH = OvhSandboxExtension.with(
            SandboxOptions.defaults().withTaskTime(Duration.ofMillis(200)).withDomains(40));

    private final CamelContext context = new DefaultCamelContext();
    private ProducerTemplate template;

    @BeforeEach
    void startCamel() {
        SandboxComponent.in(context, OVH.sandbox());
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stopCamel() {
        context.stop();
    }

    private Object call(String operation, Map<String, Object> parameters) {
        return template.requestBodyAndHeader(
                "ovh-domain:transfer?limitsFromMessage=true&operation=" + operation,
                null,
                OvhDomainConstants.PARAMETERS,
                parameters);
    }

    private TransferStatus ended(String name) {
        return (TransferStatus) call("await", Map.of("domain", name, "wait", "PT20S"));
    }

    @Test
    void tellsWhetherANameCanCome() {
        TransferCheck movable = (TransferCheck) call("check", Map.of("domain", "taken-check.com"));
        TransferCheck locked = (TransferCheck) call("check", Map.of("domain", "locked-check.com"));
        TransferCheck ours = (TransferCheck) call("check", Map.of("domain", LEAVES));
        TransferCheck free = (TransferCheck) call("check", Map.of("domain", "nobody-has-it.com"));

        assertThat(movable.transferable()).isTrue();
        assertThat(movable.currentNameServers()).hasSize(2);
        assertThat(movable.priceWithoutTax().currency()).isEqualTo("EUR");
        assertThat(locked.reasons()).singleElement().asString().contains("locked at its registrar");
        assertThat(ours.reasons()).containsExactly(LEAVES + " is in this account already");
        assertThat(free.reasons()).singleElement().asString().contains("not registered anywhere");
    }

    @Test
    void bringsANameWithItsCodeOnce() {
        Map<String, Object> wish = Map.of(
                "domain",
                "taken-comes.com",
                "authCode",
                "AUTH-taken-comes.com",
                "maxPrice",
                "20 EUR",
                "config.OWNER_LEGAL_AGE",
                "true");

        assertThat(call("start", wish)).isInstanceOf(PurchaseOutcome.Ordered.class);
        assertThat(call("start", wish)).isNotInstanceOf(PurchaseOutcome.Failed.class);
        TransferStatus end = ended("taken-comes.com");

        assertThat(end.status()).isEqualTo("done");
        assertThat(end.incoming()).isTrue();
        OVH.sandbox().verifySoldOnce("taken-comes.com");
    }

    @Test
    void waitsForTheRightCodeAndTakesIt() {
        String name = "taken-fixed.com";
        call(
                "start",
                Map.of(
                        "domain",
                        name,
                        "authCode",
                        "wrong-code",
                        "maxPrice",
                        "20 EUR",
                        "config.OWNER_LEGAL_AGE",
                        "true"));
        TransferStatus stuck = ended(name);
        assertThat(stuck.awaited()).isEqualTo(Awaited.YOU);
        assertThat(stuck.canDo()).contains("relaunch", "cancel");
        assertThat(stuck.comment()).contains("authInfo");

        OVH.sandbox().fault(Fault.on("POST /me/task/domain/{id}/relaunch", Fault.Kind.ANSWER_LOST));
        call("fixAuthInfo", Map.of("domain", name, "authCode", "AUTH-" + name));

        assertThat(ended(name).status()).isEqualTo("done");
        assertThatThrownBy(() -> call("fixAuthInfo", Map.of("domain", name, "authCode", "AUTH-" + name)))
                .hasStackTraceContaining("none waits for a code; nothing was changed");
    }

    @Test
    void isGivenUpOnceEvenIfTheAnswerIsLost() {
        String name = "taken-cancelled.com";
        call(
                "start",
                Map.of(
                        "domain",
                        name,
                        "authCode",
                        "wrong-code",
                        "maxPrice",
                        "20 EUR",
                        "config.OWNER_LEGAL_AGE",
                        "true"));
        ended(name);
        OVH.sandbox().fault(Fault.on("POST /me/task/domain/{id}/cancel", Fault.Kind.ANSWER_LOST));

        DomainTask task = (DomainTask) call("cancel", Map.of("domain", name));

        assertThat(task.status()).isEqualTo("cancelled");
        assertThat(ended(name).awaited()).isEqualTo(Awaited.NOBODY);
        assertThatThrownBy(() -> call("cancel", Map.of("domain", name)))
                .hasStackTraceContaining("can be cancelled now");
    }

    @Test
    void refusesACodeThatCannotBeOneWithoutShowingIt() {
        assertThatThrownBy(() -> call(
                        "start",
                        Map.of(
                                "domain",
                                "taken-odd.com",
                                "authCode",
                                "two words",
                                "maxPrice",
                                "20 EUR",
                                "config.OWNER_LEGAL_AGE",
                                "true")))
                .hasStackTraceContaining("contains a space")
                .satisfies(error -> assertThat(error.toString()).doesNotContain("two words"));
        assertThat(OVH.sandbox().orders()).noneMatch(order -> order.domain().equals("taken-odd.com"));
        assertThatThrownBy(() -> call("start", Map.of("domain", "taken-odd.com", "authCode", "AUTH-x")))
                .hasStackTraceContaining("there is no limit to its price");
    }

    @Test
    void letsANameGoAndAnswersForIt() throws Exception {
        Exchange released = template.request("ovh-domain:transfer?operation=release", exchange -> exchange.getMessage()
                .setBody(LEAVES));
        AuthCode code = released.getMessage().getBody(AuthCode.class);
        assertThat(released.getException()).isNull();
        assertThat(MessageHelper.dumpAsXml(released.getMessage())).doesNotContain(code.secret());
        String token = asked(LEAVES, code.secret());

        OutgoingTransfers.Hold refused =
                (OutgoingTransfers.Hold) call("reject", Map.of("domain", LEAVES, "token", token));
        assertThat(refused.leaving()).isFalse();

        String again = asked(LEAVES, code.secret());
        call("approve", Map.of("domain", LEAVES, "token", again));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(ended(LEAVES).status()).isEqualTo("done"));
        assertThat(ended(LEAVES).incoming()).isFalse();
    }

    /** Lets another registrar request a name; returns the token of the mail to its owner. */
    private static String asked(String name, String code) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(OVH.sandbox().origin().resolve(URI.create("/_sandbox/outgoing/" + name)))
                                .POST(HttpRequest.BodyPublishers.ofString("{\"code\":\"" + code + "\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().replaceFirst("(?s).*\"token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    @Test
    void tellsApartWhatHasNeitherLockNorCode() {
        assertThat(call("release", Map.of("domain", "petit-net-15.berlin"))).isInstanceOf(AuthCode.class);
        assertThatThrownBy(() -> call("release", Map.of("domain", "maison-zen-6.uk")))
                .hasStackTraceContaining("moves by the tag of a registrar");
        assertThatThrownBy(() -> call("releaseByTag", Map.of("domain", "maison-zen-6.uk", "tag", "EXAMPLE-G")))
                .hasStackTraceContaining("EXAMPLE-GB");
        assertThat(((DomainTask) call("releaseByTag", Map.of("domain", "maison-zen-6.uk", "tag", "EXAMPLE-GB")))
                        .function())
                .isEqualTo("DomainOutgoingTransfer");
    }

    @Test
    void tellsTheStepsOfTransfersToRoutes() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("ovh-domain:transfer?delay=200").to("mock:steps");
            }
        });
        MockEndpoint steps = context.getEndpoint("mock:steps", MockEndpoint.class);
        call(
                "start",
                Map.of(
                        "domain",
                        "taken-told.com",
                        "authCode",
                        "AUTH-taken-told.com",
                        "maxPrice",
                        "20 EUR",
                        "config.OWNER_LEGAL_AGE",
                        "true"));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(steps.getExchanges())
                .filteredOn(
                        step -> "taken-told.com".equals(step.getMessage().getHeader(OvhDomainConstants.DOMAIN_NAME)))
                .extracting(step -> step.getMessage().getHeader(OvhDomainConstants.STATUS))
                .contains("done")
                .doesNotHaveDuplicates());
    }
}
