/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.sandbox.room;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Tasks move by the sandbox's clock: todo, after a fifth of their time doing, at the end done or in error. */
final class Tasks {

    /** The name of the timer that moves tasks. */
    static final String TIMER = "task.move";

    private static final int SLOW = 10;
    private static final int WAITING_PART = 5;

    private final SandboxWorld world;
    private final Account account;
    private final Deliveries deliveries;

    Tasks(SandboxWorld world, Account account, Deliveries deliveries) {
        this.world = world;
        this.account = account;
        this.deliveries = deliveries;
    }

    /**
     * Begins a task.
     *
     * @param orderId the order that it delivers; 0 for none
     * @param change what it will set; null where the function says it all
     */
    TaskState begin(String function, String domain, long orderId, String change) {
        return begin(account.tasks, function, domain, orderId, change);
    }

    /** The same for a zone, whose tasks have doors of their own. */
    TaskState beginOfZone(String function, String zone, long orderId, String change) {
        return begin(account.zoneTasks, function, zone, orderId, change);
    }

    private TaskState begin(Map<Long, TaskState> where, String function, String domain, long orderId, String change) {
        long now = world.now().toEpochMilli();
        TaskState task = new TaskState();
        task.id = world.ids().next();
        task.function = function;
        task.domain = domain;
        task.orderId = orderId;
        task.change = change;
        task.created = now;
        task.updated = now;
        where.put(task.id, task);
        deliveries.prepare(task);
        plan(task);
        return task;
    }

    private void plan(TaskState task) {
        long now = world.now().toEpochMilli();
        Duration time = world.taskTime().multipliedBy(task.domain.startsWith("slow-") ? SLOW : 1);
        task.status = TaskState.Status.todo;
        task.start = now + time.dividedBy(WAITING_PART).toMillis();
        task.due = now + time.toMillis();
        timer(task, task.start);
        timer(task, task.due);
    }

    private void timer(TaskState task, long at) {
        world.clock().schedule(Instant.ofEpochMilli(at), TIMER, Json.object("task", task.id, "at", at));
    }

    /** What a timer says; one that was overtaken by an acceleration, a relaunch or a cancellation says nothing. */
    void move(JsonNode timer) {
        long id = timer.get("task").asLong();
        TaskState task = account.tasks.getOrDefault(id, account.zoneTasks.get(id));
        long at = timer.get("at").asLong();
        if (task == null || !task.status.isOpen()) {
            return;
        }
        if (at == task.due) {
            end(task, at);
        } else if (at == task.start && task.status == TaskState.Status.todo) {
            task.status = TaskState.Status.doing;
            task.updated = at;
        }
    }

    private void end(TaskState task, long at) {
        task.updated = at;
        Optional<Deliveries.Trouble> trouble = deliveries.perform(task);
        if (trouble.isPresent()) {
            task.status = TaskState.Status.error;
            task.comment = trouble.get().comment();
            task.relaunchable = trouble.get().repairable();
        } else {
            task.status = TaskState.Status.done;
            task.comment = null;
            task.finished = at;
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
        task.due = now;
        timer(task, now);
    }

    void relaunch(TaskState task) {
        if (!task.canRelaunch()) {
            throw Refuse.conflict("The task " + task.id + " cannot be relaunched in status " + task.status);
        }
        task.comment = null;
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
