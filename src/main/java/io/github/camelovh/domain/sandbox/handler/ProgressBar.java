// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The progress of a task, computed from the clock: the answer of {@code /me/task/domain/{id}/progressbar}. */
final class ProgressBar {

    private static final int WHOLE = 100;
    private static final List<String> OF_A_REGISTRATION = List.of("Control of the order", "Registration", "DNS zone");

    private ProgressBar() {}

    static ObjectNode of(TaskState task, long now) {
        long whole = Math.max(1, task.due - task.created);
        long part = task.status == TaskState.Status.done
                ? WHOLE
                : Math.max(0, Math.min(WHOLE - 1, WHOLE * (now - task.created) / whole));
        List<String> steps = steps(task);
        List<ObjectNode> all = steps.stream()
                .map(step -> step(step, whole / 1000 / steps.size()))
                .toList();
        int current = task.step == null
                ? (int) (part * (steps.size() - 1) / WHOLE)
                : Math.max(0, steps.indexOf(task.step.description));
        return Json.object(
                "currentStep",
                all.get(current),
                "expectedDoneDate",
                Json.dateTime(task.due),
                "followUpSteps",
                all,
                "lastUpdateDate",
                Json.dateTime(task.updated),
                "progress",
                part,
                "taskActions",
                actions(task),
                "taskStatus",
                task.status.name());
    }

    private static List<String> steps(TaskState task) {
        return switch (task.function) {
            case TaskState.INCOMING, TaskState.OUTGOING -> {
                List<String> steps = new ArrayList<>();
                for (TransferStep step : TransferStep.values()) {
                    steps.add(step.description);
                }
                yield steps;
            }
            case "DomainCreate" -> OF_A_REGISTRATION;
            default -> List.of(task.function);
        };
    }

    private static ObjectNode step(String description, long seconds) {
        return Json.object("description", description, "executionDuration", seconds, "step", description);
    }

    private static List<String> actions(TaskState task) {
        List<String> actions = new ArrayList<>();
        if (task.canCancel()) {
            actions.add("canCancel");
        }
        if (task.canRelaunch()) {
            actions.add("canRelaunch");
        }
        if (task.canRelaunch() && !task.arguments.isEmpty()) {
            actions.add("canCorrect");
        }
        return actions;
    }
}
