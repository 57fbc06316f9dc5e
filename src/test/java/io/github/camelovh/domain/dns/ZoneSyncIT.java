// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import static io.github.camelovh.domain.api.catalog.OperationCatalog.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.ApiJson;
import io.github.camelovh.domain.api.ApiRegion;
import io.github.camelovh.domain.api.Credentials;
import io.github.camelovh.domain.api.HttpOptions;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiSettings;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.server.Fault;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ZoneSyncIT {
    private static final DomainName ZONE = DomainName.of("example.com");
    private static final String RECORD = "/domain/zone/{zoneName}/record";

    private final AtomicLong nanos = new AtomicLong();
    private CamelContext context;
    private OvhSandbox sandbox;
    private OvhApi api;
    private ZoneSync zoneSync;

    @BeforeEach
    void start() {
        start(SandboxOptions.defaults().withZone("example.com", 40).withPagesEverywhere());
    }

    private void start(SandboxOptions options) {
        stop();
        context = new DefaultCamelContext();
        context.start();
        sandbox = OvhSandbox.start(options);
        api = OvhApi.open(
                context,
                OvhApiSettings.of(
                                ApiRegion.of(sandbox.baseUrl().toString()),
                                new Credentials.PersonalToken(OvhSandbox.ACCESS_TOKEN))
                        .withPace(1_000_000, 8),
                HttpOptions.plain());
        zoneSync = new ZoneSync(
                api,
                time -> {
                    nanos.addAndGet(time.toNanos());
                    sandbox.advance(time);
                },
                nanos::get);
        sandbox.resetCalls();
    }

    @AfterEach
    void stop() {
        if (sandbox != null) {
            api.close();
            sandbox.close();
            context.stop();
        }
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

        ZoneApplied applied = zoneSync.sync(ZoneWish.of(ZONE, wished), null, false);

        assertThat(applied.plan().isEmpty()).isTrue();
        assertThat(applied.refreshed()).isFalse();
        assertThat(sandbox.calls()).isLessThanOrEqualTo(2);
    }

    @Test
    void changesHundredOfFiveThousandRecordsInHundredAndFourCalls() {
        start(SandboxOptions.defaults().withZone("example.com", 5_000).withPagesEverywhere());
        List<ZoneRecord> wished = changed(zoneSync.read(ZONE, ZoneReading.IDS).values(), 100);
        sandbox.resetCalls();

        ZoneApplied applied = zoneSync.sync(ZoneWish.of(ZONE, wished), null, false);

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

    /** Another address or text for the first records that have one. */
    private static List<ZoneRecord> changed(List<ZoneRecord> records, int count) {
        List<ZoneRecord> wished = new ArrayList<>();
        int left = count;
        for (ZoneRecord record : records) {
            boolean change = left > 0 && record.type() == RecordType.A;
            wished.add(change ? record.withTarget("198.51.100." + (left % 250 + 1)) : record);
            left -= change ? 1 : 0;
        }
        assertThat(left).as("addresses to change").isZero();
        return wished;
    }

    @Test
    void neverMakesTwoRecordsOfACreateWhoseAnswerWasLost() {
        List<ZoneRecord> wished = with(new ZoneRecord("fresh", RecordType.A, "192.0.2.77", 600));
        sandbox.fault(Fault.on("POST " + RECORD, Fault.Kind.ANSWER_LOST));

        zoneSync.sync(ZoneWish.of(ZONE, wished), null, false);

        sandbox.verifyCalls("POST " + RECORD, 1);
        assertThat(zoneSync.read(ZONE, ZoneReading.SINGLE).values())
                .filteredOn(record -> record.subDomain().equals("fresh"))
                .hasSize(1);
    }

    @Test
    void sendsACreateAgainThatNeverArrived() {
        List<ZoneRecord> wished = with(new ZoneRecord("fresh", RecordType.A, "192.0.2.77", 600));
        sandbox.fault(Fault.on("POST " + RECORD, Fault.Kind.RESET));

        zoneSync.sync(ZoneWish.of(ZONE, wished), null, false);

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
        assertThat(zoneSync.sync(wish, null, false).plan().deletes()).isEqualTo(1);
        assertThat(zoneSync.read(ZONE, ZoneReading.SINGLE).values())
                .filteredOn(record -> record.subDomain().equals("fresh"))
                .hasSize(1);
    }

    private List<ZoneRecord> with(ZoneRecord... more) {
        List<ZoneRecord> wished =
                new ArrayList<>(zoneSync.read(ZONE, ZoneReading.IDS).values());
        wished.addAll(List.of(more));
        sandbox.resetCalls();
        return wished;
    }

    @Test
    void waitsWhileAnotherRefreshIsPending() {
        api.send(ApiCall.of(row("dns:refresh"), ZONE));
        List<ZoneRecord> wished = with(new ZoneRecord("fresh", RecordType.A, "192.0.2.77", 600));

        assertThat(zoneSync.sync(ZoneWish.of(ZONE, wished), null, false).refreshed())
                .isTrue();

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
                ZoneNotFinishedException.class, () -> zoneSync.sync(ZoneWish.of(ZONE, wished), null, false));

        assertThat(broken.applied().written()).isEqualTo(1);
        assertThat(broken.applied().refreshed()).isTrue();
        assertThat(broken).hasMessageContaining("1 of 3 changes").hasMessageContaining("again for the rest");
        assertThat(zoneSync.sync(ZoneWish.of(ZONE, wished), null, false).plan().creates())
                .isEqualTo(2);
        assertThat(zoneSync.plan(ZoneWish.of(ZONE, wished)).plan().isEmpty()).isTrue();
    }

    @Test
    void doesNotServeANameThatLostItsRecordForOneThatWasNotMade() {
        zoneSync.sync(ZoneWish.of(ZONE, with(new ZoneRecord("shop", RecordType.A, "192.0.2.9", 600))), null, false);
        List<ZoneRecord> wished = with(new ZoneRecord("shop", RecordType.CNAME, "elsewhere.example.net.", 600));
        wished.removeIf(record -> record.subDomain().equals("shop") && record.type() == RecordType.A);
        sandbox.fault(new Fault("POST " + RECORD, 1, 1, Fault.Kind.STATUS, 403, Duration.ZERO, null));

        ZoneNotFinishedException broken = catchThrowableOfType(
                ZoneNotFinishedException.class, () -> zoneSync.sync(ZoneWish.of(ZONE, wished), null, false));

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

        assertThatThrownBy(() -> zoneSync.sync(ZoneWish.of(ZONE, wished), approved, false))
                .isInstanceOf(ZoneRefusedException.class)
                .hasMessageContaining("1 changes would be new")
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
        assertThatThrownBy(() -> zoneSync.sync(ZoneWish.of(ZONE, wished), approved, false))
                .isInstanceOf(ZoneNotFinishedException.class);

        assertThat(zoneSync.sync(ZoneWish.of(ZONE, wished), approved, false).written())
                .isEqualTo(1);
    }

    @Test
    void refreshesWhatARunThatDiedHadWritten() {
        List<ZoneRecord> wished = with(new ZoneRecord("fresh", RecordType.A, "192.0.2.77", 600));
        api.send(ApiCall.of(row("dns:addRecord"), ZONE)
                .withBody(Map.of("fieldType", "A", "subDomain", "fresh", "target", "192.0.2.77", "ttl", 600)));

        ZoneApplied applied = zoneSync.sync(ZoneWish.of(ZONE, wished), null, true);

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

        assertThat(zoneSync.sync(ZoneWish.of(ZONE, wished), null, false).refreshed())
                .isTrue();
    }

    @Test
    void undoBringsBackTheSameRecordsLetterByLetter() {
        List<ZoneRecord> former = zoneSync.read(ZONE, ZoneReading.IDS).values();
        List<ZoneRecord> wished = changed(former, 3);
        wished.removeIf(record -> record.type() == RecordType.TXT);
        wished.add(new ZoneRecord("fresh", RecordType.AAAA, "2001:db8::1", 0));
        GuardSettings wide =
                GuardSettings.DEFAULT.with(Guard.DELETE_PERCENT, 100).with(Guard.UPDATE_PERCENT, 100);
        ZoneApplied applied = zoneSync.sync(new ZoneWish(ZONE, wished, Ownership.ALL, wide), null, false);

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
        zoneSync.sync(ZoneWish.of(ZONE, wished), null, false);
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

    @Test
    void importReplacesTheZone() {
        String file = zoneSync.export(ZONE) + "\nimported 600 IN A 192.0.2.99\n";

        ZoneTask task = zoneSync.importFile(ZONE, file, Duration.ofMinutes(5));

        assertThat(task.status()).isEqualTo("done");
        assertThat(zoneSync.read(ZONE, ZoneReading.IDS).values())
                .anyMatch(record -> record.subDomain().equals("imported"));
    }
}
