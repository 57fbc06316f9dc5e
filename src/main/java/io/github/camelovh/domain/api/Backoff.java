// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Growing waits between attempts, with a random part so that many clients do not retry at the same time. */
final class Backoff {
    private static final long FIRST_MILLIS = 250;
    private static final long LONGEST_MILLIS = 20_000;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The wait after an attempt.
     *
     * @param attempt 1 for the first
     * @return a random time between half of and the full 250 ms, 500 ms, 1 s ... 20 s
     */
    Duration after(int attempt) {
        long whole = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempt - 1, 10));
        return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    }
}
