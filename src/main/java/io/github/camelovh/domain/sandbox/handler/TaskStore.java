// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Moves tasks by the sandbox's clock: todo, after a fifth of their time doing, at the end done or in error. */
final class TaskStore {

    /** The name of the timer that moves tasks. */
    static final String TIMER = "task.move";

    private static final int SLOW = 10;
    private static final int WAITING_PART = 5;

    private final SandboxWorld world;
    private final Account account;
    private final Deliveries deliveries;

    TaskStore(SandboxWorld world, Account account, Deliveries deliveries) {
        this.world = world;
        this.account = account;
        this.deliveries = deliveries;
    }

    /**
     * Starts a task.
     *
     * @param orderId the order that it delivers; 0 for none
     * @param change the value that it will set; null if the function needs none
     */
    TaskState begin(String function, String domain, long orderId, String change) {
        return begin(account.tasks, function, domain, orderId, change);
    }

    /** The same for a zone, whose tasks have their own routes. */
    TaskState beginOfZone(String function, String zone, long orderId, String change) {
        return begin(account.zoneTasks, function, zone, orderId, change);
    }

    private TaskState begin(Map<Long, TaskState> where, String function, String domain, long orderId, String change) {
        TaskState task = create(function, domain);
        task.orderId = orderId;
        task.change = change;
        where.put(task.id, task);
        deliveries.prepare(task);
        plan(task);
        return task;
    }

    /** A task that is not stored yet and does not move. */
    TaskState create(String function, String domain) {
        TaskState task = new TaskState();
        task.id = world.ids().next();
        task.function = function;
        task.domain = domain;
        task.created = world.now().toEpochMilli();
        task.updated = task.created;
        task.planned = task.created;
        task.start = task.created;
        return task;
    }

    private void plan(TaskState task) {
        long now = world.now().toEpochMilli();
        Duration time = world.taskTime().multipliedBy(task.domain.startsWith("slow-") ? SLOW : 1);
        task.status = TaskState.Status.todo;
        task.planned = now;
        task.step = null;
        task.start = now + time.dividedBy(WAITING_PART).toMillis();
        endAt(task, now + time.toMillis());
        timer(task, task.start);
    }

    /** Sets when a task ends or continues with its next step. */
    void endAt(TaskState task, long at) {
        task.due = at;
        timer(task, at);
    }

    /** Sets when a problem on OVHcloud's side ends. */
    void healAt(TaskState task, long at) {
        task.heals = at;
        timer(task, at);
    }

    private void timer(TaskState task, long at) {
        world.clock().schedule(Instant.ofEpochMilli(at), TIMER, Json.object("task", task.id, "at", at));
    }

    /** Handles a timer. A timer is ignored after an acceleration, a relaunch or a cancellation. */
    void move(JsonNode timer) {
        long id = timer.get("task").asLong();
        TaskState task = account.tasks.getOrDefault(id, account.zoneTasks.get(id));
        long at = timer.get("at").asLong();
        if (task == null) {
            return;
        }
        if (task.isHealing()) {
            if (at == task.heals) {
                task.healed = true;
                again(task);
            }
            return;
        }
        if (task.status != TaskState.Status.todo && task.status != TaskState.Status.doing) {
            return;
        }
        if (at == task.due) {
            end(task);
        } else if (at == task.start && task.status == TaskState.Status.todo) {
            task.status = TaskState.Status.doing;
            task.updated = at;
        }
    }

    /** Executes a task now. */
    void end(TaskState task) {
        take(task, task.made ? TaskOutcome.done() : deliveries.perform(task));
    }

    /** Ends or continues a task with this outcome. */
    void take(TaskState task, TaskOutcome outcome) {
        long now = world.now().toEpochMilli();
        task.updated = now;
        task.comment = outcome.comment();
        task.relaunchable = outcome.repairable();
        task.heals = 0;
        switch (outcome.kind()) {
            case DONE -> {
                task.status = TaskState.Status.done;
                task.finished = now;
            }
            case ERROR, PROBLEM -> {
                task.status =
                        outcome.kind() == TaskOutcome.Kind.ERROR ? TaskState.Status.error : TaskState.Status.problem;
                if (outcome.at() != 0) {
                    healAt(task, outcome.at());
                }
            }
            case CANCELLED -> {
                task.status = TaskState.Status.cancelled;
                deliveries.cancelled(task);
            }
            case GOES_ON -> {
                task.status = TaskState.Status.doing;
                endAt(task, outcome.at());
            }
        }
    }

    Optional<TaskState> open(String domain, String function) {
        return account.tasks.values().stream()
                .filter(task -> task.status.isOpen() && task.domain.equals(domain) && task.function.equals(function))
                .findFirst();
    }

    Optional<TaskState> openOfZone(String zone) {
        return account.zoneTasks.values().stream()
                .filter(task -> task.status.isOpen() && task.domain.equals(zone))
                .findFirst();
    }

    void accelerate(TaskState task) {
        if (!task.canAccelerate()) {
            throw Refuse.conflict("The task " + task.id + " cannot be accelerated in status " + task.status);
        }
        long now = world.now().toEpochMilli();
        task.start = now;
        endAt(task, now);
    }

    void relaunch(TaskState task) {
        if (!task.canRelaunch()) {
            throw Refuse.conflict("The task " + task.id + " cannot be relaunched in status " + task.status);
        }
        again(task);
    }

    private void again(TaskState task) {
        task.comment = null;
        task.heals = 0;
        task.updated = world.now().toEpochMilli();
        plan(task);
    }

    void cancel(TaskState task) {
        if (!task.canCancel()) {
            throw Refuse.conflict("The task " + task.id + " cannot be cancelled in status " + task.status);
        }
        task.status = TaskState.Status.cancelled;
        task.updated = world.now().toEpochMilli();
        deliveries.cancelled(task);
    }
}
