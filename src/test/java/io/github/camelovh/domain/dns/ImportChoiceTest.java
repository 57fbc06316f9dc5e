// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ImportChoiceTest {

    private static final DomainName ZONE = DomainName.of("example.com");
    private static final ZoneRecord SERVER = new ZoneRecord("", RecordType.NS, "ns1.example.net.", 0);
    private static final ZoneSoa SOA =
            new ZoneSoa("ns1.example.net.", "tech.example.net.", 7, 86_400, 3_600, 3_600_000, 300);

    private static ZoneRecord host(int number, int network) {
        return new ZoneRecord("h" + number, RecordType.A, "10.0." + network + "." + number, 0);
    }

    /** Twenty hosts and a name server. */
    private static List<ZoneRecord> zone() {
        List<ZoneRecord> zone = new ArrayList<>(List.of(SERVER));
        for (int i = 1; i <= 20; i++) {
            zone.add(host(i, 1));
        }
        return zone;
    }

    /** This number of the twenty hosts with another address. */
    private static List<ZoneRecord> changed(int count) {
        List<ZoneRecord> wish = new ArrayList<>(zone());
        for (int i = 1; i <= count; i++) {
            wish.set(i, host(i, 2));
        }
        return wish;
    }

    private static ZoneSnapshot snapshot(DomainName zone, List<ZoneRecord> records) {
        List<HeldRecord> held = new ArrayList<>();
        records.forEach(record -> held.add(new HeldRecord(held.size() + 1L, record)));
        return new ZoneSnapshot(zone, 7, 3_600, held, null);
    }

    private static ZoneFile file(DomainName zone, List<ZoneRecord> records) {
        return ZoneFile.read(ZoneFile.write(zone, records, SOA, 3_600), zone, ZoneFileRules.EXPORT);
    }

    private static ImportChoice choice(
            List<ZoneRecord> now, List<ZoneRecord> wish, Ownership ownership, Integer above) {
        ZoneSnapshot zone = snapshot(ZONE, now);
        ZonePlan plan = ZonePlanner.plan(zone, wish, ownership, OpenGuards.ALL).plan();
        return ImportChoice.of(plan, zone, file(ZONE, now), above);
    }

    private static ImportChoice choice(int changes, Integer above) {
        return choice(zone(), changed(changes), Ownership.ALL, above);
    }

    @Test
    void importsAboveTheShareOnly() {
        // 12 writes among 21 records: 57.1 percent
        assertThat(choice(12, 57).isImport()).isTrue();
        assertThat(choice(12, 58).isImport()).isFalse();
        assertThat(choice(20, 100).isImport()).isFalse();
        assertThat(choice(20, 100).objection()).isNull();
    }

    @Test
    void importsNothingUnasked() {
        assertThat(choice(20, null).isImport()).isFalse();
    }

    @Test
    void writesAFewRecordsOneByOneHoweverSmallTheZone() {
        assertThat(choice(9, 0).isImport()).isFalse();
        assertThat(choice(10, 0).isImport()).isTrue();
    }

    @Test
    void sendsTheWishAndAllThatIsNotOurs() {
        List<ZoneRecord> now = new ArrayList<>(zone());
        ZoneRecord foreign = new ZoneRecord("", RecordType.TXT, "\"somebody else's\"", 600);
        ZoneRecord redirection = new ZoneRecord("go", RecordType.TXT, "\"1|https://www.example.net\"", 0);
        now.addAll(List.of(foreign, redirection));

        ImportChoice choice = choice(now, changed(20), new Ownership(Set.of(), Set.of(), Set.of(RecordType.A)), 60);

        List<ZoneRecord> expected = new ArrayList<>(changed(20));
        expected.addAll(List.of(foreign, redirection));
        assertThat(choice.records()).containsExactlyInAnyOrderElementsOf(expected);
        ZoneFile sent = ZoneFile.read(choice.file(), ZONE);
        assertThat(snapshot(ZONE, sent.records()).forms())
                .isEqualTo(snapshot(ZONE, expected).forms());
        assertThat(sent.soa()).isEqualTo(SOA);
        assertThat(sent.defaultTtl()).isEqualTo(3_600);
    }

    @Test
    void canSendTheMostAwkwardRecords() {
        DomainName corpus = DomainName.of(AwkwardRecords.ZONE);
        List<ZoneRecord> now = List.of(SERVER);
        ZonePlan plan = ZonePlanner.plan(snapshot(corpus, now), AwkwardRecords.records(), Ownership.ALL, OpenGuards.ALL)
                .plan();

        ImportChoice choice = ImportChoice.of(plan, snapshot(corpus, now), file(corpus, now), 60);

        assertThat(choice.objection()).isNull();
        assertThat(choice.isImport()).isTrue();
        ZoneFile sent = ZoneFile.read(choice.file(), corpus, ZoneFileRules.EXPORT);
        Set<RecordForm> lost =
                new HashSet<>(snapshot(corpus, AwkwardRecords.records()).forms().keySet());
        lost.removeAll(snapshot(corpus, sent.records()).forms().keySet());
        assertThat(lost).isEmpty();
        assertThat(sent.records()).contains(SERVER);
    }

    @Test
    void keepsToSingleWritesWhereTheFileMightNotHoldAll() {
        ZoneSnapshot now = snapshot(ZONE, zone());
        ZonePlan plan = ZonePlanner.plan(now, changed(20), Ownership.ALL, OpenGuards.ALL)
                .plan();
        ZoneFile whole = file(ZONE, zone());
        ZoneFile withUnknownLine = new ZoneFile(
                ZONE, whole.records(), whole.soa(), 3_600, List.of(new RecordRefusal(9, "not a record type")));
        ZoneFile withoutSoa = new ZoneFile(ZONE, whole.records(), null, 3_600, List.of());

        assertThat(ImportChoice.of(plan, now, withUnknownLine, 60).objection()).contains("not understood");
        assertThat(ImportChoice.of(plan, now, withoutSoa, 60).objection()).contains("not understood");
        assertThat(ImportChoice.of(plan, now, file(ZONE, changed(1)), 60).objection())
                .contains("differ");
        assertThat(ImportChoice.of(plan, now, whole, 60).objection()).isNull();
    }

    @Test
    void keepsToSingleWritesWhereARecordCannotBeReadOrNoNameServerIsLeft() {
        List<ZoneRecord> broken = new ArrayList<>(zone());
        broken.add(new ZoneRecord("odd", RecordType.MX, "nonsense", 0));
        ZoneSnapshot now = snapshot(ZONE, broken);
        ZonePlan plan = ZonePlanner.plan(
                        now, changed(20), new Ownership(Set.of(), Set.of(), Set.of(RecordType.A)), OpenGuards.ALL)
                .plan();
        ZoneFile export = new ZoneFile(ZONE, broken, SOA, 3_600, List.of());

        assertThat(ImportChoice.of(plan, now, export, 60).objection()).contains("cannot be read");
        List<ZoneRecord> hosts = zone().subList(1, 21);
        assertThat(choice(hosts, changed(20).subList(1, 21), Ownership.ALL, 60).objection())
                .contains("no name servers");
    }

    @Test
    void takesAShareInPercentOnly() {
        assertThatThrownBy(() -> ZoneWish.of(ZONE, List.of()).importingAbove(101))
                .hasMessageContaining("importAbove is between 0 and 100");
        assertThatThrownBy(() -> ZoneWish.of(ZONE, List.of()).importingAbove(-1))
                .hasMessageContaining("importAbove is between 0 and 100");
    }
}
