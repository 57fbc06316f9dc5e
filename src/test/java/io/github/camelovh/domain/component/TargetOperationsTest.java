// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.desired.TargetOutcome;
import io.github.camelovh.domain.desired.TargetTask;
import io.github.camelovh.domain.sandbox.OvhSandboxExtension;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.server.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Names as desired state: one part is changed and the whole target is sent back; a newer target is changed again. */
class TargetOperationsTest {
    private static final String NAME = "already-mine.com";
    private static final String PUT = "PUT /v2/domain/name/{domainName}";
    private static final int CLIENTS = 20;

    @RegisterExtension
    static final OvhSandboxExtension OVH =
            OvhSandboxExtension.with(SandboxOptions.defaults().withDomains(1).withTaskTime(Duration.ofMillis(200)));

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

    private TargetOutcome change(Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("domain", NAME);
        return (TargetOutcome) template.requestBodyAndHeader(
                "ovh-domain:domain?operation=changeTarget&param.allowDs=true",
                null,
                OvhDomainConstants.PARAMETERS,
                all);
    }

    private JsonNode target() {
        return template.requestBodyAndHeader(
                        "ovh-domain:domain?operation=getName&answerForm=TREE",
                        null,
                        OvhDomainConstants.PARAMETERS,
                        Map.of("domainName", NAME),
                        JsonNode.class)
                .path("targetSpec");
    }

    @Test
    void changesOnePartAndLeavesTheOthers() {
        change(Map.of("hosts.ns1." + NAME, "192.0.2.1 2001:db8::1"));
        JsonNode before = target();

        TargetOutcome outcome = change(Map.of("protected", false, "wait", "PT20S"));

        assertThat(outcome.changed()).isTrue();
        assertThat(outcome.resourceStatus()).isEqualTo("READY");
        JsonNode after = target();
        assertThat(after.path("protectionState").asText()).isEqualTo("UNPROTECTED");
        assertThat(after.path("hostsConfiguration")).isEqualTo(before.path("hostsConfiguration"));
        assertThat(after.path("dnsConfiguration")).isEqualTo(before.path("dnsConfiguration"));
    }

    @Test
    void tellsWhatOvhcloudDoesThen() {
        TargetOutcome outcome = change(Map.of("protected", false));

        assertThat(outcome.resourceStatus()).isEqualTo("UPDATING");
        assertThat(outcome.tasks()).extracting(TargetTask::type).contains("DomainUnlock");
    }

    @Test
    void whatIsAsWishedIsNotSent() {
        TargetOutcome outcome = change(Map.of("protected", true));

        assertThat(outcome.changed()).isFalse();
        OVH.sandbox().verifyCalls(PUT, 0);
    }

    @Test
    void aLostAnswerIsClearedUpByReading() {
        OVH.sandbox().fault(Fault.on(PUT, Fault.Kind.ANSWER_LOST));

        change(Map.of("hosts.ns1." + NAME, "192.0.2.1"));

        assertThat(target().at("/hostsConfiguration/hosts/0/host").asText()).isEqualTo("ns1." + NAME);
    }

    @Test
    void wrongUsageIsSaid() {
        assertThatThrownBy(() -> change(Map.of())).rootCause().hasMessageContaining("give a part of the target");
        assertThatThrownBy(() -> change(Map.of("disclosure.owner", "email")))
                .rootCause()
                .hasMessageContaining("a whole contact or nothing");
    }

    @Test
    void lockAndNameServersGoThroughVersion2WhereThatIsWished() {
        Object locked = template.requestBodyAndHeader(
                "ovh-domain:domain?operation=unlock",
                null,
                OvhDomainConstants.PARAMETERS,
                Map.of("serviceName", NAME, "through", "v2"));
        Object served = template.requestBodyAndHeader(
                "ovh-domain:dns?operation=setNameServers",
                null,
                OvhDomainConstants.PARAMETERS,
                Map.of("serviceName", NAME, "nameServers", "ns1.example.net,ns2.example.net", "through", "v2"));

        assertThat(locked).isInstanceOf(TargetOutcome.class);
        assertThat(((TargetOutcome) served).tasks())
                .extracting(TargetTask::type)
                .contains("DomainDnsUpdate");
        OVH.sandbox().verifyCalls(PUT, 2);
    }

    /** Each client changes another part; all changes must be there at the end. */
    @Test
    void twentyClientsAtOnceLoseNothing() throws Exception {
        List<Map<String, Object>> map = new ArrayList<>();
        for (int i = 0; i < CLIENTS - 5; i++) {
            map.add(Map.of("hosts.ns" + i + "." + NAME, "192.0.2." + i));
        }
        map.add(Map.of("protected", false));
        map.add(Map.of(
                "keys", "[{\"algorithm\":13,\"flags\":257,\"tag\":1,\"publicKey\":\"" + "A".repeat(40) + "\"}]"));
        map.add(Map.of("disclosure.owner", "all"));
        map.add(Map.of("disclosure.admin", "all"));
        map.add(Map.of("disclosure.tech", "all"));
        CyclicBarrier start = new CyclicBarrier(CLIENTS);
        ExecutorService many = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<TargetOutcome>> clients = map.stream()
                    .map(wish -> (Callable<TargetOutcome>) () -> {
                        start.await();
                        return change(wish);
                    })
                    .toList();
            for (Future<TargetOutcome> each : many.invokeAll(clients)) {
                assertThat(each.get().changed()).isTrue();
            }
        } finally {
            many.shutdownNow();
        }

        JsonNode target = target();
        TreeSet<String> hosts = new TreeSet<>();
        target.at("/hostsConfiguration/hosts")
                .forEach(host -> hosts.add(host.path("host").asText()));
        assertThat(hosts).hasSize(CLIENTS - 5);
        assertThat(target.path("protectionState").asText()).isEqualTo("UNPROTECTED");
        assertThat(target.at("/dnssecConfiguration/dsData")).hasSize(1);
        assertThat(target.path("contactsConfiguration")).hasSize(3);
        long sent = OVH.sandbox().calls(PUT);
        System.out.printf("20 clients changed one name at once: %d of them in %d tries%n", CLIENTS, sent);
        assertThat(sent).as("some were too late, or nothing was shown").isGreaterThan(CLIENTS);
    }
}
