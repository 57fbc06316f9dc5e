// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.operation.WrongUsageException;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.OvhSandboxExtension;
import io.github.camelovh.domain.task.Mending;
import io.github.camelovh.domain.task.RepairAdvisor;
import io.github.camelovh.domain.task.RepairSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A city's name under .fr wants a reason: its task ends in error until somebody gives one. */
class TaskOperationsTest {
    private static final String ARGUMENT = "PUT /me/task/domain/{id}/argument/{key}";
    private static final String RELAUNCH = "POST /me/task/domain/{id}/relaunch";
    private static final String REASON = "The town hall asks for it";

    @RegisterExtension
    static final OvhSandboxExtension OVH = new OvhSandboxExtension();

    private final DefaultCamelContext context = new DefaultCamelContext();
    private OvhSandbox sandbox;
    private ProducerTemplate template;
    private DomainTask failed;

    @BeforeEach
    void buyTheCity() {
        sandbox = OVH.sandbox();
        SandboxComponent.in(context, sandbox);
        context.start();
        template = context.createProducerTemplate();
        template.requestBody(
                "ovh-domain:order?maxPrice=20&param.config.OWNER_LEGAL_AGE=true&param.config.ACCEPT_CONDITIONS=true",
                "lyon.fr");
        sandbox.advance(Duration.ofMinutes(30));
        failed = find(Map.of("domain", "lyon.fr")).get(0);
        sandbox.resetCalls();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @SuppressWarnings("unchecked")
    private List<DomainTask> find(Map<String, Object> which) {
        return (List<DomainTask>) call("find", which, null).getMessage().getBody();
    }

    private Exchange call(String operation, Map<String, Object> parameters, Object body) {
        return template.request("ovh-domain:task?operation=" + operation, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeader(OvhDomainConstants.PARAMETERS, parameters);
        });
    }

    private Mending propose(Map<String, Object> known, Object body) {
        return call("proposeRepair", known, body).getMessage().getBody(Mending.class);
    }

    @Test
    void findsTasksByTheirIdsInOneCall() {
        assertThat(find(Map.of("ids", List.of(failed.id())))).containsExactly(failed);
        assertThat(sandbox.calls()).isEqualTo(1);

        Exchange gone = call("find", Map.of("ids", List.of(failed.id(), 99L)), null);

        assertThat(gone.getMessage().getHeader(OvhDomainConstants.MISSING)).isEqualTo(List.of("99"));
        assertThat(call("find", Map.of("ids", List.of(1L), "domain", "lyon.fr"), null)
                        .getException())
                .isInstanceOf(WrongUsageException.class)
                .hasMessageContaining("ids go with no other parameter");
    }

    @Test
    void proposesARepairAndCarriesItOutOnce() {
        Mending proposed = propose(Map.of("config", Map.of("REASON", REASON)), failed);
        sandbox.verifyCalls("GET /me/task/domain/{id}", 0);
        sandbox.verifyCalls(ARGUMENT, 0);

        Exchange repaired = call("repair", Map.of(), proposed);

        assertThat(proposed.needsAttention()).isFalse();
        assertThat(proposed).asString().doesNotContain(REASON);
        assertThat(repaired.getMessage().getHeader(OvhDomainConstants.CALLS_MADE))
                .isEqualTo(2);
        assertThat(repaired.getMessage().getBody(Mending.class).relaunched()).isTrue();
        sandbox.verifyCalls(ARGUMENT, 1);
        sandbox.verifyCalls(RELAUNCH, 1);
        sandbox.advance(Duration.ofMinutes(30));
        assertThat(find(Map.of("domain", "lyon.fr")))
                .extracting(DomainTask::status)
                .containsExactly("done");
        assertThat(call("repair", Map.of(), repaired.getMessage().getBody()).getException())
                .isInstanceOf(WrongUsageException.class)
                .hasMessageContaining("relaunched already");
    }

    @Test
    void tellsWhatAPersonHasToGiveAndRepairsNothingThen() {
        Mending proposed = propose(Map.of("id", failed.id()), null);

        assertThat(proposed.needsAttention()).isTrue();
        assertThat(call("repair", Map.of(), proposed).getException())
                .isInstanceOf(WrongUsageException.class)
                .hasMessageContaining("was not repaired")
                .hasMessageContaining("config.REASON");
        assertThat(call("repair", Map.of(), "nonsense").getException()).isInstanceOf(WrongUsageException.class);
        assertThat(call("proposeRepair", Map.of(), null).getException()).isInstanceOf(WrongUsageException.class);
        sandbox.verifyCalls(ARGUMENT, 0);
        sandbox.verifyCalls(RELAUNCH, 0);
    }

    @Test
    void showsNoValueInJson() {
        Object json = template.requestBodyAndHeader(
                "ovh-domain:task?operation=proposeRepair&answerForm=TREE",
                failed,
                OvhDomainConstants.PARAMETERS,
                Map.of("config", Map.of("REASON", REASON)));

        assertThat(json)
                .asString()
                .contains("\"needsAttention\":false", "legitimacyAfnic")
                .doesNotContain(REASON);
    }

    @Test
    void repairsByTheRulesOfTheOption() {
        context.getRegistry()
                .bind(
                        "ours",
                        RepairAdvisor.of(List.of(new RepairSource(
                                "DomainCreate", "legitimacyAfnic", RepairSource.From.TEXT, "We are the town"))));

        Mending proposed = template.requestBody(
                "ovh-domain:task?operation=proposeRepair&repairAdvisor=#bean:ours", failed, Mending.class);

        assertThat(proposed.mends()).singleElement().satisfies(mend -> assertThat(mend.value())
                .isEqualTo("We are the town"));
    }

    @Test
    void tellsTheClockAndTheUsageWithoutACall() {
        assertThatThrownBy(() -> template.requestBody("ovh-domain:api?operation=usage&param.x=1", (Object) null))
                .cause()
                .isInstanceOf(WrongUsageException.class);

        assertThat(template.requestBody("ovh-domain:api?operation=clockSkew", null, Long.class))
                .as("the half hour by which the sandbox was advanced, as the calls since have told")
                .isBetween(1790L, 1810L);
        Object usage = template.requestBody("ovh-domain:api?operation=usage&answerForm=MAP", (Object) null);

        assertThat(usage).asString().contains("callsMade=", "callsPerSecond=", "callsInFlight=0");
        assertThat(sandbox.calls()).isZero();
    }
}
