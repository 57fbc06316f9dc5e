// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.OvhSandboxExtension;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The two ways to authenticate that need no signature. */
class CredentialKindsTest {

    @RegisterExtension
    static final OvhSandboxExtension OVH =
            OvhSandboxExtension.with(SandboxOptions.defaults().withDomains(2));

    private final CamelContext context = new DefaultCamelContext();
    private AccountConfiguration options;

    @BeforeEach
    void pointAtSandbox() {
        options = context.getComponent("ovh-domain", OvhDomainComponent.class).getDefaultAccount();
        options.setRegion(OVH.sandbox().baseUrl().toString());
    }

    @AfterEach
    void stopCamel() {
        context.stop();
    }

    private Exchange list() {
        return context.createProducerTemplate().request("ovh-domain:domain?operation=list", exchange -> {});
    }

    @Test
    void aServiceAccountFetchesOneTokenForManyCalls() {
        options.setClientId(OvhSandbox.CLIENT_ID);
        options.setClientSecret(OvhSandbox.CLIENT_SECRET);
        context.start();

        Exchange first = list();
        Exchange second = list();

        assertThat(first.getException()).isNull();
        assertThat(second.getMessage().getBody(List.class)).hasSize(2);
        assertThat(first.getMessage().getHeader(OvhDomainConstants.CALLS_MADE)).isEqualTo(2);
        assertThat(second.getMessage().getHeader(OvhDomainConstants.CALLS_MADE)).isEqualTo(1);
        assertThat(isUp()).isTrue();
    }

    @Test
    void aPersonalTokenNeedsNoOtherCall() {
        options.setAccessToken(OvhSandbox.ACCESS_TOKEN);
        context.start();

        Exchange answered = list();

        assertThat(answered.getException()).isNull();
        assertThat(answered.getMessage().getBody(List.class)).hasSize(2);
        assertThat(answered.getMessage().getHeader(OvhDomainConstants.CALLS_MADE))
                .isEqualTo(1);
        assertThat(OVH.sandbox().calls()).isEqualTo(1);
        assertThat(isUp()).isTrue();
    }

    @Test
    void aTokenThatIsUnknownIsNotShown() {
        options.setAccessToken("nobody-has-this-token");
        context.start();

        assertThat(list().getException())
                .isInstanceOf(OvhApiException.class)
                .satisfies(refusal -> assertThat(refusal.toString()).doesNotContain("nobody-has"));
        assertThat(isUp()).isFalse();
    }

    private boolean isUp() {
        return HealthCheckRegistry.get(context)
                        .getCheck("ovh-domain-account-1")
                        .orElseThrow()
                        .callReadiness()
                        .getState()
                == HealthCheck.State.UP;
    }
}
