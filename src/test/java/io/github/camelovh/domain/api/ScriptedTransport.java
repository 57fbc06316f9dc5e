// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** A transport whose answers the test writes; it records the requests. Time passes only by sleeping. */
public final class ScriptedTransport implements Transport {
    private final Function<Request, Result> script;
    private final List<Request> asked = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong(1);
    private long serverTime = 1_700_000_000;

    public ScriptedTransport(Function<Request, Result> script) {
        this.script = script;
    }

    public OvhApi api(Credentials credentials) {
        return api(OvhApiSettings.of(ApiRegion.of("ovh-eu"), credentials));
    }

    public OvhApi api(OvhApiSettings settings) {
        return new OvhApi(
                settings,
                this,
                Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC),
                nanos::get,
                time -> nanos.addAndGet(Math.max(0, time.toNanos())),
                new SplittableRandom(1));
    }

    public static Answered json(int status, String body, String... headers) {
        Map<String, String> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < headers.length; i += 2) {
            map.put(headers[i], headers[i + 1]);
        }
        return new Answered(status, map, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The requests, without those for the time. */
    public List<Request> asked() {
        return asked.stream().filter(r -> !r.url().endsWith("/auth/time")).toList();
    }

    long timeCalls() {
        return asked.stream().filter(r -> r.url().endsWith("/auth/time")).count();
    }

    /** Time passes. */
    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    void moveServerClock(Duration by) {
        serverTime += by.toSeconds();
    }

    long nanos() {
        return nanos.get();
    }

    @Override
    public Result exchange(Request request) {
        asked.add(request);
        return request.url().endsWith("/auth/time") ? json(200, Long.toString(serverTime)) : script.apply(request);
    }
}
