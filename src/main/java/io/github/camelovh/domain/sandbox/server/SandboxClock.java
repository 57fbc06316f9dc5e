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
 * The sandbox's time: the machine's time with an offset, or a fixed time.
 *
 * <p>Timers are data (a name and a JSON value), so that they survive a restart. They fire in the order of their due
 * times. While one fires, {@link #now} returns its due time, so that the timers that it schedules are counted from
 * there. There is no thread for timers: the server fires due timers before it handles a request, and {@link #advance}
 * fires them at once. Thread-safe; timers run under the sandbox's lock.
 */
public final class SandboxClock {

    /** A pending timer. {@code number} orders timers of the same instant by creation. */
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

    /** Calls the timer's owner with {@code data} after {@code delay}. */
    public void scheduleIn(Duration delay, String timer, JsonNode data) {
        schedule(now().plus(delay), timer, data);
    }

    /**
     * Calls the timer's owner with {@code data} at {@code due}, or with the next request if that time is past.
     *
     * @throws IllegalArgumentException if no handler owns a timer of that name
     */
    public synchronized void schedule(Instant due, String timer, JsonNode data) {
        if (!owners.containsKey(timer)) {
            throw new IllegalArgumentException("No handler owns the timer " + timer);
        }
        timers.add(new Timer(due, numbers++, timer, data));
    }

    /** Moves the time forward and fires the timers that become due, in order. Only under the sandbox's lock. */
    void advance(Duration by) {
        synchronized (this) {
            shift = shift.plus(by);
        }
        fireDue();
    }

    /** Sets the time, forward or back. Only under the sandbox's lock. */
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

    /** Fires the due timers. Returns whether there were any. */
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

    /** Replaces timers and offset. */
    synchronized void restore(Duration newShift, List<Timer> newTimers) {
        shift = newShift;
        timers.clear();
        timers.addAll(newTimers);
        numbers = newTimers.stream().mapToLong(Timer::number).max().orElse(-1) + 1;
    }
}
