// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The requested faults. Never changes the state of a handler. Thread-safe. */
final class Faults {
    private final List<Counted> waiting = new ArrayList<>();
    private final List<LateCall> late = new ArrayList<>();

    private record LateCall(Fault fault, Runnable effect) {}

    private static final class Counted {
        final Fault fault;
        int seen;

        Counted(Fault fault) {
            this.fault = fault;
        }

        boolean hits() {
            seen++;
            return seen >= fault.nth() && (fault.times() == 0 || seen < fault.nth() + fault.times());
        }

        boolean over() {
            return fault.times() != 0 && seen >= fault.nth() + fault.times() - 1;
        }
    }

    synchronized void add(Fault fault) {
        waiting.add(new Counted(fault));
    }

    synchronized void clear() {
        waiting.clear();
        late.clear();
    }

    /** Keeps a call that a fault of the kind late hit. */
    synchronized void keep(Fault fault, Runnable effect) {
        late.add(new LateCall(fault, effect));
    }

    /** The kept calls that happen directly before this call; each is returned once. */
    synchronized List<Runnable> dueBefore(Collection<String> keys) {
        List<LateCall> due =
                late.stream().filter(call -> call.fault().isAwaited(keys)).toList();
        late.removeAll(due);
        return due.stream().map(LateCall::effect).toList();
    }

    /**
     * Counts a call for every fault that matches it, and returns the first fault that hits it.
     *
     * @param keys method and route, and method and path as called
     */
    synchronized Optional<Fault> on(Collection<String> keys) {
        Fault hit = null;
        for (Counted counted : List.copyOf(waiting)) {
            if (counted.fault.matches(keys) && counted.hits() && hit == null) {
                hit = counted.fault;
            }
        }
        waiting.removeIf(Counted::over);
        return Optional.ofNullable(hit);
    }

    synchronized List<Fault> list() {
        return waiting.stream().map(counted -> counted.fault).toList();
    }
}
