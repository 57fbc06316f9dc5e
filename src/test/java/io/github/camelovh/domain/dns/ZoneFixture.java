// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.ApiRegion;
import io.github.camelovh.domain.api.Credentials;
import io.github.camelovh.domain.api.HttpOptions;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiSettings;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;

/** {@link ZoneSync} of a sandbox, whose time passes as {@link ZoneSync} waits. */
abstract class ZoneFixture {
    static final DomainName ZONE = DomainName.of("example.com");
    final AtomicLong nanos = new AtomicLong();
    final CamelContext context = new DefaultCamelContext();
    OvhSandbox sandbox;
    OvhApi api;
    ZoneSync zoneSync;

    /** What others do at OVHcloud meanwhile. */
    Runnable meanwhile = () -> {};

    void start(SandboxOptions options) {
        close();
        context.start();
        sandbox = OvhSandbox.start(options);
        api = OvhApi.open(
                context,
                OvhApiSettings.of(
                                ApiRegion.of(sandbox.baseUrl().toString()),
                                new Credentials.PersonalToken(OvhSandbox.ACCESS_TOKEN))
                        .withPace(1_000_000, 8),
                HttpOptions.plain());
        zoneSync = new ZoneSync(api, this::pass, nanos::get);
        sandbox.resetCalls();
    }

    /** Nothing is kept of its restore point. */
    ZoneApplied sync(ZoneWish wish, ZonePlan approved, boolean refreshOwed) {
        return zoneSync.sync(wish, approved, refreshOwed, before -> {});
    }

    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        sandbox.advance(time);
        meanwhile.run();
    }

    @AfterEach
    void stop() {
        close();
        context.stop();
    }

    void close() {
        if (sandbox != null) {
            api.close();
            sandbox.close();
        }
    }

    /** Another address or text for the first records that have one. */
    static List<ZoneRecord> changed(List<ZoneRecord> records, int count) {
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

    List<ZoneRecord> with(ZoneRecord... more) {
        List<ZoneRecord> wished =
                new ArrayList<>(zoneSync.read(ZONE, ZoneReading.IDS).values());
        wished.addAll(List.of(more));
        sandbox.resetCalls();
        return wished;
    }
}
