// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import static io.github.camelovh.domain.api.catalog.OperationCatalog.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.server.Fault;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ZoneSyncIT extends ZoneFixture {
    private static final String RECORD = "/domain/zone/{zoneName}/record";

    @BeforeEach
    void start() {
        start(SandboxOptions.defaults().withZone("example.com", 40).withPagesEverywhere());
    }

    @Test
    void eachReadingGivesTheSameRecords() {
        ZoneSnapshot exported = zoneSync.read(ZONE, ZoneReading.EXPORT);
        for (ZoneReading reading : List.of(ZoneReading.PAGES, ZoneReading.BATCH, ZoneReading.SINGLE)) {
            ZoneSnapshot read = zoneSync.read(ZONE, reading);
            assertThat(read.hasIds()).isTrue();
            assertThat(read.serial()).isEqualTo(exported.serial());
            assertThat(forms(read)).as("%s", reading).containsExactlyInAnyOrderElementsOf(forms(exported));
        }
    }

    private static List<RecordForm> forms(ZoneSnapshot zone) {
        return zone.values().stream()
                .map(record -> RecordForm.of(ZONE, record, zone.defaultTtl()))
                .toList();
    }

    @Test
    void seesInTwoCallsThatNothingIsToBeDone() {
        List<ZoneRecord> wished = zoneSync.read(ZONE, ZoneReading.EXPORT).values();
        sandbox.resetCalls();

        ZoneApplied applied = sync(ZoneWish.of(ZONE, wished), null, false);

        assertThat(applied.plan().isEmpty()).isTrue();
        assertThat(applied.refreshed()).isFalse();
        assertThat(sandbox.calls()).isLessThanOrEqualTo(2);
    }

    @Test
    void changesHundredOfFiveThousandRecordsInHundredAndFourCalls() {
        start(SandboxOptions.defaults().withZone("example.com", 5_000).withPagesEverywhere());
        List<ZoneRecord> wished = changed(zoneSync.read(ZONE, ZoneReading.IDS).values(), 100);
        sandbox.resetCalls();

        ZoneApplied applied = sync(ZoneWish.of(ZONE, wished), null, false);

        assertThat(applied.plan().updates()).isEqualTo(100);
        assertThat(sandbox.calls()).isLessThanOrEqualTo(104);
        sandbox.verifyCalls("POST /domain/zone/{zoneName}/refresh", 1);
        assertThat(zoneSync.plan(ZoneWish.of(ZONE, wished)).plan().isEmpty()).isTrue();
    }

    @Test
    void readsFiveThousandRecordsInOneCallOrWithIdsInSixty() {
        start(SandboxOptions.defaults().withZone("example.com", 5_000));
        assertThat(zoneSync.read(ZONE, ZoneReading.EXPORT).records()).hasSizeGreaterThanOrEqualTo(5_000);
        assertThat(sandbox.calls()).isEqualTo(1);

        sandbox.resetCalls();
        assertThat(zoneSync.read(ZONE, ZoneReading.BATCH).records()).hasSizeGreaterThanOrEqualTo(5_000);
        assertThat(sandbox.calls()).isLessThanOrEqualTo(60);
    }

    @Test
    void neverMakesTwoRecordsOfACreateWhoseAnswerWasLost() {
        List<ZoneRecord> wished = with(new ZoneRecord("fresh", RecordType.A, "192.0.2.77", 600));
        sandbox.fault(Fault.on("POST " + RECORD, Fault.Kind.ANSWER_LOST));

        sync(ZoneWish.of(ZONE, wished), null, false);

        sandbox.verifyCalls("POST " + RECORD, 1);
        assertThat(zoneSync.read(ZONE, ZoneReading.SINGLE).values())
                .filteredOn(record -> record.subDomain().equals("fresh"))
                .hasSize(1);
    }

    @Test
    void sendsACreateAgainThatNeverArrived() {
        List<ZoneRecord> wished = with(new ZoneRecord("fresh", RecordType.A, "192.0.2.77", 600));
        sandbox.fault(Fault.on("POST " + RECORD, Fault.Kind.RESET));

        sync(ZoneWish.of(ZONE, wished), null, false);

        sandbox.verifyCalls("POST " + RECORD, 2);
        assertThat(zoneSync.read(ZONE, ZoneReading.SINGLE).values())
                .filteredOn(record -> record.subDomain().equals("fresh"))
                .hasSize(1);
    }

    /** Simulates a killed run: it has sent the same create, which arrives only now. */
    @Test
    void tellsWhenARecordIsThereTwiceInTheEndAndTakesTheSecondAwayTheNextTime() {
        ZoneWish wish = ZoneWish.of(ZONE, with(new ZoneRecord("fresh", RecordType.A, "192.0.2.77", 600)));
        Map<String, Object> late = Map.of("fieldType", "A", "subDomain", "fresh", "target", "192.0.2.77", "ttl", 600);

        ZoneNotFinishedException told = catchThrowableOfType(
                ZoneNotFinishedException.class,
                () -> zoneSync.sync(
                        wish,
                        null,
                        false,
                        before ->
                                api.send(ApiCall.of(row("dns:addRecord"), ZONE).withBody(late))));

        assertThat(told).hasMessageContaining("not as desired: 1 left to change, the first is \"- fresh");
        assertThat(told.applied().isWhole()).isTrue();
        assertThat(told.applied().refreshed()).isTrue();
        assertThat(sync(wish, null, false).plan().deletes()).isEqualTo(1);
        assertThat(zoneSync.read(ZONE, ZoneReading.SINGLE).values())
                .filteredOn(record -> record.subDomain().equals("fresh"))
                .hasSize(1);
    }

    @Test
    void waitsWhileAnotherRefreshIsPending() {
        api.send(ApiCall.of(row("dns:refresh"), ZONE));
        List<ZoneRecord> wished = with(new ZoneRecord("fresh", RecordType.A, "192.0.2.77", 600));

        assertThat(sync(ZoneWish.of(ZONE, wished), null, false).refreshed()).isTrue();

        assertThat(sandbox.calls("POST /domain/zone/{zoneName}/refresh")).isGreaterThan(1);
    }

    @Test
    void servesWhatWasDoneOfAPlanThatBrokeOffAndDoesTheRestTheNextTime() {
        List<ZoneRecord> wished = with(
                new ZoneRecord("one", RecordType.A, "192.0.2.1", 600),
                new ZoneRecord("two", RecordType.A, "192.0.2.2", 600),
                new ZoneRecord("three", RecordType.A, "192.0.2.3", 600));
        sandbox.fault(new Fault("POST " + RECORD, 2, 1, Fault.Kind.STATUS, 403, Duration.ZERO, null));

        ZoneNotFinishedException broken = catchThrowableOfType(
                ZoneNotFinishedException.class, () -> sync(ZoneWish.of(ZONE, wished), null, false));

        assertThat(broken.applied().written()).isEqualTo(1);
        assertThat(broken.applied().refreshed()).isTrue();
        assertThat(broken).hasMessageContaining("1 of 3 changes").hasMessageContaining("again for the rest");
        assertThat(sync(ZoneWish.of(ZONE, wished), null, false).plan().creates())
                .isEqualTo(2);
        assertThat(zoneSync.plan(ZoneWish.of(ZONE, wished)).plan().isEmpty()).isTrue();
    }

    @Test
    void doesNotServeANameThatLostItsRecordForOneThatWasNotMade() {
        sync(ZoneWish.of(ZONE, with(new ZoneRecord("shop", RecordType.A, "192.0.2.9", 600))), null, false);
        List<ZoneRecord> wished = with(new ZoneRecord("shop", RecordType.CNAME, "elsewhere.example.net.", 600));
        wished.removeIf(record -> record.subDomain().equals("shop") && record.type() == RecordType.A);
        sandbox.fault(new Fault("POST " + RECORD, 1, 1, Fault.Kind.STATUS, 403, Duration.ZERO, null));

        ZoneNotFinishedException broken = catchThrowableOfType(
                ZoneNotFinishedException.class, () -> sync(ZoneWish.of(ZONE, wished), null, false));

        assertThat(broken.applied().refreshed()).isFalse();
        assertThat(broken).hasMessageContaining("would be without its records");
        sandbox.verifyCalls("POST /domain/zone/{zoneName}/refresh", 0);
    }

    @Test
    void refusesAPlanThatTheZoneHasLeftBehind() {
        List<ZoneRecord> wished = with(new ZoneRecord("one", RecordType.A, "192.0.2.1", 600));
        ZonePlan approved = zoneSync.plan(ZoneWish.of(ZONE, wished)).plan();
        zoneSync.upsert(ZONE, "www2", RecordType.A, List.of("192.0.2.200"), 600, GuardSettings.DEFAULT);
        sandbox.resetCalls();

        assertThatThrownBy(() -> sync(ZoneWish.of(ZONE, wished), approved, false))
                .isInstanceOf(ZoneRefusedException.class)
                .hasMessageContaining("1 change would be new")
                .hasMessageContaining("www2");
        sandbox.verifyCalls("POST " + RECORD, 0);
        sandbox.verifyCalls("DELETE " + RECORD + "/{id}", 0);
    }

    @Test
    void goesOnWithWhatIsLeftOfAnApprovedPlan() {
        List<ZoneRecord> wished = with(
                new ZoneRecord("one", RecordType.A, "192.0.2.1", 600),
                new ZoneRecord("two", RecordType.A, "192.0.2.2", 600));
        ZonePlan approved = zoneSync.plan(ZoneWish.of(ZONE, wished)).plan();
        sandbox.fault(new Fault("POST " + RECORD, 2, 1, Fault.Kind.STATUS, 403, Duration.ZERO, null));
        assertThatThrownBy(() -> sync(ZoneWish.of(ZONE, wished), approved, false))
                .isInstanceOf(ZoneNotFinishedException.class);

        assertThat(sync(ZoneWish.of(ZONE, wished), approved, false).written()).isEqualTo(1);
    }

    @Test
    void refreshesWhatARunThatDiedHadWritten() {
        List<ZoneRecord> wished = with(new ZoneRecord("fresh", RecordType.A, "192.0.2.77", 600));
        api.send(ApiCall.of(row("dns:addRecord"), ZONE)
                .withBody(Map.of("fieldType", "A", "subDomain", "fresh", "target", "192.0.2.77", "ttl", 600)));

        ZoneApplied applied = sync(ZoneWish.of(ZONE, wished), null, true);

        assertThat(applied.plan().isEmpty()).isTrue();
        assertThat(applied.refreshed()).isTrue();
        sandbox.verifyCalls("POST /domain/zone/{zoneName}/refresh", 1);
    }

    @Test
    void refreshesAZoneThatOvhcloudTellsIsNotDeployed() throws Exception {
        List<ZoneRecord> wished = with();
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(sandbox.origin().resolve("/_sandbox/zones/example.com"))
                                .POST(HttpRequest.BodyPublishers.ofString("{\"deployed\": false}"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());

        assertThat(sync(ZoneWish.of(ZONE, wished), null, false).refreshed()).isTrue();
    }

    @Test
    void importReplacesTheZone() {
        String file = zoneSync.export(ZONE) + "\nimported 600 IN A 192.0.2.99\n";

        ZoneTask task = zoneSync.importFile(ZONE, file, Duration.ofMinutes(5));

        assertThat(task.status()).isEqualTo("done");
        assertThat(zoneSync.read(ZONE, ZoneReading.IDS).values())
                .anyMatch(record -> record.subDomain().equals("imported"));
    }
}
