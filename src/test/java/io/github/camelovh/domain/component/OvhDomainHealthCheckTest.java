// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.OvhSandboxExtension;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OvhDomainHealthCheckTest {

    @RegisterExtension
    static final OvhSandboxExtension OVH = new OvhSandboxExtension();

    private final CamelContext context = new DefaultCamelContext();

    @AfterEach
    void stopCamel() {
        context.stop();
    }

    private HealthCheck.Result check(String consumerKey) {
        SandboxComponent.in(context, OVH.sandbox()).getDefaultAccount().setConsumerKey(consumerKey);
        context.start();
        context.getEndpoint("ovh-domain:task?operation=list", OvhDomainEndpoint.class)
                .api();
        return HealthCheckRegistry.get(context)
                .getCheck("ovh-domain-account-1")
                .orElseThrow()
                .callReadiness();
    }

    @Test
    void isUpWithAValidKeyAndTellsTheClocksSkew() {
        OVH.sandbox().advance(Duration.ofSeconds(50));

        HealthCheck.Result result = check(OvhSandbox.CONSUMER_KEY);

        assertThat(result.getState()).as(String.valueOf(result)).isEqualTo(HealthCheck.State.UP);
        assertThat(result.getDetails()).containsEntry(OvhDomainHealthCheck.CREDENTIAL_STATUS, "validated");
        assertThat((Long) result.getDetails().get(OvhDomainHealthCheck.CLOCK_SKEW))
                .isBetween(49L, 51L);
    }

    @Test
    void isDownWithAKeyThatIsUnknown() {
        HealthCheck.Result result = check("nobody-has-this-key");

        assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(result.getMessage())
                .hasValueSatisfying(text -> assertThat(text).doesNotContain("nobody-has"));
        assertThat(result.getDetails()).containsEntry(HealthCheck.HTTP_RESPONSE_CODE, 403);
    }

    @Test
    void isAboutReadinessNotLife() {
        check(OvhSandbox.CONSUMER_KEY);

        assertThat(HealthCheckHelper.invokeLiveness(context))
                .noneMatch(each -> each.getCheck().getId().startsWith("ovh-domain"));
    }
}
