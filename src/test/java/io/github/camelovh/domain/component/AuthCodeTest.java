// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.model.AuthCode;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.OvhSandboxExtension;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.MessageHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The auth code of a name is returned, but never shown. */
class AuthCodeTest {

    private static final String NAME = "already-mine.com";

    @RegisterExtension
    static final OvhSandboxExtension OVH =
            OvhSandboxExtension.with(SandboxOptions.defaults().withDomains(1));

    private final CamelContext context = new DefaultCamelContext();
    private ProducerTemplate template;

    @BeforeEach
    void startCamel() {
        OvhSandbox sandbox = OVH.sandbox();
        SandboxComponent.in(context, sandbox);
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stopCamel() {
        context.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RECORD", "MAP", "TREE"})
    void isASecretInEveryForm(String form) {
        template.requestBody("ovh-domain:domain?operation=unlock", (Object) NAME);
        OVH.sandbox().advance(Duration.ofHours(1));

        Exchange answered = template.request(
                "ovh-domain:domain?operation=getAuthCode&answerForm=" + form,
                exchange -> exchange.getMessage().setBody(NAME));

        assertThat(answered.getException()).isNull();
        AuthCode code = answered.getMessage().getBody(AuthCode.class);
        assertThat(code.secret()).hasSizeGreaterThan(8);
        assertThat(answered.getMessage().getBody(String.class)).isEqualTo("***");
        assertThat(MessageHelper.extractBodyForLogging(answered.getMessage())).doesNotContain(code.secret());
        assertThat(MessageHelper.dumpAsXml(answered.getMessage())).doesNotContain(code.secret());
        assertThat(MessageHelper.dumpMessageHistoryStacktrace(answered, null, false))
                .doesNotContain(code.secret());
        assertThat(answered.getMessage().getHeaders().toString()).doesNotContain(code.secret());
        assertThat(context.resolveLanguage("simple")
                        .createExpression("${body.secret}")
                        .evaluate(answered, String.class))
                .isEqualTo(code.secret());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RECORD", "MAP", "TREE"})
    void isASecretOnTheWayOutToo(String form) {
        template.requestBody("ovh-domain:domain?operation=unlock", (Object) NAME);
        OVH.sandbox().advance(Duration.ofHours(1));

        Object answer = template.requestBody(
                "ovh-domain:api?operation=call&answerForm=" + form + "&param.path=/domain/" + NAME + "/authInfo",
                (Object) null);

        assertThat(answer).isInstanceOf(AuthCode.class).hasToString("***");
        assertThat(((AuthCode) answer).secret()).hasSizeGreaterThan(8);
    }

    @Test
    void isNotGivenWhileTheNameIsLocked() {
        Exchange answered =
                template.request("ovh-domain:domain?operation=getAuthCode", exchange -> exchange.getMessage()
                        .setBody(NAME));

        assertThat(answered.getException()).isInstanceOf(OvhApiException.class).hasMessageContaining("locked");
    }

    @Test
    void travelsAsAValueOfAParameter() {
        OvhSandbox sandbox = OVH.sandbox();
        Exchange answered = template.request("ovh-domain:order?operation=quote", exchange -> {
            exchange.getMessage().setBody("taken-here.ovh");
            exchange.getMessage()
                    .setHeader(
                            OvhDomainConstants.PARAMETERS,
                            Map.of(
                                    "action", "transfer",
                                    "dryRun", true,
                                    "config.AUTH_INFO", new AuthCode("AUTH-taken-here.ovh"),
                                    "config.OWNER_LEGAL_AGE", true,
                                    "config.ACCEPT_CONDITIONS", true));
        });

        assertThat(answered.getException()).isNull();
        assertThat(answered.getMessage().getBody().toString()).doesNotContain("AUTH-taken");
        assertThat(sandbox.calls("GET /order/cart/{cartId}/checkout")).isEqualTo(1);
    }
}
