// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.model.DomainName;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** CPU time, not real time: other work on the machine must not matter. */
class ZonePlannerSpeedTest {

    private static final int RECORDS = 20_000;
    private static final long TWO_SECONDS = 2_000_000_000L;

    private static ZoneRecord record(int i, boolean changed) {
        String name = "h" + i / 3;
        int bit = changed ? 1 : 0;
        return switch (i % 8) {
            case 0, 1, 2 ->
                new ZoneRecord(name, RecordType.A, "10." + i / 65536 + "." + i / 256 % 256 + "." + i % 256, bit * 300L);
            case 3 -> new ZoneRecord(name, RecordType.AAAA, "2001:DB8::" + Integer.toHexString(i) + ":" + bit, 300);
            case 4 -> new ZoneRecord("c" + i, RecordType.CNAME, "Host" + i + bit + ".example.net.", 3600);
            case 5 -> new ZoneRecord(name, RecordType.TXT, "token " + i + " " + bit, 0);
            case 6 -> new ZoneRecord(name, RecordType.MX, 10 + bit + " mail" + i + ".example.net.", 0);
            default -> new ZoneRecord(name, RecordType.CAA, "0 issue \"ca" + i + bit + ".net\"", 0);
        };
    }

    private static List<ZoneRecord> zone(IntFunction<ZoneRecord> records) {
        List<ZoneRecord> zone = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            zone.add(records.apply(i));
        }
        return zone;
    }

    private static ZonePlan timed(List<ZoneRecord> current, List<ZoneRecord> desired) {
        List<HeldRecord> held = new ArrayList<>();
        current.forEach(record -> held.add(new HeldRecord(5_386_578_528L + held.size(), record)));
        Collections.shuffle(held, new Random(3));
        var now = new ZoneSnapshot(DomainName.of("example.com"), 1, 3600, held, null);
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();

        ZonePlan plan =
                ZonePlanner.plan(now, desired, Ownership.ALL, OpenGuards.ALL).plan();

        assertThat(threads.getCurrentThreadCpuTime() - before).isLessThan(TWO_SECONDS);
        return plan;
    }

    @Test
    void plansTwentyThousandRecordsOfWhichAFifthChange() {
        ZonePlan plan = timed(zone(i -> record(i, false)), zone(i -> record(i, i % 5 == 0)));

        assertThat(plan.updates()).isEqualTo(RECORDS / 5);
        assertThat(plan.creates() + plan.deletes()).isZero();
    }

    @Test
    void plansTwentyThousandRecordsOfOneNameThatAllChange() {
        ZonePlan plan = timed(
                zone(i -> new ZoneRecord("all", RecordType.TXT, "old " + i, 0)),
                zone(i -> new ZoneRecord("all", RecordType.TXT, "new " + i, 0)));

        assertThat(plan.updates()).isEqualTo(RECORDS);
    }
}
