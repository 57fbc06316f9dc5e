// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import java.util.Arrays;

/** The number of accepted calls in each tenth of a second of the last two minutes. Not thread-safe. */
final class RecentCounts {
    private static final long TENTH = Pace.SECOND / 10;
    private static final int SLOTS = 1_200;

    private final int[] counts = new int[SLOTS];
    private final long origin;
    private long last;

    RecentCounts(long now) {
        this.origin = now;
    }

    void add(long now) {
        long slot = moveTo(now);
        counts[(int) (slot % SLOTS)]++;
    }

    /** The calls between two moments; calls older than two minutes are not counted. */
    int between(long from, long until) {
        moveTo(until);
        long first = Math.max(Math.floorDiv(from - origin, TENTH) + 1, last - SLOTS + 1);
        int sum = 0;
        for (long slot = Math.max(0, first); slot <= Math.floorDiv(until - origin, TENTH); slot++) {
            sum += counts[(int) (slot % SLOTS)];
        }
        return sum;
    }

    private long moveTo(long now) {
        long slot = Math.max(last, Math.floorDiv(now - origin, TENTH));
        if (slot - last >= SLOTS) {
            Arrays.fill(counts, 0);
        } else {
            for (long s = last + 1; s <= slot; s++) {
                counts[(int) (s % SLOTS)] = 0;
            }
        }
        last = slot;
        return slot;
    }
}
