// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One import instead of many writes: what it keeps and what it costs. */
class ZoneImportIT extends ZoneImportFixture {
    @Test
    void changesTwoThousandRecordsInTenCalls() {
        start(SandboxOptions.defaults().withZone("example.com", 2_000).withPagesEverywhere());
        List<ZoneRecord> wished = new ArrayList<>(zoneSync.read(ZONE, ZoneReading.IDS).values().stream()
                .map(record -> record.type() == RecordType.NS ? record : record.withTtl(1_234))
                .toList());
        ZoneWish wish = new ZoneWish(ZONE, wished, Ownership.ALL, OpenGuards.ALL, 60);
        List<ZoneSnapshot> restorePoints = new ArrayList<>();
        sandbox.resetCalls();

        ZoneApplied applied = zoneSync.sync(wish, null, false, restorePoints::add);

        assertThat(sandbox.calls()).isLessThanOrEqualTo(10);
        assertThat(applied.plan().isImport()).isTrue();
        assertThat(applied.plan().updates()).isEqualTo(1_998);
        assertThat(applied.isWhole()).isTrue();
        assertThat(applied.refreshed()).isTrue();
        assertThat(restorePoints).containsExactly(applied.before());
        sandbox.verifyCalls(IMPORT, 1);
        sandbox.verifyCalls(UPDATE, 0);
        sandbox.verifyCalls(REFRESH, 0);
        assertLed(wish);
    }

    @Test
    void isNotMadeUnaskedNorBelowTheShare() {
        ZoneWish few = wish().importingAbove(99);
        assertThat(zoneSync.plan(few.importingAbove(null)).plan().isImport()).isFalse();
        assertThat(zoneSync.plan(few).plan().isImport()).isFalse();
        assertThat(zoneSync.plan(few.importingAbove(90)).plan().isImport()).isTrue();

        sync(few, null, false);

        sandbox.verifyCalls(IMPORT, 0);
        assertLed(few);
    }

    @Test
    void stopsAtTheSameGuardsAsSingleWrites() {
        ZoneWish guarded = new ZoneWish(ZONE, wish().records(), Ownership.ALL, GuardSettings.DEFAULT, 60);

        assertThat(zoneSync.plan(guarded).breaches())
                .extracting(GuardBreach::guard)
                .containsExactlyInAnyOrder(Guard.DELETE_PERCENT, Guard.APEX_MX);
        assertThatThrownBy(() -> sync(guarded, null, false)).isInstanceOf(ZoneRefusedException.class);
        sandbox.verifyCalls(IMPORT, 0);
    }

    @Test
    void keepsWhatIsNotOursAndWhatOvhcloudKeeps() {
        create("go", "TXT", "\"1|https://www.example.net\"", 0);
        create("go", "A", "213.186.33.5", 0);
        create("home", "A", "192.0.2.200", 60);
        create("theirs", "CNAME", "elsewhere.example.net.", 300);
        create("theirs-too", "TXT", "\"a\" \"b\"", 0);
        Set<RecordForm> before = zoneSync.read(ZONE, ZoneReading.IDS).forms().keySet();
        Ownership ours = new Ownership(Set.of(), Set.of("host-", "_sip._tcp.host-", "new-"), Set.of());
        List<ZoneRecord> wished = wish().records().stream()
                .filter(record -> record.subDomain().startsWith("new-"))
                .toList();
        ZoneWish wish = new ZoneWish(ZONE, wished, ours, OpenGuards.allBut(Guard.MANAGED), 60);

        ZoneApplied applied = sync(wish, null, false);

        sandbox.verifyCalls(IMPORT, 1);
        assertThat(applied.plan().leftAlone()).isEqualTo(7);
        Set<RecordForm> after = zoneSync.read(ZONE, ZoneReading.IDS).forms().keySet();
        assertThat(after).hasSize(47).filteredOn(before::contains).hasSize(7);
        assertThat(records())
                .filteredOn(
                        record -> List.of("go", "home", "theirs", "theirs-too").contains(record.subDomain()))
                .hasSize(5);
    }

    @Test
    void doesWhatWasApprovedWhateverTheWishSays() {
        ZoneSnapshot former = zoneSync.read(ZONE, ZoneReading.IDS);
        ZonePlan byImport = zoneSync.plan(wish()).plan();
        ZonePlan oneByOne = zoneSync.plan(wish().importingAbove(null)).plan();
        assertThat(byImport.digest()).isNotEqualTo(oneByOne.digest());

        sync(wish(), oneByOne, false);
        sandbox.verifyCalls(IMPORT, 0);
        assertLed(wish());

        zoneSync.undo(former, OpenGuards.ALL);
        ZonePlan again = zoneSync.plan(wish()).plan();
        assertThat(again.isImport()).isTrue();
        sync(wish().importingAbove(null), again, false);
        sandbox.verifyCalls(IMPORT, 1);
        assertLed(wish());
    }

    @Test
    void isUndoneToTheVeryRecords() {
        create("spf", "SPF", "v=spf1 -all", 0);
        List<ZoneRecord> former = records();
        ZoneApplied applied = sync(wish(), null, false);
        sandbox.verifyCalls(IMPORT, 1);

        zoneSync.undo(applied.restorePoint().orElseThrow(), OpenGuards.ALL);

        assertThat(records()).containsExactlyInAnyOrderElementsOf(former);
    }
}
