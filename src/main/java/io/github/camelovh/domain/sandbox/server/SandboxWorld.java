// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * What all handlers share: time, ids, random values, and settings.
 *
 * @param clock the sandbox's time and timers
 * @param ids creates new ids
 * @param seed of all random values: the same seed and the same calls give the same answers
 * @param domains how many names the account owns at start
 * @param owners how many contacts share these names
 * @param taskTime how long a task takes
 * @param nichandle the account of the default keys
 */
public record SandboxWorld(
        SandboxClock clock, Ids ids, long seed, int domains, int owners, Duration taskTime, String nichandle) {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /**
     * This world with the seed of the stored state and at least as many names, so that the account's names stay the
     * same at the next start; this world, if there is no such file.
     *
     * @param store null if state is not stored
     * @throws IllegalStateException if the file exists but does not contain a valid state
     */
    public SandboxWorld continuing(Path store) {
        JsonNode state = store == null
                ? MissingNode.getInstance()
                : new StateFile(store).read().orElse(MissingNode.getInstance());
        return new SandboxWorld(
                clock,
                ids,
                state.path("seed").asLong(seed),
                Math.max(domains, state.path("domains").asInt(0)),
                Math.max(owners, state.path("owners").asInt(1)),
                taskTime,
                nichandle);
    }

    public Instant now() {
        return clock.now();
    }

    /** A new random generator, the same for the same seed and purpose. */
    public Random random(String purpose) {
        return new Random(mix(seed, purpose));
    }

    /** A UUID that depends only on the seed and the purpose. */
    public UUID uuid(String purpose) {
        Random random = random(purpose);
        return new UUID(
                (random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | Long.MIN_VALUE);
    }

    /** The elements in an arbitrary order that is stable for a seed, even if elements are added or removed. */
    public <T> List<T> unordered(List<T> elements) {
        record Placed<T>(long place, T element) {}
        return elements.stream()
                .map(element -> new Placed<>(mix(seed, String.valueOf(element)), element))
                .sorted(Comparator.comparingLong(Placed::place))
                .map(Placed::element)
                .toList();
    }

    /** A date-time as the API writes it: with the offset of Paris, never {@code Z}. */
    public static String dateTime(Instant instant) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx").format(instant.atZone(PARIS));
    }

    private static long mix(long seed, String text) {
        long hash = seed ^ 0x9E3779B97F4A7C15L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        hash ^= hash >>> 32;
        hash *= 0xD6E8FEB86659FD93L;
        return hash ^ (hash >>> 32);
    }
}
