// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.app.ledger.Claim;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.MoveNotes;
import io.github.camelovh.domain.app.ledger.RequestEvent;
import io.github.camelovh.domain.app.ledger.RequestMove;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** Puts rows back that met a fault which may pass: after pauses that double, so many times and no more. Thread-safe. */
final class RetryPolicy {
    private static final Set<RequestEvent> PROGRESS =
            EnumSet.of(RequestEvent.AWAIT, RequestEvent.GO_ON, RequestEvent.RESUME);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration PAUSE_WITHOUT_RIGHTS = Duration.ofSeconds(5);
    private static final Duration PAUSE_FOR_SLOW = Duration.ofSeconds(30);

    private final Ledger ledger;
    private final WorkGate gate;
    private final Clock clock;
    private final int most;

    /** @param most how often a row is begun in all */
    RetryPolicy(Ledger ledger, WorkGate gate, Clock clock, int most) {
        this.ledger = ledger;
        this.gate = gate;
        this.clock = clock;
        this.most = most;
    }

    /**
     * Puts a row back, to be begun anew after a pause. During an outage of OVHcloud that uses up no attempt.
     *
     * @return false if it was begun often enough since it last came further, or a person took it up; then nothing was changed
     */
    boolean putBack(Claim claim, String why) {
        if (gate.outage().isPresent()) {
            putBack(claim, RequestEvent.PUT_OFF, why, FIRST_PAUSE);
            return true;
        }
        long before = sinceLastProgress(claim);
        if (before + 1 >= most) {
            return false;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(before, 10));
        Duration wait = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        putBack(claim, RequestEvent.PUT_BACK, why + " (again in " + wait.toSeconds() + " s)", wait);
        return true;
    }

    private long sinceLastProgress(Claim claim) {
        long count = 0;
        for (RequestMove move : ledger.requests().history(claim.requestId())) {
            if (PROGRESS.contains(move.event())) {
                count = 0;
            } else if (move.event() == RequestEvent.PUT_BACK) {
                count++;
            }
        }
        return count;
    }

    /** Puts a row back that cannot be done before keys or rights are mended, however often. */
    void putBackWithoutRights(Claim claim, String why) {
        putBack(claim, RequestEvent.PUT_OFF, why, PAUSE_WITHOUT_RIGHTS);
    }

    /** Puts a row back for a reason that is not its own, however often. */
    void putOff(Claim claim, String why, Duration pause) {
        putBack(claim, RequestEvent.PUT_OFF, why, pause);
    }

    /** Puts a row back that waits for something slow, however often. */
    void waitLonger(Claim claim, String why) {
        putBack(claim, RequestEvent.PUT_OFF, why, PAUSE_FOR_SLOW);
    }

    private void putBack(Claim claim, RequestEvent event, String why, Duration wait) {
        ledger.claims()
                .advance(
                        claim,
                        event,
                        MoveNotes.why(why).notBefore(clock.instant().plus(wait)));
    }
}
