// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.rules.Violation;
import io.github.camelovh.domain.sandbox.OvhSandboxExtension;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Resource {@code rules}: the data that a registry asks for, before anything is ordered. */
class RuleOperationsTest {
    @RegisterExtension
    static final OvhSandboxExtension OVH = OvhSandboxExtension.with(SandboxOptions.defaults());

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

    @SuppressWarnings("unchecked")
    private List<Violation> evaluate(String domain, Object body, Map<String, Object> more) {
        Map<String, Object> parameters = new HashMap<>(more);
        parameters.put("domain", domain);
        return (List<Violation>) template.requestBodyAndHeader(
                "ovh-domain:rules?operation=evaluate", body, OvhDomainConstants.PARAMETERS, parameters);
    }

    @Test
    void tellsWhatIsMissingInOneCallForAllNamesOfAnExtension() {
        String owner =
                "{\"OWNER_CONTACT\":{\"legalForm\":\"corporation\",\"firstName\":\"Ada\"},\"OWNER_LEGAL_AGE\":\"true\"}";

        List<Violation> first = evaluate("one-of-ours.com", owner, Map.of());
        List<Violation> second = evaluate("two-of-ours.com", owner, Map.of());

        assertThat(first)
                .extracting(Violation::path)
                .contains("OWNER_CONTACT.organisationName", "OWNER_CONTACT.email", "OWNER_CONTACT.address.country");
        assertThat(first).extracting(Violation::sentence).anySatisfy(sentence -> assertThat(sentence)
                .startsWith("OWNER_CONTACT.email is missing"));
        assertThat(second).isEqualTo(first);
        OVH.sandbox().verifyCalls("GET /domain/configurationRule", 1);
        OVH.sandbox().verifyCalls("POST /domain/configurationRule/check", 0);
    }

    @Test
    void rulesDifferByAction() {
        assertThat(evaluate("one.app", Map.of(), Map.of()))
                .extracting(Violation::path)
                .contains("ACCEPT_CONDITIONS");
        assertThat(evaluate("one.app", Map.of(), Map.of("action", "trade")))
                .extracting(Violation::path)
                .doesNotContain("ACCEPT_CONDITIONS");
    }

    @Test
    void wrongUsageIsSaid() {
        assertThatThrownBy(() -> evaluate("one.com", Map.of(), Map.of("action", "buy")))
                .rootCause()
                .hasMessageContaining("create, trade, transfer, update");
        assertThatThrownBy(() -> evaluate("one.com", "no object", Map.of()))
                .rootCause()
                .hasMessageContaining("object");
    }
}
