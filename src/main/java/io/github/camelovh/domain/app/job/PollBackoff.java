// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** When to look again: soon after something happened, rarer and rarer while nothing does. Thread-safe. */
final class PollBackoff {
    private static final Duration FIRST = Duration.ofSeconds(1);

    private final Duration longest;
    private final AtomicReference<Look> next;

    /** When to look, and how long after the one before. */
    private record Look(Instant at, Duration pause) {}

    /** @param longest the longest pause between two looks */
    PollBackoff(Duration longest) {
        this.longest = longest;
        this.next = new AtomicReference<>(new Look(Instant.MIN, shorter(FIRST)));
    }

    private Duration shorter(Duration pause) {
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    /** Whether the pause is over. */
    boolean isOver(Instant now) {
        return !now.isBefore(next.get().at());
    }

    /** There is nothing to look for: asks again soon whether there is. */
    void idle(Instant now) {
        next.set(new Look(now.plus(shorter(FIRST)), shorter(FIRST)));
    }

    /** When what is watched now is to be looked at again. */
    Instant following(Instant now) {
        return now.plus(next.get().pause());
    }

    /** A look is done. */
    void done(Instant following, boolean somethingHappened) {
        Duration longer = next.get().pause().multipliedBy(3).dividedBy(2);
        next.set(new Look(following, somethingHappened ? shorter(FIRST) : shorter(longer)));
    }

    /** A look failed; answers how long the pause is now. */
    Duration failed(Instant now) {
        Duration pause = shorter(next.get().pause().multipliedBy(2));
        next.set(new Look(now.plus(pause), pause));
        return pause;
    }
}
