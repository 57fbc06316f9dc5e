// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.model.DomainService;
import io.github.camelovh.domain.component.AccountConfiguration;
import io.github.camelovh.domain.component.OvhDomainComponent;
import io.github.camelovh.domain.operation.WrongUsageException;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.OvhSandboxExtension;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EndpointsTest {
    private static final int NAMES = 12;

    @RegisterExtension
    static final OvhSandboxExtension OVH =
            OvhSandboxExtension.with(SandboxOptions.defaults().withDomains(NAMES));

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Endpoints endpoints = new Endpoints(() -> context);

    @BeforeEach
    void startCamel() {
        AccountConfiguration options =
                context.getComponent("ovh-domain", OvhDomainComponent.class).getDefaultAccount();
        options.setRegion(OVH.sandbox().baseUrl().toString());
        options.setAccessToken(OvhSandbox.ACCESS_TOKEN);
        context.start();
    }

    @AfterEach
    void stopCamel() {
        context.stop();
    }

    @Test
    void givesRecordsToWhoeverCalls() {
        EndpointAnswer answer = endpoints.call("domain", "get", Map.of("serviceName", "already-mine.com"));

        assertThat(answer.as(DomainService.class).domain()).isEqualTo("already-mine.com");
        assertThat(answer.callsMade()).isEqualTo(1);
        assertThat(answer.missing()).isEmpty();
        assertThat(endpoints.call("domain", "list", Map.of()).listOf(String.class))
                .contains("already-mine.com");
    }

    @Test
    void sendsTheBodyAndGivesTreesWhereJsonIsWanted() {
        EndpointAnswer answer = endpoints.tree(
                "rules", "evaluate", Map.of("domain", "one.fr"), "{\"OWNER_CONTACT\":{\"legalForm\":\"none\"}}");

        assertThat(answer.as(JsonNode.class).toString()).contains("legalForm");
    }

    /** The consumer of pages calls endpoints itself, as a policy that asks for ages does. */
    @Test
    void passesObjectsOnAndCountsCallsByCall() {
        List<Integer> inner = new ArrayList<>();
        List<Object> seen = new ArrayList<>();
        Consumer<List<DomainService>> eachPage = page -> {
            seen.addAll(page);
            inner.add(endpoints
                    .call("renewal", "state", Map.of("domain", "already-mine.com"))
                    .callsMade());
        };

        EndpointAnswer answer = endpoints.call("domain", "scan", Map.of("eachPage", eachPage));

        assertThat(seen).hasSize(NAMES).allMatch(DomainService.class::isInstance);
        assertThat(inner).containsOnly(1);
        assertThat((long) answer.callsMade()).isEqualTo(OVH.sandbox().calls() - inner.size());
    }

    @Test
    void throwsWhatTheComponentThrew() {
        assertThatThrownBy(() -> endpoints.call("domain", "get", Map.of("serviceName", "nobodys.com")))
                .isInstanceOf(OvhNotFoundException.class);
        assertThatThrownBy(() -> endpoints.call("domain", "get", Map.of("name", "already-mine.com")))
                .isInstanceOf(WrongUsageException.class);
        IllegalStateException ours = new IllegalStateException("the disk is full");
        Consumer<Object> failing = page -> {
            throw ours;
        };
        assertThatThrownBy(() -> endpoints.call("domain", "scan", Map.of("eachPage", failing)))
                .isSameAs(ours);
    }
}
