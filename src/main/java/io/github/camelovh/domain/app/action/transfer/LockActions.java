// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action.transfer;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.app.action.Action;
import io.github.camelovh.domain.app.action.ActionRow;
import io.github.camelovh.domain.app.row.RowCommand;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.task.Tasks;
import io.github.camelovh.domain.transfer.OutgoingTransfers;
import io.github.camelovh.domain.transfer.OutgoingTransfers.Hold;
import io.github.camelovh.domain.transfer.OutgoingTransfers.Lock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The transfer locks of names: {@code lock} and {@code unlock}. Thread-safe. */
public final class LockActions implements Action {
    private static final List<String> UNDER_WAY = List.of("todo", "doing", "error", "problem");
    /** A lock that does not come about is not asked for without end. */
    static final int MOST_ASKED = 20;

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final Supplier<OutgoingTransfers> outgoingTransfers;
    private final Supplier<Tasks> tasks;

    public LockActions(Supplier<OutgoingTransfers> outgoingTransfers, Supplier<Tasks> tasks) {
        this.outgoingTransfers = outgoingTransfers;
        this.tasks = tasks;
    }

    @Override
    public List<String> actions() {
        return List.of(RowCommand.Leave.LOCK, RowCommand.Leave.UNLOCK);
    }

    @Override
    public List<PlanOutcome> look(DomainName name, List<ActionRow> rows) {
        Hold hold = outgoingTransfers.get().hold(name);
        return rows.stream().map(row -> finding(name, hold, isLock(row))).toList();
    }

    private static boolean isLock(ActionRow row) {
        return row.command().action().equals(RowCommand.Leave.LOCK);
    }

    private static PlanOutcome finding(DomainName name, Hold hold, boolean lock) {
        if (hold.lock() == (lock ? Lock.LOCKED : Lock.UNLOCKED)) {
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
        return new PlanOutcome.Changes(List.of(line(lock)));
    }

    private static String line(boolean lock) {
        return lock
                ? "lock it against transfers"
                : "unlock it for a transfer; OVHcloud locks it again after seven days";
    }

    static String word(Lock lock) {
        return lock.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<ExecutionResult> act(DomainName name, List<ActionRow> rows) {
        return rows.stream().map(row -> ending(name, row)).toList();
    }

    private ExecutionResult ending(DomainName name, ActionRow row) {
        boolean lock = isLock(row);
        Hold hold = outgoingTransfers.get().hold(name);
        PlanOutcome now = finding(name, hold, lock);
        if (now instanceof PlanOutcome.AsWished asWished) {
            return new ExecutionResult.Done(asWished.sentence().replace(" already", ""));
        }
        if (now instanceof PlanOutcome.Refused refused) {
            return new ExecutionResult.Refused(refused.why(), refused.whatToDo());
        }
        int asked = row.wasBegun() ? Integer.parseInt(row.step()) : 0;
        if (asked >= MOST_ASKED) {
            row.begin("0"); // a person who takes it up has it asked for anew
            return new ExecutionResult.Stuck(
                    name + " is " + word(hold.lock()) + " still, after it was asked for " + asked + " times",
                    "look at the name in the customer's console");
        }
        if (hold.lock() != (lock ? Lock.LOCKING : Lock.UNLOCKING)) {
            row.begin(Integer.toString(asked + 1));
            outgoingTransfers.get().setLock(name, lock);
            asked++;
        }
        return underWay(tasks.get(), name, lock, Integer.toString(asked), LOOK_AGAIN);
    }

    /** What is awaited of a lock that was asked for: its task, or else its state a while later. */
    static ExecutionResult underWay(Tasks tasks, DomainName name, boolean lock, String step, Duration lookAgain) {
        List<Long> open = tasks.find(name, lock ? "DomainLock" : "DomainUnlock", UNDER_WAY).found().stream()
                .map(DomainTask::id)
                .toList();
        String sentence = name + (lock ? " is being locked" : " is being unlocked");
        return new ExecutionResult.Later(sentence, open, open.isEmpty() ? lookAgain : Duration.ZERO, step);
    }
}
