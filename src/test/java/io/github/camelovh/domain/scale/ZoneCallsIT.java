// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.ApiRegion;
import io.github.camelovh.domain.api.Credentials;
import io.github.camelovh.domain.api.HttpOptions;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiSettings;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.dns.RecordType;
import io.github.camelovh.domain.dns.ZoneApplied;
import io.github.camelovh.domain.dns.ZoneReading;
import io.github.camelovh.domain.dns.ZoneRecord;
import io.github.camelovh.domain.dns.ZoneSync;
import io.github.camelovh.domain.dns.ZoneWish;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A zone of 5,000 records is read, compared and changed with 20 ms for each call, compared with the way that every
 * client knows: one call for each record, one after the other. There is no other delay, which favours that way.
 */
@Tag("benchmark")
class ZoneCallsIT {
    private static final DomainName ZONE = DomainName.of("large.example");
    private static final DomainName SMALL = DomainName.of("small.example");
    private static final int RECORDS = 5_000;
    private static final int CHANGES = 100;
    private static final SandboxOptions SERVER = SandboxOptions.defaults()
            .withLatency(Duration.ofMillis(20))
            .withTaskTime(Duration.ofMillis(400))
            .withZone(ZONE.ascii(), RECORDS)
            .withZone(SMALL.ascii(), 500);

    /** The cost of one piece of work. */
    private record Cost(String what, long calls, double seconds) {}

    @Test
    void readsComparesAndChangesFiveThousandRecords() throws Exception {
        List<Cost> costs = new ArrayList<>();
        List<Cost> oneByOne = new ArrayList<>();
        on(SERVER.withPagesEverywhere(), (sandbox, zoneSync) -> {
            for (ZoneReading way : List.of(ZoneReading.EXPORT, ZoneReading.BATCH, ZoneReading.PAGES)) {
                costs.add(cost(sandbox, "read by " + way, () -> zoneSync.read(ZONE, way)));
            }
            oneByOne.add(cost(sandbox, "read by SINGLE", () -> zoneSync.read(ZONE, ZoneReading.SINGLE)));
            costs.addAll(syncs(sandbox, zoneSync));
        });
        on(SERVER.withoutBatch().withoutPages(), (sandbox, zoneSync) -> oneByOne.addAll(syncs(sandbox, zoneSync)));

        System.out.println("zone of 5,000 records, 20 ms a call: calls, seconds, how often that goes into one by one");
        costs.forEach(cost -> print(cost, oneByOne.get(Math.max(0, costs.indexOf(cost) - 2))));
        oneByOne.forEach(cost -> print(cost, cost));
        assertThat(costs.get(0).calls()).isEqualTo(1);
        assertThat(costs.get(1).calls()).isLessThanOrEqualTo(60);
        assertThat(costs.get(3).calls()).isLessThanOrEqualTo(2);
        assertThat(costs.get(4).calls()).isLessThanOrEqualTo(104);
    }

    private static void print(Cost cost, Cost other) {
        System.out.printf(
                "  %-22s %5d calls %7.2f s %7.1f%n",
                cost.what(), cost.calls(), cost.seconds(), other.seconds() / cost.seconds());
    }

    private static List<Cost> syncs(OvhSandbox sandbox, ZoneSync zoneSync) {
        List<ZoneRecord> now = zoneSync.read(ZONE, ZoneReading.EXPORT).values();
        List<ZoneRecord> wished = changed(now);
        List<Cost> costs = new ArrayList<>();
        costs.add(cost(sandbox, "nothing to change", () -> sync(zoneSync, now, 0)));
        costs.add(cost(sandbox, CHANGES + " changes", () -> sync(zoneSync, wished, CHANGES)));
        sandbox.verifyCalls("POST /domain/zone/{zoneName}/refresh", 1);
        return costs;
    }

    private static void sync(ZoneSync zoneSync, List<ZoneRecord> wished, int changes) {
        ZoneApplied applied = zoneSync.sync(ZoneWish.of(ZONE, wished), null, false, before -> {});
        assertThat(applied.written()).isEqualTo(changes);
    }

    private static List<ZoneRecord> changed(List<ZoneRecord> now) {
        List<ZoneRecord> wished = new ArrayList<>();
        int left = CHANGES;
        for (ZoneRecord record : now) {
            boolean change = left > 0 && record.type() == RecordType.A;
            wished.add(change ? record.withTarget("192.0.2." + left) : record);
            left -= change ? 1 : 0;
        }
        return wished;
    }

    private static Cost cost(OvhSandbox sandbox, String what, Runnable work) {
        sandbox.resetCalls();
        long start = System.nanoTime();
        work.run();
        return new Cost(what, sandbox.calls(), (System.nanoTime() - start) / 1e9);
    }

    private interface Work {
        void on(OvhSandbox sandbox, ZoneSync zoneSync);
    }

    /** All code was used before. */
    private static void on(SandboxOptions server, Work work) throws Exception {
        try (CamelContext context = new DefaultCamelContext();
                OvhSandbox sandbox = OvhSandbox.start(server);
                OvhApi api = OvhApi.open(
                        context,
                        OvhApiSettings.of(
                                        ApiRegion.of(sandbox.baseUrl().toString()),
                                        new Credentials.PersonalToken(OvhSandbox.ACCESS_TOKEN))
                                .withPace(1_000_000, 8),
                        HttpOptions.plain())) {
            ZoneSync zoneSync =
                    new ZoneSync(api, time -> TimeUnit.MILLISECONDS.sleep(time.toMillis()), System::nanoTime);
            for (ZoneReading way : List.of(ZoneReading.EXPORT, ZoneReading.IDS, ZoneReading.SINGLE)) {
                zoneSync.read(SMALL, way);
            }
            work.on(sandbox, zoneSync);
        }
    }
}
