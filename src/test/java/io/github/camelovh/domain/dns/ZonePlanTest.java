// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZonePlanTest {

    private static final DomainName ZONE = DomainName.of("example.com");
    private static final ZoneRecord WWW = new ZoneRecord("www", RecordType.A, "192.0.2.1", 300);

    private static ZonePlan plan() {
        return ZonePlan.of(
                ZONE,
                2026040100,
                List.of(
                        new ZoneChange.Create(WWW, "desired, but not in the zone"),
                        new ZoneChange.Update(
                                new HeldRecord(5_386_578_528L, new ZoneRecord("", RecordType.MX, "1 mx.a.net.", 0)),
                                new ZoneRecord("", RecordType.MX, "5 mx.a.net.", 0),
                                "other data"),
                        new ZoneChange.Delete(
                                new HeldRecord(
                                        5_386_578_529L, new ZoneRecord("old", RecordType.TXT, "\"x \\\" é\"", 0)),
                                "in the zone, but not desired")),
                7,
                2);
    }

    @Test
    void readsWhereOnlyTheApexChanges() {
        var before = new HeldRecord(1, new ZoneRecord("", RecordType.A, "192.0.2.1", 0));
        var after = new ZoneRecord("", RecordType.A, "192.0.2.2", 0);

        assertThat(ZonePlan.of(ZONE, 1, List.of(new ZoneChange.Update(before, after, "other data")), 0, 0)
                        .toText())
                .contains("  ~ @  A     default  192.0.2.1\n", "    -> A     default  192.0.2.2\n");
    }

    @Test
    void readsAtAGlance() {
        assertThat(plan().toText()).isEqualTo("""
                        Zone example.com, serial 2026040100: 1 to create, 1 to update, 1 to delete; 7 unchanged, 2 left alone
                          + www A         300  192.0.2.1
                              (desired, but not in the zone)
                          ~ @   MX    default  1 mx.a.net.
                            ->  MX    default  5 mx.a.net.
                              (other data)
                          - old TXT   default  "x \\" é"
                              (in the zone, but not desired)
                        Digest %s
                        """.formatted(plan().digest()));
        assertThat(ZonePlan.of(ZONE, 1, List.of(), 9, 0).toText())
                .isEqualTo("Zone example.com, serial 1: nothing to change; 9 unchanged, 0 left alone\n");
    }

    @Test
    void comesBackFromJson() {
        assertThat(ZonePlan.fromJson(plan().toJson())).isEqualTo(plan());
        assertThat(plan().recordsBefore()).isEqualTo(11);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"192.0.2.1", "5386578529", "2026040100", "example.com", "\"TXT\"", "\"ttl\" : 300", "delete"})
    void refusesAPlanThatWasChanged(String part) {
        String changed = part.equals("delete")
                ? plan().toJson().replace("\"delete\"", "\"remove\"")
                : part.equals("\"TXT\"")
                        ? plan().toJson().replace(part, "\"SPF\"")
                        : part.startsWith("\"ttl")
                                ? plan().toJson().replace(part, "\"ttl\" : 301")
                                : plan().toJson()
                                        .replace(
                                                part,
                                                part.replace('5', '6')
                                                        .replace('1', '3')
                                                        .replace("com", "net"));

        assertThat(changed).isNotEqualTo(plan().toJson());
        assertThatThrownBy(() -> ZonePlan.fromJson(changed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhatIsNoPlan() {
        assertThatThrownBy(() -> ZonePlan.fromJson("{}")).hasMessageContaining("\"zone\" is missing");
        assertThatThrownBy(() -> ZonePlan.fromJson("nonsense")).hasMessageContaining("not JSON");
    }

    @Test
    void saysThatItIsOneImportInTextJsonAndDigest() {
        ZonePlan imported = plan().byImport(60);

        assertThat(imported.toText())
                .contains("Everything by one import of the whole zone, because more than 60 percent change")
                .contains("+ www A         300  192.0.2.1");
        assertThat(imported.digest()).isNotEqualTo(plan().digest());
        assertThat(ZonePlan.fromJson(imported.toJson())).isEqualTo(imported);
        assertThat(plan().toJson()).doesNotContain("importAbove");
        assertThatThrownBy(() -> ZonePlan.fromJson(imported.toJson().replace("importAbove", "importNever")))
                .hasMessageContaining("does not match its digest");
        assertThatThrownBy(() -> ZonePlan.fromJson(
                        plan().toJson().replace("\"leftAlone\"", "\"importAbove\" : 1, \"leftAlone\"")))
                .hasMessageContaining("does not match its digest");
    }

    @Test
    void hasADigestOfItsWritesAndNotOfItsWords() {
        String digest = ZonePlan.of(ZONE, 1, List.of(new ZoneChange.Create(WWW, "one reason")), 0, 0)
                .digest();

        assertThat(digest).hasSize(64);
        assertThat(ZonePlan.of(ZONE, 1, List.of(new ZoneChange.Create(WWW, "another")), 5, 0)
                        .digest())
                .isEqualTo(digest);
        assertThat(ZonePlan.of(ZONE, 2, List.of(new ZoneChange.Create(WWW, "one reason")), 0, 0)
                        .digest())
                .isNotEqualTo(digest);
    }
}
