// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ZonePlannerTest {
    private static final DomainName ZONE = DomainName.of("example.com");
    private static final GuardSettings OPEN = OpenGuards.ALL;

    private final List<HeldRecord> held = new ArrayList<>();
    private long nextId = 5_386_578_528L;

    private ZonePlannerTest holds(String... lines) {
        for (String line : lines) {
            held.add(new HeldRecord(nextId++, record(line)));
        }
        return this;
    }

    /** {@code name ttl TYPE target}, in one line. */
    private static ZoneRecord record(String line) {
        String[] cells = line.split(" ", 4);
        return new ZoneRecord(
                cells[0].equals("@") ? "" : cells[0], RecordType.valueOf(cells[2]), cells[3], Long.parseLong(cells[1]));
    }

    private ZoneSnapshot now() {
        return new ZoneSnapshot(ZONE, 2026040100, 3600, held, null);
    }

    private List<String> changes(String... desired) {
        return ZonePlanner.plan(now(), records(desired), Ownership.ALL, OPEN).plan().changes().stream()
                .map(Object::toString)
                .toList();
    }

    private static List<ZoneRecord> records(String... lines) {
        return List.of(lines).stream().map(ZonePlannerTest::record).toList();
    }

    @Nested
    class WhenRecordsArePaired {
        @Test
        void changesInPlaceWhatHasTheSameNameAndType() {
            holds("www 0 A 192.0.2.1", "www 0 AAAA 2001:db8::1", "old 0 A 192.0.2.9");

            assertThat(changes("www 300 A 192.0.2.2", "www 0 AAAA 2001:db8::1", "new 0 A 192.0.2.9"))
                    .containsExactly("+ new A 192.0.2.9", "~ www A 192.0.2.1 -> 300 192.0.2.2", "- old A 192.0.2.9");
        }

        @Test
        void pairsWhatChangesLeast() {
            holds("@ 0 MX 10 a.net.", "@ 0 MX 20 b.net.", "@ 0 MX 30 c.net.");

            assertThat(changes("@ 0 MX 5 c.net.", "@ 300 MX 20 b.net.", "@ 0 MX 10 d.net."))
                    .containsExactlyInAnyOrder(
                            "~ @ MX 20 b.net. -> 300 20 b.net.",
                            "~ @ MX 10 a.net. -> 10 d.net.",
                            "~ @ MX 30 c.net. -> 5 c.net.");
        }

        @Test
        void pairsByTheHostRatherThanByTheOrder() {
            holds("@ 0 MX 10 a.net.", "@ 0 MX 20 b.net.");

            assertThat(changes("@ 0 MX 5 b.net.", "@ 0 MX 7 a.net."))
                    .containsExactlyInAnyOrder("~ @ MX 20 b.net. -> 5 b.net.", "~ @ MX 10 a.net. -> 7 a.net.");
        }

        @Test
        void keepsTheIdOfWhatItChanges() {
            holds("www 0 A 192.0.2.1");

            ZonePlan plan = ZonePlanner.plan(now(), records("www 0 A 192.0.2.2"), Ownership.ALL, OPEN)
                    .plan();

            assertThat(plan.changes())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            ZoneChange.Update.class,
                            update -> assertThat(update.before().id()).isEqualTo(5_386_578_528L));
            assertThat(plan.changes().get(0).why()).isEqualTo("other data");
        }

        @Test
        void deletesSecondCopiesDownToTheOldest() {
            holds("www 0 A 192.0.2.1", "www 0 A 192.0.2.1", "www 3600 A 192.0.2.1");

            ZonePlan plan = ZonePlanner.plan(now(), records("www 0 A 192.0.2.1"), Ownership.ALL, OPEN)
                    .plan();

            assertThat(plan.unchanged()).isEqualTo(1);
            assertThat(plan.changes())
                    .allSatisfy(change -> assertThat(change.why()).contains("duplicate"))
                    .extracting(change -> ((ZoneChange.Delete) change).record().id())
                    .containsExactlyInAnyOrder(5_386_578_529L, 5_386_578_530L);
        }

        @Test
        void countsAWishThatIsMadeTwiceOnce() {
            assertThat(changes("www 0 A 192.0.2.1", "WWW 3600 A 192.0.2.1"))
                    .singleElement()
                    .asString()
                    .startsWith("+ www ");
        }

        @Test
        void leavesPseudoTypesThatServeTheSame() {
            holds("@ 0 SPF v=spf1 -all", "k._domainkey 0 TXT \"v=DKIM1; \" \"p=AA\"", "_dmarc 0 TXT v=DMARC1; p=none");

            assertThat(changes(
                            "@ 0 TXT \"v=spf1 -all\"",
                            "k._domainkey 0 DKIM v=DKIM1; p=AA",
                            "_dmarc 0 DMARC v=DMARC1; p=none"))
                    .isEmpty();
        }

        @Test
        void givesTheSamePlanInWhateverOrderRecordsCome() {
            for (int i = 0; i < 40; i++) {
                holds("h" + i % 7 + " 0 A 192.0.2." + i, "h" + i % 5 + " 300 TXT \"" + i % 11 + "\"");
            }
            List<ZoneRecord> desired = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                desired.add(record("h" + i % 6 + " 0 A 192.0.2." + i));
                desired.add(record("h" + i % 4 + " 300 TXT \"" + i % 13 + "\""));
            }
            ZonePlan plan =
                    ZonePlanner.plan(now(), desired, Ownership.ALL, OPEN).plan();
            var random = new Random(7);
            for (int i = 0; i < 10; i++) {
                Collections.shuffle(held, random);
                Collections.shuffle(desired, random);
                assertThat(ZonePlanner.plan(now(), desired, Ownership.ALL, OPEN).plan())
                        .isEqualTo(plan);
            }
        }
    }

    @Nested
    class WhenAnAliasComesOrGoes {
        @Test
        void makesRoomForAnAliasRightBeforeItComesAndAfterItsTarget() {
            holds("www 0 A 192.0.2.1", "www 0 TXT \"x\"", "old 0 A 192.0.2.3", "zz 0 A 192.0.2.4");

            List<String> changes = changes("www 0 CNAME zz-target", "zz-target 0 A 192.0.2.1", "zz 0 A 192.0.2.5");

            assertThat(changes)
                    .containsExactly(
                            "+ zz-target A 192.0.2.1",
                            "~ zz A 192.0.2.4 -> 192.0.2.5",
                            "- www A 192.0.2.1",
                            "- www TXT \"x\"",
                            "+ www CNAME zz-target.example.com.",
                            "- old A 192.0.2.3");
        }

        @Test
        void takesAnAliasAwayRightBeforeWhatReplacesIt() {
            holds("www 0 CNAME a.net.", "x 0 CNAME b.net.", "y 0 A 192.0.2.1");

            ZonePlan plan = ZonePlanner.plan(
                            now(),
                            records("www 0 A 192.0.2.1", "www 0 AAAA 2001:db8::1", "x 0 CNAME c.net."),
                            Ownership.ALL,
                            OPEN)
                    .plan();

            assertThat(plan.changes())
                    .extracting(Object::toString)
                    .containsExactly(
                            "~ x CNAME b.net. -> c.net.",
                            "- www CNAME a.net.",
                            "+ www A 192.0.2.1",
                            "+ www AAAA 2001:db8::1",
                            "- y A 192.0.2.1");
            assertThat(plan.changes().get(1).why()).contains("deleted first").contains("CNAME");
        }

        @Test
        void takesTheSecondCopyOfAnAliasAwayBeforeTheFirstChanges() {
            holds("www 0 CNAME a.net.", "www 0 CNAME a.net.");

            assertThat(changes("www 0 CNAME b.net.", "x 0 A 192.0.2.1"))
                    .containsExactly("- www CNAME a.net.", "+ x A 192.0.2.1", "~ www CNAME a.net. -> b.net.");
        }
    }

    @Nested
    class WhenRecordsAreLeftAlone {
        @Test
        void leavesNameServersAloneThatTheWishDoesNotName() {
            holds("@ 0 NS ns1.example.net.", "@ 0 NS ns2.example.net.", "sub 0 NS ns1.example.net.");

            PlannedZone planned = ZonePlanner.plan(now(), records("www 0 A 192.0.2.1"), Ownership.ALL, OPEN);

            assertThat(planned.plan().changes())
                    .extracting(Object::toString)
                    .containsExactly("+ www A 192.0.2.1", "- sub NS ns1.example.net.");
            assertThat(planned.plan().leftAlone()).isEqualTo(2);
        }

        @Test
        void leavesAloneWhatIsNotOurs() {
            holds("_acme-challenge.www 0 TXT \"a\"", "www 0 A 192.0.2.1", "_acme-challenge 0 CNAME x.net.");
            var ours = new Ownership(Set.of(), Set.of("_ACME-challenge"), Set.of(RecordType.TXT));

            ZonePlan plan = ZonePlanner.plan(now(), List.of(), ours, OPEN).plan();

            assertThat(plan.changes()).extracting(Object::toString).containsExactly("- _acme-challenge.www TXT \"a\"");
            assertThat(plan.leftAlone()).isEqualTo(2);
        }

        @Test
        void refusesWhatCannotStandBesideWhatIsLeftAlone() {
            holds("www 0 A 192.0.2.1");
            var ours = new Ownership(Set.of(), Set.of(), Set.of(RecordType.CNAME));

            assertThatThrownBy(() -> ZonePlanner.plan(now(), records("www 0 CNAME a.net."), ours, OPEN))
                    .isInstanceOf(InvalidRecordsException.class)
                    .hasMessageContaining("can have no other records");
        }

        @Test
        void judgesOnlyWhatIsToBeWritten() {
            holds("ho_st 0 A 192.0.2.1", "bad 0 A nonsense", "www 0 A 192.0.2.1", "www 0 CNAME a.net.");

            assertThat(changes("ho_st 0 A 192.0.2.1", "bad 0 A nonsense", "www 0 A 192.0.2.1", "www 0 CNAME a.net."))
                    .isEmpty();
            assertThatThrownBy(() -> changes("ho_st 0 A 192.0.2.2", "new 0 A nonsense"))
                    .isInstanceOfSatisfying(InvalidRecordsException.class, e -> assertThat(e.problems())
                            .hasSize(2));
        }

        @Test
        void replacesWhatCannotBeRead() {
            holds("www 0 A nonsense");

            assertThat(changes("www 0 A 192.0.2.1")).containsExactly("~ www A nonsense -> 192.0.2.1");
        }
    }

    @Nested
    class WhenOvhcloudKeepsEntries {

        private final GuardSettings closed = OpenGuards.allBut(Guard.MANAGED);

        @Test
        void leavesRedirectionsAndDynHostsAloneThatNobodyMentions() {
            holds("www 0 TXT \"1|www.example.com\"", "www 0 A 213.186.33.5", "home 60 A 192.0.2.7", "x 0 A 192.0.2.1");

            PlannedZone planned = ZonePlanner.plan(now(), records("y 0 A 192.0.2.1"), Ownership.ALL, closed);

            assertThat(planned.allowed()).isTrue();
            assertThat(planned.plan().leftAlone()).isEqualTo(3);
            assertThat(planned.plan().changes())
                    .extracting(Object::toString)
                    .containsExactly("+ y A 192.0.2.1", "- x A 192.0.2.1");
        }

        @Test
        void stopsWhenTheirNameIsWishedForOtherwise() {
            holds("www 0 TXT \"3|https://a.net\"", "www 0 A 213.186.33.5");

            PlannedZone planned = ZonePlanner.plan(now(), records("www 0 A 192.0.2.1"), Ownership.ALL, closed);

            assertThat(planned.breaches()).extracting(GuardBreach::guard).containsExactly(Guard.MANAGED);
            assertThat(planned.breaches().get(0).sentence())
                    .contains("redirection")
                    .contains("allowManaged");
        }

        @Test
        void takesAWishThatHasThemAsTheyAre() {
            holds("home 60 A 192.0.2.7");

            assertThat(ZonePlanner.plan(now(), records("home 60 A 192.0.2.7"), Ownership.ALL, closed)
                            .plan()
                            .unchanged())
                    .isEqualTo(1);
        }
    }

    @Nested
    class WhenGoingBack {

        @Test
        void bringsBackEveryCopyToTheLetter() {
            holds("www 0 A 192.0.2.1", "www 0 A 192.0.2.1", "t 0 TXT bare text", "ho_st 0 CNAME docs.example.com");
            ZoneSnapshot former = now();
            held.clear();
            holds("www 0 A 192.0.2.1", "t 0 TXT \"bare text\"", "new 0 A 192.0.2.2");

            PlannedZone planned = ZonePlanner.restore(now(), former, OPEN);

            assertThat(planned.plan().changes())
                    .extracting(Object::toString)
                    .containsExactly(
                            "+ ho_st CNAME docs.example.com",
                            "+ www A 192.0.2.1",
                            "~ t TXT \"bare text\" -> bare text",
                            "- new A 192.0.2.2");
            assertThat(planned.plan().changes().get(2).why()).contains("in another spelling");
        }

        @Test
        void refusesAnotherZone() {
            var other = new ZoneSnapshot(DomainName.of("example.net"), 1, 0, List.of(), null);

            assertThatThrownBy(() -> ZonePlanner.restore(now(), other, OPEN)).hasMessageContaining("example.net");
        }
    }
}
