// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.ApiJson;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes of one record set, and the way back. */
class ZoneUndoIT extends ZoneFixture {
    @BeforeEach
    void start() {
        start(SandboxOptions.defaults().withZone("example.com", 40).withPagesEverywhere());
    }

    @Test
    void undoBringsBackTheSameRecordsLetterByLetter() {
        List<ZoneRecord> former = zoneSync.read(ZONE, ZoneReading.IDS).values();
        List<ZoneRecord> wished = changed(former, 3);
        wished.removeIf(record -> record.type() == RecordType.TXT);
        wished.add(new ZoneRecord("fresh", RecordType.AAAA, "2001:db8::1", 0));
        GuardSettings wide =
                GuardSettings.DEFAULT.with(Guard.DELETE_PERCENT, 100).with(Guard.UPDATE_PERCENT, 100);
        ZoneApplied applied = sync(new ZoneWish(ZONE, wished, Ownership.ALL, wide), null, false);

        zoneSync.undo(applied.restorePoint().orElseThrow(), wide);

        assertThat(zoneSync.read(ZONE, ZoneReading.IDS).values()).containsExactlyInAnyOrderElementsOf(former);
    }

    @Test
    void undoOfAnUpsertBringsBackItsNameAndLeavesTheRest() {
        List<ZoneRecord> wished = with(
                new ZoneRecord("api", RecordType.TXT, "\"v=spf1 -all\"", 0),
                new ZoneRecord("api", RecordType.SPF, "v=spf1 mx -all", 300),
                new ZoneRecord("api", RecordType.TXT, "\"a\" \"b\"", 300),
                new ZoneRecord("api", RecordType.AAAA, "2001:db8::7", 0));
        sync(ZoneWish.of(ZONE, wished), null, false);
        List<ZoneRecord> former = zoneSync.read(ZONE, ZoneReading.IDS).values();

        ZoneApplied applied =
                zoneSync.upsert(ZONE, "api", RecordType.TXT, List.of("one", "two"), 60, GuardSettings.DEFAULT);
        ZoneApplied elsewhere =
                zoneSync.upsert(ZONE, "other", RecordType.A, List.of("192.0.2.50"), 0, GuardSettings.DEFAULT);
        ZoneSnapshot restorePoint = ZoneSnapshot.of(
                ApiJson.mapper().valueToTree(applied.restorePoint().orElseThrow()));
        zoneSync.undo(restorePoint, GuardSettings.DEFAULT);

        assertThat(restorePoint.subDomain()).isEqualTo("api");
        assertThat(zoneSync.read(ZONE, ZoneReading.IDS).values())
                .anyMatch(record -> record.subDomain().equals("other"))
                .containsAll(former);
        zoneSync.undo(elsewhere.restorePoint().orElseThrow(), GuardSettings.DEFAULT);
        assertThat(zoneSync.read(ZONE, ZoneReading.IDS).values()).containsExactlyInAnyOrderElementsOf(former);
    }

    @Test
    void upsertFindsTheApexAndFullNamesHoweverTheyAreWritten() {
        zoneSync.upsert(ZONE, "", RecordType.TXT, List.of("first"), 0, GuardSettings.DEFAULT);
        zoneSync.upsert(ZONE, "@", RecordType.TXT, List.of("second"), 0, GuardSettings.DEFAULT);
        zoneSync.upsert(ZONE, "example.com.", RecordType.TXT, List.of("third"), 0, GuardSettings.DEFAULT);

        assertThat(zoneSync.read(ZONE, ZoneReading.EXPORT).values())
                .filteredOn(record -> record.atApex() && record.type() == RecordType.TXT)
                .extracting(ZoneRecord::target)
                .containsExactly("\"third\"");
        assertThatThrownBy(() -> zoneSync.upsert(
                        ZONE, "www.example.net.", RecordType.A, List.of("192.0.2.1"), 0, GuardSettings.DEFAULT))
                .isInstanceOf(InvalidRecordsException.class)
                .hasMessageContaining("outside the zone");
    }

    @Test
    void upsertMakesChangesAndTakesAwayOneRecordSet() {
        zoneSync.upsert(ZONE, "api", RecordType.A, List.of("192.0.2.1", "192.0.2.2"), 300, GuardSettings.DEFAULT);
        long id = idOf("192.0.2.1");
        sandbox.resetCalls();

        ZoneApplied changed = zoneSync.upsert(
                ZONE, "api", RecordType.A, List.of("192.0.2.2", "192.0.2.3"), 300, GuardSettings.DEFAULT);

        assertThat(changed.plan().updates()).isEqualTo(1);
        assertThat(idOf("192.0.2.3")).isEqualTo(id);
        sandbox.resetCalls();
        assertThat(zoneSync.upsert(
                                ZONE,
                                "api",
                                RecordType.A,
                                List.of("192.0.2.3", "192.0.2.2"),
                                300,
                                GuardSettings.DEFAULT)
                        .written())
                .isZero();
        assertThat(sandbox.calls()).isLessThanOrEqualTo(3);
        zoneSync.upsert(ZONE, "api", RecordType.A, List.of(), 0, GuardSettings.DEFAULT);
        assertThat(zoneSync.read(ZONE, ZoneReading.EXPORT).values())
                .noneMatch(record -> record.subDomain().equals("api"));
    }

    private long idOf(String target) {
        return zoneSync.read(ZONE, ZoneReading.IDS).records().stream()
                .filter(held -> held.value().target().equals(target))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
