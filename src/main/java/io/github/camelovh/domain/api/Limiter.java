// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Limits the calls: per second, and in parallel. There is one for each account at OVHcloud, shared by everything that
 * uses its key.
 *
 * <p>Thread-safe and fair: a semaphore serves waiting threads in order, and the pace is guarded by one lock that is
 * never held while waiting.
 */
final class Limiter {
    private final int maxInFlight;
    private final Semaphore inFlight;
    private final ReentrantLock lock = new ReentrantLock();
    private final Pace pace;
    private final LongSupplier nanos;
    private final Sleeper sleeper;

    Limiter(double callsPerSecond, int maxInFlight, LongSupplier nanos, Sleeper sleeper) {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("The calls in flight must be at least 1, but are " + maxInFlight);
        }
        this.maxInFlight = maxInFlight;
        this.inFlight = new Semaphore(maxInFlight, true);
        this.pace = new Pace(callsPerSecond, 1, nanos.getAsLong());
        this.nanos = nanos;
        this.sleeper = sleeper;
    }

    /** The permit of a call. The caller must report the outcome and leave. */
    enum Permit {
        NONE,
        ORDINARY,
        PROBE
    }

    /**
     * Waits for a permit.
     *
     * @param deadline on the nanosecond clock
     * @return {@link Permit#NONE} when the deadline does not leave the time
     */
    Permit enter(long deadline) throws InterruptedException {
        if (!inFlight.tryAcquire() && !inFlight.tryAcquire(deadline - nanos.getAsLong(), TimeUnit.NANOSECONDS)) {
            return Permit.NONE;
        }
        Permit permit = Permit.NONE;
        try {
            permit = waitForPace(deadline);
        } finally {
            if (permit == Permit.NONE) {
                inFlight.release();
            }
        }
        return permit;
    }

    private Permit waitForPace(long deadline) throws InterruptedException {
        boolean reserved = false;
        while (true) {
            long now = nanos.getAsLong();
            long wait;
            lock.lock();
            try {
                if (pace.refusing()) {
                    wait = pace.probe(now);
                    reserved = false;
                    if (wait == 0) {
                        return Permit.PROBE;
                    }
                } else {
                    wait = reserved ? 0 : pace.reserve(now);
                    reserved = true;
                }
            } finally {
                lock.unlock();
            }
            if (wait == 0) {
                return Permit.ORDINARY;
            }
            if (wait > deadline - now) {
                return Permit.NONE;
            }
            sleeper.sleep(Duration.ofNanos(wait));
        }
    }

    /** Ends a call: reports its outcome and lets the next one in. */
    void leave(Permit permit, CallOutcome outcome, Duration retryAfter) {
        boolean probe = permit == Permit.PROBE;
        lock.lock();
        try {
            long now = nanos.getAsLong();
            switch (outcome) {
                case DONE, REFUSED, STALE_TIME, STALE_TOKEN -> pace.accepted(now, probe);
                case RATE_LIMITED -> pace.refused(now, retryAfter == null ? 0 : retryAfter.toNanos(), probe);
                case LOST, GATEWAY_TIMEOUT, SERVER_FAULT -> pace.unanswered(now, probe);
                case UNREACHABLE -> pace.unsent(now, probe);
            }
        } finally {
            lock.unlock();
            inFlight.release();
        }
    }

    double rate() {
        lock.lock();
        try {
            return pace.rate();
        } finally {
            lock.unlock();
        }
    }

    int callsInFlight() {
        return maxInFlight - inFlight.availablePermits();
    }
}
