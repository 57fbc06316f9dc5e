// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts calls per key in a sliding window. Only granted calls count. Uses real time, independent of the sandbox's
 * clock. Thread-safe.
 */
public final class RateLimit {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,7})/(s|min|h)");

    private final int calls;
    private final long windowNanos;
    private final LongSupplier nanos;
    private final Map<String, Deque<Long>> granted = new HashMap<>();

    private RateLimit(int calls, Duration window, LongSupplier nanos) {
        this.calls = calls;
        this.windowNanos = window.toNanos();
        this.nanos = nanos;
    }

    /**
     * Parses a limit.
     *
     * @param text e.g. {@code 60/min}, {@code 10/s}, {@code 1000/h}; null for none
     * @param nanos a running time in nanoseconds
     * @throws IllegalArgumentException if the text is not valid
     */
    public static RateLimit of(String text, LongSupplier nanos) {
        if (text == null) {
            return new RateLimit(0, Duration.ZERO, nanos);
        }
        Matcher matcher = TEXT.matcher(text.trim());
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
            throw new IllegalArgumentException(
                    "Rate limit '" + text + "' is not valid; write a count and s, min or h, e.g. 60/min");
        }
        Duration window =
                switch (matcher.group(2)) {
                    case "s" -> Duration.ofSeconds(1);
                    case "min" -> Duration.ofMinutes(1);
                    default -> Duration.ofHours(1);
                };
        return new RateLimit(Integer.parseInt(matcher.group(1)), window, nanos);
    }

    /** Counts a call. If it is over the limit, returns the seconds to wait, rounded up. */
    synchronized OptionalLong refusal(String key) {
        if (calls == 0) {
            return OptionalLong.empty();
        }
        long now = nanos.getAsLong();
        Deque<Long> times = granted.computeIfAbsent(key, name -> new ArrayDeque<>());
        while (!times.isEmpty() && now - times.peekFirst() >= windowNanos) {
            times.pollFirst();
        }
        if (times.size() < calls) {
            times.addLast(now);
            return OptionalLong.empty();
        }
        long wait = windowNanos - (now - times.peekFirst());
        return OptionalLong.of(Math.max(1, (wait + 999_999_999L) / 1_000_000_000L));
    }

    synchronized void reset() {
        granted.clear();
    }
}
