// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.task.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Finding, repairing and awaiting tasks: {@link Tasks} by the names of operations and parameters. Thread-safe. */
final class TaskOperations {

    private static final String ID = "id";

    private TaskOperations() {}

    static List<CompositeOperation> of(Tasks tasks) {
        return List.of(
                new CompositeOperation(
                        "task",
                        "find",
                        List.of(
                                Parameter.local("domain", "string", false),
                                Parameter.local("function", "string", false),
                                Parameter.local("status", "string[]", false)),
                        "the tasks of a name, of a function, in a status, or all",
                        in -> tasks.find(
                                in.text("domain").isPresent() ? in.domain("domain") : null,
                                in.text("function").orElse(null),
                                in.<List<String>>value("status").orElse(List.of()))),
                new CompositeOperation(
                        "task",
                        "fix",
                        List.of(
                                Parameter.local(ID, "long", true),
                                Parameter.local("argument", CompositeInput.MAP, false)),
                        "the task after its arguments were set and it was relaunched",
                        in -> fix(tasks, in)),
                new CompositeOperation(
                        "task",
                        "await",
                        List.of(Parameter.local(ID, "long", true), Parameter.local("wait", CompositeInput.WAIT, false)),
                        "the task once it is done, cancelled or in need of repair, or after the time given (30 minutes)",
                        in -> await(tasks, in)));
    }

    private static Object fix(Tasks tasks, CompositeInput in) {
        try {
            return tasks.fix(
                    in.number(ID), in.<Map<String, String>>value("argument").orElse(Map.of()));
        } catch (IllegalArgumentException e) {
            throw new WrongUsageException(e.getMessage());
        }
    }

    private static Object await(Tasks tasks, CompositeInput in) {
        try {
            return tasks.await(in.number(ID), in.<Duration>value("wait").orElse(Duration.ofMinutes(30)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "The wait for task " + in.number(ID) + " was broken off; the task itself goes on", e);
        }
    }
}
