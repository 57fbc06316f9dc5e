// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time by which a process that works reckons leases, pauses and days. It goes on evenly when somebody sets the clock of the machine,
 * and follows that of the ledger's database, by which all nodes agree. Thread-safe.
 */
public final class LedgerClock extends Clock {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerClock.class);

    private final Clock machine;
    private final LongSupplier nanos;
    private final ZoneId zone;
    private final AtomicReference<State> state;

    /** @param told whether it was logged that the machine's clock is apart, and not yet that it agrees again */
    private record State(Instant at, long nanos, boolean told) {
        Instant time(long now) {
            return at.plusNanos(now - nanos);
        }

        State moved(Duration by) {
            return new State(at.plus(by), nanos, told);
        }
    }

    /** A time, and by which state of the clock it was told. */
    record Mark(State state, Instant before) {}

    /**
     * Begins with the time of the machine.
     *
     * @param machine its clock, and the zone in which days are counted
     * @param nanos a clock that nobody sets
     */
    public LedgerClock(Clock machine, LongSupplier nanos) {
        this(
                machine,
                nanos,
                machine.getZone(),
                new AtomicReference<>(new State(machine.instant(), nanos.getAsLong(), false)));
    }

    private LedgerClock(Clock machine, LongSupplier nanos, ZoneId zone, AtomicReference<State> state) {
        this.machine = machine;
        this.nanos = nanos;
        this.zone = zone;
        this.state = state;
    }

    @Override
    public Instant instant() {
        return state.get().time(nanos.getAsLong());
    }

    /** What it stands at before a database is asked for its time. */
    Mark mark() {
        State now = state.get();
        return new Mark(now, now.time(nanos.getAsLong()));
    }

    /**
     * Follows the clock of a database, as far as is certain. Where several threads ask at once, the first answer moves it.
     *
     * @param mark what it stood at before the database was asked
     */
    void follow(Mark mark, Instant there) {
        Duration by = LedgerDatabase.apart(mark.before(), there, mark.state().time(nanos.getAsLong()));
        if (!by.isZero()) {
            state.compareAndSet(mark.state(), mark.state().moved(by));
        }
    }

    /** Follows the clock of the machine, but never back: what was put off until a time would wait for that time once more. */
    void followForward() {
        state.updateAndGet(last -> {
            Duration ahead = Duration.between(last.time(nanos.getAsLong()), machine.instant());
            return ahead.isNegative() ? last : last.moved(ahead);
        });
    }

    /** Logs once that the clock of the machine is apart from this one by more than a margin. */
    void tell(Duration margin) {
        Duration ahead = machineAhead();
        boolean apart = ahead.abs().compareTo(margin) > 0;
        State last = state.getAndUpdate(now -> new State(now.at(), now.nanos(), apart));
        if (apart && !last.told()) {
            LOG.warn(
                    "The clock of this machine was set: it is {} s {} the time of the ledger, by which leases, pauses"
                            + " and days go on. Only schedules go by the machine's. Set it right; if it is right now, and"
                            + " the ledger is an H2 file, start this process again",
                    ahead.abs().toSeconds(),
                    ahead.isNegative() ? "behind" : "ahead of");
        }
    }

    private Duration machineAhead() {
        return Duration.between(instant(), machine.instant());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new LedgerClock(machine, nanos, other, state);
    }
}
