// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * The time of the sandbox: the machine's, shifted as its users like, or standing still.
 *
 * <p>Timers are data (a name and a JSON value), so that they survive a restart. They fire in the order of their due
 * times, and while one fires {@link #now} is its due time, so that what it schedules next is reckoned from there. No
 * thread runs for it: the server fires what is due before it looks at a request, and {@link #advance} does so at once.
 * Thread-safe; timers run under the lock of the house.
 */
public final class SandboxClock {

    /** A timer that waits; {@code number} keeps those of one instant in the order in which they were made. */
    record Timer(Instant due, long number, String name, JsonNode data) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            int byTime = due.compareTo(other.due);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    private final Clock real;
    private final Map<String, Consumer<JsonNode>> owners = new HashMap<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private Duration shift = Duration.ZERO;
    private Instant firing;
    private long numbers;

    public SandboxClock(Clock real) {
        this.real = real;
    }

    /** The sandbox's time, to the millisecond. */
    public synchronized Instant now() {
        return firing != null
                ? firing
                : Instant.ofEpochMilli(real.instant().plus(shift).toEpochMilli());
    }

    /** Has the timer's owner called with {@code data} after {@code delay}. */
    public void scheduleIn(Duration delay, String timer, JsonNode data) {
        schedule(now().plus(delay), timer, data);
    }

    /**
     * Has the timer's owner called with {@code data} at {@code due}, or with the next request if that is past.
     *
     * @throws IllegalArgumentException if no room owns a timer of that name
     */
    public synchronized void schedule(Instant due, String timer, JsonNode data) {
        if (!owners.containsKey(timer)) {
            throw new IllegalArgumentException("No handler owns the timer " + timer);
        }
        timers.add(new Timer(due, numbers++, timer, data));
    }

    /** Moves the time on and fires what falls due on the way, in order. Only under the lock of the house. */
    public void advance(Duration by) {
        synchronized (this) {
            shift = shift.plus(by);
        }
        fireDue();
    }

    /** Sets the time, forward or back. Only under the lock of the house. */
    public void set(Instant now) {
        synchronized (this) {
            shift = Duration.between(real.instant(), now);
        }
        fireDue();
    }

    synchronized void own(String timer, Consumer<JsonNode> action) {
        if (owners.putIfAbsent(timer, action) != null) {
            throw new IllegalArgumentException("Two handlers own the timer " + timer);
        }
    }

    /** Fires what is due; tells whether anything was. */
    boolean fireDue() {
        boolean any = false;
        for (Timer timer = nextDue(); timer != null; timer = nextDue()) {
            any = true;
            try {
                ownerOf(timer).accept(timer.data());
            } finally {
                synchronized (this) {
                    firing = null;
                }
            }
        }
        return any;
    }

    private synchronized Timer nextDue() {
        Timer first = timers.peek();
        if (first == null || first.due().isAfter(now())) {
            return null;
        }
        firing = first.due();
        return timers.poll();
    }

    private synchronized Consumer<JsonNode> ownerOf(Timer timer) {
        return owners.get(timer.name());
    }

    synchronized List<Timer> waiting() {
        List<Timer> sorted = new ArrayList<>(timers);
        sorted.sort(null);
        return sorted;
    }

    synchronized Duration shift() {
        return shift;
    }

    /** Takes timers and shift in place of the present ones. */
    synchronized void restore(Duration newShift, List<Timer> newTimers) {
        shift = newShift;
        timers.clear();
        timers.addAll(newTimers);
        numbers = newTimers.stream().mapToLong(Timer::number).max().orElse(-1) + 1;
    }
}
