// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.transfer;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.change.ChangeRun;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.task.Tasks;
import io.github.camelovh.domain.transfer.OutgoingTransfers.Hold;
import io.github.camelovh.domain.transfer.OutgoingTransfers.Lock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * Sets or lifts the transfer lock of a name. Thread-safe. Every method throws {@link OvhApiException} when OVHcloud cannot be
 * asked, or refuses.
 */
public final class LockChange {
    private static final List<String> UNDER_WAY = List.of("todo", "doing", "error", "problem");

    /** A lock that does not come about is not asked for without end. */
    private static final int MOST_ASKED = 20;

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final OutgoingTransfers outgoingTransfers;
    private final Tasks tasks;

    public LockChange(OutgoingTransfers outgoingTransfers, Tasks tasks) {
        this.outgoingTransfers = outgoingTransfers;
        this.tasks = tasks;
    }

    /** What would change now. Changes nothing. */
    public PlanOutcome plan(DomainName name, boolean locked) {
        return plan(name, outgoingTransfers.hold(name), locked);
    }

    private static PlanOutcome plan(DomainName name, Hold hold, boolean locked) {
        if (hold.lock() == (locked ? Lock.LOCKED : Lock.UNLOCKED)) {
            return new PlanOutcome.AsWished(name + " is " + word(hold.lock()) + " already");
        }
        if (hold.lock() == Lock.UNAVAILABLE) {
            return new PlanOutcome.Refused(
                    "the extension of " + name + " has no transfer lock", "take the row out of the file");
        }
        if (hold.leaving()) {
            return new PlanOutcome.Refused(
                    name + " is on its way to another registrar", "refuse that transfer first, if it is not wished");
        }
        return new PlanOutcome.Changes(List.of(
                locked
                        ? "lock it against transfers"
                        : "unlock it for a transfer; OVHcloud locks it again after seven days"));
    }

    /**
     * Asks for the lock to be set or lifted, unless it is so. To be called again until it is; what was noted says how often it
     * was asked for.
     */
    public ExecutionResult apply(DomainName name, boolean locked, ChangeRun run) {
        Hold hold = outgoingTransfers.hold(name);
        PlanOutcome now = plan(name, hold, locked);
        if (now instanceof PlanOutcome.AsWished) {
            return new ExecutionResult.Done(name + " is " + word(hold.lock()));
        }
        Asking asking = new Asking(times(run.step()), "", LOOK_AGAIN, Integer::toString);
        return run.unlessApproved(now).orElseGet(() -> ask(name, hold, locked, asking, run));
    }

    /** What another operation noted for the same row is no number. */
    private static int times(String step) {
        return step != null && step.matches("\\d{1,3}") ? Integer.parseInt(step) : 0;
    }

    /**
     * How often a lock was asked for, within a longer change.
     *
     * @param times how often by now
     * @param besides what a person has to know besides where it does not come about; empty for nothing
     * @param pause how long to wait where no task tells of it
     * @param steps what is noted for a number of times
     */
    record Asking(int times, String besides, Duration pause, IntFunction<String> steps) {}

    /** Asks for the lock to be set or lifted where that is not under way, and tells what is awaited. */
    ExecutionResult ask(DomainName name, Hold hold, boolean locked, Asking asking, ChangeRun run) {
        int times = asking.times();
        if (hold.lock() != (locked ? Lock.LOCKING : Lock.UNLOCKING)) {
            if (times >= MOST_ASKED) {
                run.begin(asking.steps().apply(0)); // a person who takes it up has it asked for anew
                return new ExecutionResult.Stuck(
                        name + " is " + word(hold.lock()) + " still, after it was asked for " + times + " times"
                                + asking.besides(),
                        "look at the name in the customer's console");
            }
            times++;
            run.begin(asking.steps().apply(times));
            outgoingTransfers.setLock(name, locked);
        }
        List<Long> open = tasks.find(name, locked ? "DomainLock" : "DomainUnlock", UNDER_WAY).found().stream()
                .map(DomainTask::id)
                .toList();
        return new ExecutionResult.Later(
                name + (locked ? " is being locked" : " is being unlocked"),
                open,
                open.isEmpty() ? asking.pause() : Duration.ZERO,
                asking.steps().apply(times));
    }

    private static String word(Lock lock) {
        return lock.name().toLowerCase(Locale.ROOT);
    }
}
