// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import static io.github.camelovh.domain.api.catalog.OperationCatalog.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** A zone of 60 records, and a wish that is best met by one import. */
abstract class ZoneImportFixture extends ZoneFixture {
    static final String IMPORT = "POST /domain/zone/{zoneName}/import";
    static final String CREATE = "POST /domain/zone/{zoneName}/record";
    static final String UPDATE = "PUT /domain/zone/{zoneName}/record/{id}";
    static final String REFRESH = "POST /domain/zone/{zoneName}/refresh";
    static final String EXPORT = "GET /domain/zone/{zoneName}/export";

    @BeforeEach
    void start() {
        start(SandboxOptions.defaults().withZone("example.com", 60).withPagesEverywhere());
    }

    static SandboxOptions withTasksOf(Duration time) {
        return SandboxOptions.defaults()
                .withZone("example.com", 60)
                .withPagesEverywhere()
                .withTaskTime(time);
    }

    List<ZoneRecord> records() {
        return zoneSync.read(ZONE, ZoneReading.SINGLE).values();
    }

    /** Replaces everything in the zone except its name servers. */
    ZoneWish wish() {
        List<ZoneRecord> wished = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            wished.add(new ZoneRecord("new-" + i, RecordType.A, "192.0.2." + i, 600));
        }
        wished.add(new ZoneRecord("", RecordType.MX, "10 mail.example.net.", 0));
        return new ZoneWish(ZONE, wished, Ownership.ALL, OpenGuards.ALL, 60);
    }

    void assertLed(ZoneWish wish) {
        assertThat(zoneSync.plan(wish).plan().toText()).contains("nothing to change");
    }

    void create(String name, String type, String target, long ttl) {
        api.send(ApiCall.of(row("dns:addRecord"), ZONE)
                .withBody(Map.of("fieldType", type, "subDomain", name, "target", target, "ttl", ttl)));
    }
}
