// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.model.AuthCode;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.api.model.TaskArgument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepairAdvisorTest {

    private final RepairAdvisor repairAdvisor = RepairAdvisor.standard();

    static DomainTask task(String function, String status, boolean canRelaunch) {
        return new DomainTask(
                7, function, "example.fr", status, null, null, null, null, null, false, false, canRelaunch, "domain");
    }

    static TaskArgument argument(String key, String type, String value) {
        return new TaskArgument(key, null, type, value, List.of(), List.of(), false, null, null, List.of(), null);
    }

    /** Key and type of the argument, supplied labels and code, then the kind of proposal and a part of its sentence. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            legitimacyAfnic | string       | REASON=I am its mayor    | -    | Mend | set from the given REASON
            legitimacyAfnic | string       | -                        | -    | Ask  | supply a few words as config.REASON
            authInfo        | string       | -                        | s3cr | Mend | set from the given auth code
            authInfo        | string       | -                        | -    | Ask  | the auth code of example.fr is missing
            domainConfig    | string       | DOMAINCONFIG={}          | -    | Mend | set from the given domainConfig
            ownerContact    | /me/contact  | -                        | -    | Ask  | contact 12 of example.fr must be corrected
            idCard          | /me/document | -                        | -    | Ask  | a document is needed
            mysterious      | string       | REASON=because           | -    | Ask  | needs mysterious
            """)
    void proposes(String key, String type, String label, String code, String kind, String sentence) {
        Map<String, String> labels = new HashMap<>();
        if (label != null) {
            labels.put(label.split("=")[0], label.split("=")[1]);
        }
        RepairFacts facts = new RepairFacts(labels, code == null ? null : new AuthCode(code));
        String value = "/me/contact".equals(type) ? "12" : null;

        List<Proposal> proposals = repairAdvisor.forArguments(
                task("DomainCreate", "error", true), List.of(argument(key, type, value)), facts);

        assertThat(proposals).singleElement().satisfies(proposal -> {
            assertThat(proposal.getClass().getSimpleName()).isEqualTo(kind);
            assertThat(proposal.sentence()).contains(sentence);
            assertThat(proposal.toString() + facts).doesNotContain("s3cr").doesNotContain("mayor");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "done,      true,  Leave, is done",
        "cancelled, false, Leave, was cancelled",
        "todo,      false, Wait,  is todo",
        "doing,     false, Wait,  is doing",
        "problem,   false, Wait,  OVHcloud must solve",
        "error,     false, Wait,  cannot be relaunched",
        "frozen,    true,  Wait,  is not known here"
    })
    void leavesOrWaitsByStateAlone(String status, boolean canRelaunch, String kind, String sentence) {
        Proposal proposal = repairAdvisor.byState(task("DomainCreate", status, canRelaunch));
        assertThat(proposal.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(proposal.sentence()).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ContactControl",
                "ContactControlAcknowledge",
                "ContactControlCorrect",
                "ContactControlNotify",
                "DnsAnycastActivate",
                "DnsAnycastDeactivate",
                "DnssecDisable",
                "DnssecEnable",
                "DnssecResigning",
                "DnssecRollKsk",
                "DnssecRollZsk",
                "DomainAfterMarket",
                "DomainContactControl",
                "DomainContactUpdate",
                "DomainControl",
                "DomainCreate",
                "DomainDelete",
                "DomainDnsUpdate",
                "DomainDsUpdate",
                "DomainEmailRedirectionsCreate",
                "DomainEmailRedirectionsDelete",
                "DomainHold",
                "DomainHostCreate",
                "DomainHostDelete",
                "DomainHostUpdate",
                "DomainIncomingTransfer",
                "DomainLock",
                "DomainOutgoingTransfer",
                "DomainRegistryDelete",
                "DomainRenew",
                "DomainResourceDelete",
                "DomainRestore",
                "DomainTrade",
                "DomainUnhold",
                "DomainUnlock",
                "ZoneImport",
                "SomethingNew"
            })
    void everyFunctionYieldsSomeProposal(String function) {
        assertThat(repairAdvisor.forArguments(task(function, "error", true), List.of(), RepairFacts.NONE))
                .singleElement()
                .isInstanceOf(Proposal.Ask.class);
    }

    private List<Proposal> reasonFor(TaskArgument argument) {
        return repairAdvisor.forArguments(
                task("DomainCreate", "error", true),
                List.of(argument),
                new RepairFacts(Map.of("REASON", "I am its mayor"), null));
    }

    private static TaskArgument limited(List<String> accepted, boolean readOnly, Long least, Long most) {
        return new TaskArgument(
                "legitimacyAfnic", null, "string", null, accepted, List.of(), readOnly, least, most, List.of(), null);
    }

    @Test
    void neverProposesWhatTheArgumentDoesNotTake() {
        assertThat(reasonFor(limited(List.of("yes", "no"), false, null, null))
                        .get(0)
                        .sentence())
                .contains("must be one of yes, no");
        assertThat(reasonFor(limited(List.of(), false, 20L, null)).get(0).sentence())
                .contains("has 14 characters, but needs at least 20");
        assertThat(reasonFor(limited(List.of(), false, null, 5L)).get(0).sentence())
                .contains("has 14 characters, but may have at most 5");
        assertThat(reasonFor(limited(List.of(), false, 14L, 14L)).get(0)).isInstanceOf(Proposal.Mend.class);
    }

    @Test
    void neverTouchesAReadOnlyArgument() {
        assertThat(reasonFor(limited(List.of(), true, null, null)))
                .singleElement()
                .isInstanceOf(Proposal.Ask.class);
    }

    @Test
    void asksForAnotherValueWhenTheSameOneWasSetAlready() {
        assertThat(reasonFor(argument("legitimacyAfnic", "string", "I am its mayor")))
                .singleElement()
                .isInstanceOfSatisfying(Proposal.Ask.class, ask -> assertThat(ask.what())
                        .contains("was set from the given REASON already")
                        .contains("supply another value"));
    }

    /** An operator's rule, the argument of a task DomainCreate, then the kind of proposal. */
    @ParameterizedTest
    @CsvSource({
        "DomainCreate, idCard,       TEXT,     words,                                idCard,       string,       Mend",
        "DomainTrade,  idCard,       TEXT,     words,                                idCard,       string,       Ask",
        "any,          other,        TEXT,     words,                                idCard,       string,       Ask",
        "any,          idCard,       DOCUMENT, 00000000-0000-4000-8000-000000000001, idCard,       /me/document, Mend",
        "any,          idCard,       DOCUMENT, 00000000-0000-4000-8000-000000000001, idCard,       string,       Ask",
        "any,          any,          CONTACT,  123,                                  ownerContact, /me/contact,  Mend",
        "any,          any,          ROW,      config.REASON,                        why,          string,       Mend",
        "any,          any,          ROW,      config.OTHER,                         why,          string,       Ask",
        "any,          any,          ROW,      authCode,                             code,         string,       Ask",
    })
    void followsAnOperatorsRule(
            String function,
            String argument,
            RepairSource.From from,
            String value,
            String key,
            String type,
            String kind) {
        RepairAdvisor own = RepairAdvisor.of(List.of(new RepairSource(function, argument, from, value)));

        List<Proposal> proposals = own.forArguments(
                task("DomainCreate", "error", true),
                List.of(argument(key, type, null)),
                new RepairFacts(Map.of("REASON", "because"), null));

        assertThat(proposals).singleElement().satisfies(proposal -> assertThat(
                        proposal.getClass().getSimpleName())
                .isEqualTo(kind));
    }

    @Test
    void asksTheFirstRuleThatKnowsTheArgument() {
        RepairAdvisor own = RepairAdvisor.of(List.of(
                new RepairSource("any", "why", RepairSource.From.TEXT, "first"),
                new RepairSource("any", "why", RepairSource.From.TEXT, "second")));

        assertThat(own.forArguments(
                        task("DomainCreate", "error", true),
                        List.of(argument("why", "string", null)),
                        RepairFacts.NONE))
                .singleElement()
                .isEqualTo(new Proposal.Mend("why", "first", "the text of the repair rules"));
    }
}
