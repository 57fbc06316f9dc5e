// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.model.AuthCode;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.task.Mending;
import io.github.camelovh.domain.task.RepairFacts;
import io.github.camelovh.domain.task.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The operations that find, repair and await tasks, on top of {@link Tasks}. Thread-safe. */
final class TaskOperations {

    private static final String ID = "id";
    private static final String IDS = "ids";

    private TaskOperations() {}

    static List<CompositeOperation> of(Tasks tasks) {
        return List.of(
                new CompositeOperation(
                        "task",
                        "find",
                        List.of(
                                Parameter.subject("domain", "string", false),
                                Parameter.subject("function", "string", false),
                                Parameter.subject("status", "string[]", false),
                                Parameter.subject(IDS, "long[]", false)),
                        "the tasks of a name, of a function, in a status, or all; with ids just those, many in one call",
                        in -> find(tasks, in)),
                new CompositeOperation(
                        "task",
                        "proposeRepair",
                        List.of(
                                Parameter.subject(ID, "long", false),
                                Parameter.subject("config", CompositeInput.MAP, false),
                                Parameter.subject("authCode", "string", false),
                                Parameter.subject(CompositeInput.BODY, CompositeInput.OBJECT, false)),
                        "how a task in error would be repaired with what is known of its name (config.LABEL as in an order,"
                                + " authCode), or what a person has to give; the task is named by id, or is the message's"
                                + " body. Changes nothing",
                        in -> tasks.propose(task(tasks, in), facts(in))),
                new CompositeOperation(
                        "task",
                        "repair",
                        List.of(Parameter.subject(CompositeInput.BODY, CompositeInput.OBJECT, false)),
                        "the repair in the message's body (as proposeRepair gave it) after its values were set and the task"
                                + " was relaunched",
                        in -> tasks.carryOut(repair(in))),
                new CompositeOperation(
                        "task",
                        "fix",
                        List.of(
                                Parameter.subject(ID, "long", true),
                                Parameter.subject("argument", CompositeInput.MAP, false)),
                        "the task after its arguments were set and it was relaunched",
                        in -> fix(tasks, in)),
                new CompositeOperation(
                        "task",
                        "await",
                        List.of(Parameter.subject(ID, "long", true), Parameter.wish("wait", CompositeInput.WAIT)),
                        "the task when it is done, cancelled or needs a repair, or after the given time (30 minutes)",
                        in -> await(tasks, in)));
    }

    private static Object find(Tasks tasks, CompositeInput in) {
        if (!in.names().contains(IDS)) {
            return tasks.find(
                    in.text("domain").isPresent() ? in.domain("domain") : null,
                    in.text("function").orElse(null),
                    in.<List<String>>value("status").orElse(List.of()));
        }
        if (in.names().size() > 1) {
            throw new WrongUsageException("task:find was not begun: ids go with no other parameter");
        }
        return tasks.tasks(in.<List<Long>>value(IDS).orElseThrow());
    }

    private static DomainTask task(Tasks tasks, CompositeInput in) {
        boolean named = in.names().contains(ID);
        if (in.body() instanceof DomainTask task && !named) {
            return task;
        }
        if (!named) {
            throw new WrongUsageException("task:proposeRepair was not begun: give the task's id, or the task as body");
        }
        return tasks.task(in.number(ID));
    }

    private static RepairFacts facts(CompositeInput in) {
        return new RepairFacts(
                in.<Map<String, String>>value("config").orElse(Map.of()),
                in.text("authCode").map(AuthCode::new).orElse(null));
    }

    /** Only what can be carried out: a repair that waits for a person would relaunch the task with the wrong values. */
    private static Mending repair(CompositeInput in) {
        if (!(in.body() instanceof Mending proposed)) {
            throw new WrongUsageException(
                    "task:repair needs as body what task:proposeRepair gave, as a record; nothing was changed");
        }
        if (proposed.needsAttention() || proposed.relaunched()) {
            throw new WrongUsageException("task " + proposed.task().id() + " of "
                    + proposed.task().domain() + " was not repaired: "
                    + (proposed.relaunched() ? "it was relaunched already" : proposed.sentence()));
        }
        return proposed;
    }

    private static Object fix(Tasks tasks, CompositeInput in) {
        try {
            return tasks.fix(
                    in.number(ID), in.<Map<String, String>>value("argument").orElse(Map.of()));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new WrongUsageException(e.getMessage());
        }
    }

    private static Object await(Tasks tasks, CompositeInput in) {
        try {
            return tasks.await(in.number(ID), in.<Duration>value("wait").orElse(Duration.ofMinutes(30)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "The wait for task " + in.number(ID) + " was interrupted; the task itself continues", e);
        }
    }
}
