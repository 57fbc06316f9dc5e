// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * OVHcloud's time: our time plus an offset. The offset is read before the first signed call, and again when OVHcloud
 * refuses a timestamp, or after some hours.
 *
 * <p>Thread-safe: one thread asks, the others wait for its answer.
 */
public final class ServerClock {
    private static final Logger LOG = LoggerFactory.getLogger(ServerClock.class);
    private static final long MAX_AGE_SECONDS = Duration.ofHours(6).toSeconds();

    private record Offset(long seconds, long learntAt) {}

    private final Clock clock;
    private final ToLongFunction<Tally> serverTime;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Offset offset;

    ServerClock(Clock clock, ToLongFunction<Tally> serverTime) {
        this.clock = clock;
        this.serverTime = serverTime;
    }

    /**
     * How far OVHcloud's clock is ahead of ours, to the second. Asks OVHcloud if it is not known yet.
     *
     * @throws OvhApiException when it had to ask and got no answer
     */
    public Duration skew() {
        ready(new Tally());
        return Duration.ofSeconds(offset.seconds());
    }

    /** {@return as {@link #skew()}, without a call; null while it is not known} */
    public Duration knownSkew() {
        Offset known = offset;
        return known == null ? null : Duration.ofSeconds(known.seconds());
    }

    /** Ensures that the offset is known and not too old. */
    void ready(Tally tally) {
        Offset known = offset;
        if (known == null || Math.abs(localSeconds() - known.learntAt()) > MAX_AGE_SECONDS) {
            learn(known, tally);
        }
    }

    /** Unix seconds in the server's time. Call {@link #ready} first. */
    long seconds() {
        return localSeconds() + offset.seconds();
    }

    /**
     * Reads the offset again after a refused timestamp.
     *
     * @return by how many seconds it changed
     */
    long refresh(Tally tally) {
        Offset before = offset;
        learn(before, tally);
        return before == null ? Long.MAX_VALUE : Math.abs(offset.seconds() - before.seconds());
    }

    @SuppressWarnings("ReferenceEquality") // the question is whether it is still the same object
    private void learn(Offset seen, Tally tally) {
        lock.lock();
        try {
            if (offset != seen) {
                return; // another thread has just read it
            }
            long server = serverTime.applyAsLong(tally);
            long local = localSeconds();
            offset = new Offset(server - local, local);
            LOG.debug("OVHcloud's clock is {} s ahead of ours", server - local);
        } finally {
            lock.unlock();
        }
    }

    private long localSeconds() {
        return Math.floorDiv(clock.millis(), 1000L);
    }
}
