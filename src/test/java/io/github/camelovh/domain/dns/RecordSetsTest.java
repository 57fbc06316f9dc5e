// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Some record sets of a zone are changed, and nothing else. */
class RecordSetsTest {
    private static final DomainName ZONE = DomainName.of("example.com");
    private static final GuardSettings FREE =
            GuardSettings.DEFAULT.with(Guard.DELETE_PERCENT, 100).with(Guard.UPDATE_PERCENT, 100);

    private static final ZoneSnapshot NOW = zone(
            "@ NS dns1.ovh.net.",
            "@ NS ns1.ovh.net.",
            "@ MX 1 mx.example.net.",
            "@ TXT \"v=spf1 -all\"",
            "@ TXT \"site=1\"",
            "@ TXT \"1|https://example.net\"",
            "@ A 213.186.33.5",
            "www A 192.0.2.1",
            "www A 192.0.2.2",
            "old CNAME www.example.com.",
            "twice A 192.0.2.9",
            "twice A 192.0.2.9");

    private static ZoneSnapshot zone(String... lines) {
        List<HeldRecord> held = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.split(" ", 3);
            held.add(new HeldRecord(
                    held.size() + 1,
                    new ZoneRecord(parts[0].equals("@") ? "" : parts[0], RecordType.valueOf(parts[1]), parts[2], 0)));
        }
        return new ZoneSnapshot(ZONE, 1, 3600, held, null);
    }

    private static RecordSet set(String name, RecordType type, String... targets) {
        return RecordSet.of(ZONE, name, type, List.of(targets), 0);
    }

    private static RecordSet without(String name, RecordType type, String... targets) {
        return RecordSet.without(ZONE, name, type, List.of(targets));
    }

    private static List<String> changes(RecordSet... sets) {
        return changes(FREE, sets);
    }

    private static List<String> changes(GuardSettings guards, RecordSet... sets) {
        return RecordSets.plans(NOW, List.of(sets), guards).stream()
                .flatMap(plan -> plan.refusal() == null
                        ? plan.changes().stream().map(ZoneChange::toString)
                        : List.of("refused: " + plan.refusal()).stream())
                .toList();
    }

    @Test
    void setsExactlyTheWishedRecordsOfTheSetAndKeepsTheRest() {
        assertThat(changes(set("www", RecordType.A, "192.0.2.2", "192.0.2.3")))
                .containsExactly("~ www A 192.0.2.1 -> 192.0.2.3");
        assertThat(changes(set("www", RecordType.A, "192.0.2.2", "192.0.2.1"))).isEmpty();
        assertThat(changes(set("new", RecordType.AAAA, "2001:db8::1"))).containsExactly("+ new AAAA 2001:db8::1");
    }

    @Test
    void aTextDoesNotTakeTheSpfNorARedirectionAway() {
        assertThat(changes(set("@", RecordType.TXT, "site=2"))).containsExactly("~ @ TXT \"site=1\" -> \"site=2\"");
        assertThat(changes(set("@", RecordType.TXT, "v=spf1 include:mx.example.net -all")))
                .containsExactly("~ @ TXT \"v=spf1 -all\" -> \"v=spf1 include:mx.example.net -all\"");
        assertThat(changes(without("@", RecordType.TXT))).containsExactly("- @ TXT \"site=1\"");
    }

    @Test
    void takesAwayTheWholeSetOrOneRecordOfIt() {
        assertThat(changes(without("www", RecordType.A)))
                .containsExactlyInAnyOrder("- www A 192.0.2.1", "- www A 192.0.2.2");
        assertThat(changes(without("www", RecordType.A, "192.0.2.2"))).containsExactly("- www A 192.0.2.2");
        assertThat(changes(without("www", RecordType.A, "192.0.2.77"))).isEmpty();
        assertThat(changes(without("nowhere", RecordType.A))).isEmpty();
    }

    @Test
    void anAliasGivesWayInTheSamePlan() {
        assertThat(changes(without("old", RecordType.CNAME), set("old", RecordType.A, "192.0.2.7")))
                .containsExactlyInAnyOrder("- old CNAME www.example.com.", "+ old A 192.0.2.7");
    }

    @Test
    void oneThatMayNotBeDoesNotStopTheOthers() {
        List<SetPlan> plans = RecordSets.plans(
                NOW,
                List.of(
                        set("www", RecordType.A, "192.0.2.1"),
                        set("@", RecordType.MX, "5 mx2.example.net."),
                        set("old", RecordType.A, "192.0.2.7"),
                        without("@", RecordType.A)),
                FREE);

        assertThat(plans.get(0).refusal()).isNull();
        assertThat(plans.get(0).changes()).hasSize(1);
        assertThat(plans.get(1).refusal()).contains("allowApexMx");
        assertThat(plans.get(2).refusal()).contains("a name with a CNAME can have no other records");
        assertThat(plans.get(3).refusal()).contains("@ A stays", "redirection", "allowManaged");
    }

    @Test
    void eachGuardIsOpenedByItsOwnOption() {
        RecordSet mx = set("@", RecordType.MX, "5 mx2.example.net.");

        assertThat(changes(FREE.opening(Guard.APEX_NS), mx))
                .singleElement()
                .asString()
                .contains("allowApexMx");
        assertThat(changes(FREE.opening(Guard.APEX_MX), mx))
                .containsExactly("~ @ MX 1 mx.example.net. -> 5 mx2.example.net.");
        assertThat(changes(GuardSettings.DEFAULT.with(Guard.DELETES, 1), without("www", RecordType.A)))
                .singleElement()
                .asString()
                .contains("maxDeletes");
    }

    @Test
    void aSecondCopyInTheSetGoesAndIsTold() {
        assertThat(changes(set("twice", RecordType.A, "192.0.2.9"))).containsExactly("- twice A 192.0.2.9");
    }

    @Test
    void refusesWhatAZoneShouldNotGet() {
        assertThatThrownBy(() -> set("mail", RecordType.MX, "10 mx.example.net"))
                .isInstanceOf(InvalidRecordsException.class)
                .hasMessageContaining("no final dot");
        assertThatThrownBy(() -> set("a b", RecordType.A, "192.0.2.1")).isInstanceOf(InvalidRecordsException.class);
    }
}
