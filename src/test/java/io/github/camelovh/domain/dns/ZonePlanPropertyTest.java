// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class ZonePlanPropertyTest {

    private static final DomainName ZONE = DomainName.of("example.com");
    private static final long TTL = 3600;

    @Property
    void leadsFromAnyZoneToAnyOther(
            @ForAll("anyRecords") List<ZoneRecord> current, @ForAll("zones") List<ZoneRecord> desired) {
        ModelZone zone = new ModelZone(current);
        ZonePlan plan = ZonePlanner.plan(zone.snapshot(), desired, Ownership.ALL, OpenGuards.ALL)
                .plan();
        boolean sound = Conflicts.of(ZONE, current).isEmpty();

        for (ZoneChange change : plan.changes()) {
            zone.apply(change);
            if (sound) {
                assertThat(zone.aliasesBesideOthers()).as("after %s", change).isEmpty();
            }
        }

        assertThat(zone.forms()).containsExactlyInAnyOrderElementsOf(wished(current, desired));
        assertThat(ZonePlanner.plan(zone.snapshot(), desired, Ownership.ALL, OpenGuards.ALL)
                        .plan()
                        .changes())
                .isEmpty();
    }

    @Property
    void endsAsWishedWhereverItIsBrokenOff(
            @ForAll("anyRecords") List<ZoneRecord> current,
            @ForAll("zones") List<ZoneRecord> desired,
            @ForAll @IntRange(max = 30) int steps) {
        ModelZone zone = new ModelZone(current);
        ZonePlanner.plan(zone.snapshot(), desired, Ownership.ALL, OpenGuards.ALL).plan().changes().stream()
                .limit(steps)
                .forEach(zone::apply);

        ZonePlanner.plan(zone.snapshot(), desired, Ownership.ALL, OpenGuards.ALL)
                .plan()
                .changes()
                .forEach(zone::apply);

        assertThat(zone.forms()).containsExactlyInAnyOrderElementsOf(wished(current, desired));
    }

    @Property
    void neverTakesAwayWhatStaysAndNeverMakesTwoOfAKind(
            @ForAll("anyRecords") List<ZoneRecord> current, @ForAll("zones") List<ZoneRecord> desired) {
        ModelZone zone = new ModelZone(current);
        Set<RecordForm> stays = new HashSet<>(zone.forms());
        stays.retainAll(wished(current, desired));
        Set<RecordForm> before = new HashSet<>(zone.forms());

        for (ZoneChange change : ZonePlanner.plan(zone.snapshot(), desired, Ownership.ALL, OpenGuards.ALL)
                .plan()
                .changes()) {
            zone.apply(change);
            assertThat(zone.forms()).containsAll(stays);
            List<RecordForm> made =
                    zone.forms().stream().filter(form -> !before.contains(form)).toList();
            assertThat(made).doesNotHaveDuplicates();
        }
    }

    @Property
    void isEmptyForEqualZonesHoweverTheyAreWritten(@ForAll("zones") List<ZoneRecord> wish, @ForAll boolean fileOrList) {
        Set<RecordForm> seen = new HashSet<>();
        List<ZoneRecord> zone = wish.stream()
                .filter(record -> seen.add(RecordForm.of(ZONE, record, TTL)))
                .toList();
        List<ZoneRecord> rewritten = fileOrList
                ? ZoneFile.read(ZoneFile.write(ZONE, zone, null, TTL), ZONE, ZoneFileRules.WITHOUT_NAME_SERVERS)
                        .records()
                : zone.stream().map(ZonePlanPropertyTest::respelt).toList();

        PlannedZone planned =
                ZonePlanner.plan(new ModelZone(zone).snapshot(), rewritten, Ownership.ALL, GuardSettings.DEFAULT);

        assertThat(planned.plan().changes()).isEmpty();
        assertThat(planned.allowed()).isTrue();
    }

    @Property
    void goesBackToTheVeryRecords(
            @ForAll("anyRecords") List<ZoneRecord> current, @ForAll("zones") List<ZoneRecord> desired) {
        ModelZone zone = new ModelZone(current);
        ZoneSnapshot former = zone.snapshot();
        ZonePlanner.plan(former, desired, Ownership.ALL, OpenGuards.ALL)
                .plan()
                .changes()
                .forEach(zone::apply);

        ZonePlanner.restore(zone.snapshot(), former, OpenGuards.ALL)
                .plan()
                .changes()
                .forEach(zone::apply);

        assertThat(zone.snapshot().values()).containsExactlyInAnyOrderElementsOf(current);
    }

    @Property
    void hasOneNormalForm(@ForAll("records") ZoneRecord record) {
        ZoneRecord sent = RecordForm.toApi(ZONE, record);

        assertThat(RecordForm.toApi(ZONE, sent)).isEqualTo(sent);
        assertThat(RecordForm.of(ZONE, sent, TTL)).isEqualTo(RecordForm.of(ZONE, record, TTL));
        assertThat(RecordForm.of(ZONE, respelt(record), TTL)).isEqualTo(RecordForm.of(ZONE, record, TTL));
    }

    @Property
    void keepsAnyTextThroughFileAndApi(@ForAll String text) {
        String quoted = '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        var record = new ZoneRecord("t", RecordType.TXT, quoted, 0);
        RecordForm form = RecordForm.of(ZONE, record, TTL);

        ZoneFile file =
                ZoneFile.read(ZoneFile.write(ZONE, List.of(record), null, 0), ZONE, ZoneFileRules.WITHOUT_NAME_SERVERS);

        assertThat(form.readable()).isTrue();
        assertThat(RecordForm.of(ZONE, file.records().get(0), TTL)).isEqualTo(form);
        assertThat(RecordForm.of(ZONE, RecordForm.toApi(ZONE, record), TTL)).isEqualTo(form);
    }

    @Property
    void survivesJson(@ForAll("anyRecords") List<ZoneRecord> current, @ForAll("zones") List<ZoneRecord> desired) {
        ZonePlan plan = ZonePlanner.plan(new ModelZone(current).snapshot(), desired, Ownership.ALL, OpenGuards.ALL)
                .plan();

        assertThat(ZonePlan.fromJson(plan.toJson())).isEqualTo(plan);
    }

    /** What must be served at the end: the desired records, and the name servers of the zone if none are desired. */
    private static Set<RecordForm> wished(List<ZoneRecord> current, List<ZoneRecord> desired) {
        Set<RecordForm> forms = desired.stream()
                .map(record -> RecordForm.of(ZONE, record, TTL))
                .collect(Collectors.toCollection(HashSet::new));
        if (forms.stream().noneMatch(form -> form.owner().isEmpty() && form.type() == RecordType.NS)) {
            current.stream()
                    .map(record -> RecordForm.of(ZONE, record, TTL))
                    .filter(form -> form.owner().isEmpty() && form.type() == RecordType.NS)
                    .forEach(forms::add);
        }
        return forms;
    }

    private static ZoneRecord respelt(ZoneRecord record) {
        String target = record.target();
        String other =
                switch (record.type()) {
                    case AAAA -> target.toUpperCase(Locale.ROOT).replace("::", ":0::");
                    case CNAME, MX, NS, SRV -> target.toUpperCase(Locale.ROOT).replace(".EXAMPLE.COM.", "");
                    case TXT -> target.startsWith("\"") ? target : '"' + target + '"';
                    case SPF -> '"' + target.replaceFirst(" ", " \" \"") + '"';
                    case CAA -> target.replace("issue", "Issue");
                    default -> target;
                };
        String name = record.atApex() ? "@" : record.subDomain().toUpperCase(Locale.ROOT) + ".Example.com.";
        return new ZoneRecord(name, record.type(), other, record.ttl() == 0 ? TTL : record.ttl());
    }

    /** Any content of a zone, including duplicates, conflicts and invalid records. */
    @Provide
    Arbitrary<List<ZoneRecord>> anyRecords() {
        Arbitrary<ZoneRecord> broken = Arbitraries.of(
                new ZoneRecord("www", RecordType.A, "nonsense", 0),
                new ZoneRecord("a", RecordType.MX, "mail", 0),
                new ZoneRecord("b", RecordType.CNAME, "docs.example.net", 300));
        return Arbitraries.frequencyOf(Tuple.of(20, records()), Tuple.of(1, broken))
                .list()
                .ofMaxSize(25)
                // The name servers of a zone are not changed, so duplicates of them would stay.
                .filter(list -> list.stream()
                                .filter(record -> record.type() == RecordType.NS && record.atApex())
                                .count()
                        <= 1);
    }

    /** Valid desired records without conflicts. */
    @Provide
    Arbitrary<List<ZoneRecord>> zones() {
        return records().list().ofMaxSize(25).map(list -> {
            List<ZoneRecord> zone = new ArrayList<>();
            for (ZoneRecord record : list) {
                zone.add(record);
                if (!RecordCheck.problems(ZONE, record).isEmpty()
                        || !Conflicts.of(ZONE, zone).isEmpty()) {
                    zone.remove(zone.size() - 1);
                }
            }
            return zone;
        });
    }

    @Provide
    Arbitrary<ZoneRecord> records() {
        Arbitrary<String> names = Arbitraries.of("", "www", "a", "b.a", "*.x", "_sip._tcp");
        Arbitrary<String> data = Arbitraries.oneOf(
                Arbitraries.integers().between(1, 4).map(i -> "A 192.0.2." + i),
                Arbitraries.integers().between(1, 3).map(i -> "AAAA 2001:db8::" + i),
                Arbitraries.of("CNAME host", "CNAME a.net.", "CNAME b.net."),
                Arbitraries.of("MX 10 mail.a.net.", "MX 20 mail.a.net.", "MX 10 mx"),
                Arbitraries.of(
                        "TXT \"one\"", "TXT two words", "TXT \"v=spf1 -all\"", "TXT \"a\" \"b\"", "SPF v=spf1 -all"),
                Arbitraries.of("SRV 0 5 5060 sip", "SRV 1 5 5060 sip.a.net."),
                Arbitraries.of("NS ns1.a.net.", "NS ns2.a.net."),
                Arbitraries.of("CAA 0 issue \"a.net\"", "CAA 0 iodef \"mailto:x@a.net\""));
        Arbitrary<Long> ttls = Arbitraries.of(0L, 61L, 3600L);
        return Combinators.combine(names, data, ttls).as((name, text, ttl) -> {
            int blank = text.indexOf(' ');
            return new ZoneRecord(name, RecordType.valueOf(text.substring(0, blank)), text.substring(blank + 1), ttl);
        });
    }

    /** A zone that executes writes like the API. */
    private static final class ModelZone {

        private final List<HeldRecord> held = new ArrayList<>();
        private long nextId = 1;

        ModelZone(List<ZoneRecord> records) {
            records.forEach(record -> held.add(new HeldRecord(nextId++, record)));
        }

        ZoneSnapshot snapshot() {
            return new ZoneSnapshot(ZONE, 1, TTL, held, null);
        }

        void apply(ZoneChange change) {
            if (change instanceof ZoneChange.Create create) {
                held.add(new HeldRecord(nextId++, create.record()));
            } else if (change instanceof ZoneChange.Update update) {
                assertThat(held).contains(update.before());
                held.set(
                        held.indexOf(update.before()),
                        new HeldRecord(update.before().id(), update.after()));
            } else if (change instanceof ZoneChange.Delete delete) {
                assertThat(held.remove(delete.record())).isTrue();
            }
        }

        List<RecordForm> forms() {
            return held.stream()
                    .map(record -> RecordForm.of(ZONE, record.value(), TTL))
                    .toList();
        }

        List<String> aliasesBesideOthers() {
            return Conflicts.of(ZONE, snapshot().values()).stream()
                    .filter(sentence -> sentence.contains("CNAME"))
                    .toList();
        }
    }
}
