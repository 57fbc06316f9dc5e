// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.change.ChangeRun;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.change.Subject;
import io.github.camelovh.domain.desired.TargetOutcome;
import io.github.camelovh.domain.sandbox.OvhSandboxExtension;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.server.Fault;
import io.github.camelovh.domain.whois.Disclosure;
import io.github.camelovh.domain.whois.Obfuscation;
import io.github.camelovh.domain.whois.WhoisState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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

/** Resource {@code whois}: one contact is changed, all others stay unchanged. */
class WhoisOperationsTest {
    private static final String NAME = "already-mine.com";

    @RegisterExtension
    static final OvhSandboxExtension OVH =
            OvhSandboxExtension.with(SandboxOptions.defaults().withDomains(20));

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

    private Object whois(String operation, String domain, String... parameters) {
        Map<String, Object> all = new HashMap<>(Map.of("domain", domain));
        for (int i = 0; i < parameters.length; i += 2) {
            all.put(parameters[i], parameters[i + 1]);
        }
        return template.requestBodyAndHeader(
                "ovh-domain:whois?operation=" + operation, null, OvhDomainConstants.PARAMETERS, all);
    }

    @SuppressWarnings("unchecked")
    private List<Disclosure> disclosing(String... parameters) {
        return (List<Disclosure>) whois("setDisclosure", NAME, parameters);
    }

    @SuppressWarnings("unchecked")
    private List<Obfuscation> obfuscating(String... parameters) {
        return (List<Obfuscation>) whois("setObfuscation", NAME, parameters);
    }

    private WhoisState state(String domain) {
        return (WhoisState) whois("get", domain);
    }

    private String disclosed(String domain, String type) {
        WhoisState state = state(domain);
        return state.disclosures().stream()
                .filter(each -> each.type().equals(type))
                .map(Disclosure::word)
                .findFirst()
                .orElse("no choice");
    }

    private static List<String> obfuscated(List<Obfuscation> all) {
        return all.stream()
                .filter(Obfuscation::obfuscated)
                .map(Obfuscation::type)
                .sorted()
                .toList();
    }

    @Test
    void oneContactIsDisclosedAndTheOthersStay() {
        whois("setDisclosure", NAME, "disclosure.owner", "name email");
        List<Disclosure> after = disclosing("disclosure.tech", "all");

        assertThat(after)
                .extracting(each -> each.type() + " " + each.word())
                .containsExactlyInAnyOrder("owner email name", "tech all", "admin none");
        whois("setDisclosure", NAME, "disclosure.owner", "none");
        assertThat(disclosed(NAME, "owner")).isEqualTo("none");
        assertThat(disclosed(NAME, "tech")).isEqualTo("all");
    }

    @Test
    void whatIsAsWishedIsNotSent() {
        whois("setDisclosure", NAME, "disclosure.owner", "all");
        whois("setDisclosure", NAME, "disclosure.owner", "all");

        OVH.sandbox().verifyCalls("PUT /domain/{serviceName}/configurations/optin", 1);
    }

    @Test
    void whatARegistryDoesNotOfferIsRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> whois("setDisclosure", NAME, "disclosure.billing", "all"))
                .rootCause()
                .hasMessageContaining("billing")
                .hasMessageContaining("owner")
                .hasMessageContaining("nothing was changed");
        assertThatThrownBy(() -> whois("setDisclosure", NAME, "disclosure.tech", "email"))
                .rootCause()
                .hasMessageContaining("all or none");
        assertThatThrownBy(() -> whois("setDisclosure", NAME, "disclosure.owner", "shoeSize"))
                .rootCause()
                .hasMessageContaining("organisation");
        OVH.sandbox().verifyCalls("PUT /domain/{serviceName}/configurations/optin", 0);
    }

    @Test
    void oneMailAddressIsShownAndTheOthersStayObfuscated() {
        List<Obfuscation> after = obfuscating("obfuscation.tech", "off");

        assertThat(obfuscated(after)).containsExactly("admin", "billing", "owner");
        after = obfuscating("obfuscation.admin", "off", "obfuscation.tech", "on");
        assertThat(obfuscated(after)).containsExactly("billing", "owner", "tech");
        assertThatThrownBy(() -> whois("setObfuscation", NAME, "obfuscation.owner", "perhaps"))
                .rootCause()
                .hasMessageContaining("on or off");
    }

    @Test
    void aPlanTellsWhatWouldChangeAndChangesNothing() {
        Object plan = whois("planDisclosure", NAME, "disclosure.owner", "name", "disclosure.admin", "none");

        assertThat(plan)
                .isEqualTo(new PlanOutcome.Changes(
                        DomainName.of(NAME), List.of("disclosure of owner none -> name"), null));
        assertThat(whois("planDisclosure", NAME, "disclosure.owner", "none")).isInstanceOf(PlanOutcome.AsWished.class);
        assertThat(whois("planDisclosure", NAME, "disclosure.billing", "all"))
                .isInstanceOfSatisfying(PlanOutcome.Refused.class, refused -> assertThat(refused.why())
                        .contains("billing"));
        assertThat(whois("planObfuscation", NAME, "obfuscation.tech", "off"))
                .isEqualTo(
                        new PlanOutcome.Changes(DomainName.of(NAME), List.of("show the mail address of tech"), null));
        OVH.sandbox().verifyCalls("PUT /domain/{serviceName}/configurations/optin", 0);
        OVH.sandbox().verifyCalls("PUT /domain/{serviceName}/configurations/obfuscatedEmails", 0);
    }

    @Test
    void whatIsAppliedIsWhatWasApproved() {
        Map<String, Object> request = Map.of("domain", NAME, "disclosure", Map.of("owner", "name"));
        Map<String, Object> approved = new HashMap<>(request);
        approved.put("run", new ChangeRun(List.of("disclosure of owner none -> name"), null, step -> {}, null));
        Map<String, Object> other = new HashMap<>(request);
        other.put("run", new ChangeRun(List.of("disclosure of owner all -> name"), null, step -> {}, null));

        assertThat(applied(other))
                .isInstanceOfSatisfying(ExecutionResult.Refused.class, refused -> assertThat(refused.why())
                        .contains("disclosure of owner none -> name"));
        assertThat(disclosed(NAME, "owner")).isEqualTo("none");
        assertThat(applied(approved))
                .isEqualTo(new ExecutionResult.Done(
                        new Subject(DomainName.of(NAME), null), "set: disclosure of owner none -> name"));
        assertThat(applied(request))
                .as("without a run nobody is asked, and nothing is sent again")
                .isInstanceOf(ExecutionResult.Done.class);
        OVH.sandbox().verifyCalls("PUT /domain/{serviceName}/configurations/optin", 1);
    }

    @Test
    void aRunIsAnObjectOfTheProgramAndNoText() {
        Map<String, Object> forged =
                Map.of("domain", NAME, "disclosure", Map.of("owner", "name"), "run", Map.of("approved", List.of()));

        assertThatThrownBy(() -> applied(forged)).rootCause().hasMessageContaining("ChangeRun");
        assertThat(disclosed(NAME, "owner")).isEqualTo("none");
    }

    @Test
    void inEveryFormTheAnswerSaysWhichOutcomeItIs() {
        Object answer = template.requestBody(
                "ovh-domain:whois?operation=planObfuscation&answerForm=MAP",
                Map.of("domain", NAME, "obfuscation", Map.of("tech", false)));

        assertThat(answer)
                .isEqualTo(Map.of(
                        "outcome",
                        "Changes",
                        "domain",
                        NAME,
                        "reasons",
                        List.of(),
                        "lines",
                        List.of("show the mail address of tech")));
    }

    private Object applied(Map<String, Object> request) {
        return template.requestBody("ovh-domain:whois?operation=applyDisclosure", request);
    }

    @Test
    void aLostAnswerIsClearedUpByReading() {
        OVH.sandbox().fault(Fault.on("PUT /domain/{serviceName}/configurations/optin", Fault.Kind.ANSWER_LOST));

        whois("setDisclosure", NAME, "disclosure.admin", "all");

        assertThat(disclosed(NAME, "admin")).isEqualTo("all");
    }

    @Test
    void manyWhoChangeDifferentContactsAtOnceLoseNothing() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(7);
        try {
            List<Callable<Object>> changes = new ArrayList<>();
            for (String contact : List.of("owner", "admin", "tech")) {
                changes.add(() -> whois("setDisclosure", NAME, "disclosure." + contact, "all"));
            }
            for (String contact : List.of("owner", "admin", "tech", "billing")) {
                changes.add(() -> whois("setObfuscation", NAME, "obfuscation." + contact, "off"));
            }
            for (Future<Object> each : many.invokeAll(changes)) {
                each.get();
            }
        } finally {
            many.shutdownNow();
        }

        WhoisState state = state(NAME);
        assertThat(state.disclosures()).extracting(Disclosure::word).containsOnly("all");
        assertThat(obfuscated(state.obfuscations())).isEmpty();
    }

    @Test
    void version2DisclosesAllOfAContactOrNothing() {
        whois("setDisclosure", NAME, "disclosure.tech", "all");

        TargetOutcome outcome =
                (TargetOutcome) whois("setDisclosure", NAME, "disclosure.owner", "all", "through", "v2");

        assertThat(outcome.changed()).isTrue();
        assertThat(disclosed(NAME, "owner")).isEqualTo("all");
        assertThat(disclosed(NAME, "tech")).isEqualTo("all");
        assertThatThrownBy(() -> whois("setDisclosure", NAME, "disclosure.owner", "email", "through", "v2"))
                .rootCause()
                .hasMessageContaining("not single fields");
        assertThatThrownBy(() -> whois("setDisclosure", NAME, "disclosure.owner", "all", "through", "v3"))
                .rootCause()
                .hasMessageContaining("v1 or v2");
    }
}
