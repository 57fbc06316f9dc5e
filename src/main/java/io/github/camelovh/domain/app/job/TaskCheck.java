// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhAuthenticationException;
import io.github.camelovh.domain.api.OvhConflictException;
import io.github.camelovh.domain.api.OvhMissingRightException;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.app.action.Action;
import io.github.camelovh.domain.app.action.Actions;
import io.github.camelovh.domain.app.endpoint.Endpoints;
import io.github.camelovh.domain.app.job.Watcher.Seen;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.change.ExecutionResult;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out how changes stand that were sent: by their tasks, all of them in one question; then by their actions, where there is
 * more to see than tasks tell. Thread-safe.
 */
public final class TaskCheck {
    private static final Logger LOG = LoggerFactory.getLogger(TaskCheck.class);

    private final Endpoints endpoints;
    private final TaskRepair repair;
    private final ActionRows rows;
    private final Actions actions;
    private final Clock clock;
    private final Duration patience;

    /**
     * @param repair mends tasks
     * @param patience how long a task may take before a person has to look
     */
    public TaskCheck(
            Endpoints endpoints, TaskRepair repair, ActionRows rows, Actions actions, Clock clock, Duration patience) {
        this.endpoints = endpoints;
        this.repair = repair;
        this.rows = rows;
        this.actions = actions;
        this.clock = clock;
        this.patience = patience;
    }

    /** How each row stands, in their order. */
    List<Seen> check(List<Request> watched) {
        Map<Long, DomainTask> known = new HashMap<>();
        List<Long> ids = watched.stream()
                .flatMap(row -> AwaitedTasks.of(row.facts()).tasks().stream())
                .distinct()
                .toList();
        if (!ids.isEmpty()) {
            endpoints
                    .call("task", "find", Map.of("ids", ids))
                    .listOf(DomainTask.class)
                    .forEach(task -> known.put(task.id(), task));
        }
        return watched.stream().map(row -> check(row, known)).toList();
    }

    private Seen check(Request row, Map<Long, DomainTask> known) {
        AwaitedTasks awaited = AwaitedTasks.of(row.facts());
        List<DomainTask> all = awaited.tasks().stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .toList();
        boolean gone = all.size() < awaited.tasks().size();
        DomainTask stuck = all.stream().filter(TaskCheck::isStuck).findFirst().orElse(null);
        if (!gone && all.stream().allMatch(task -> "done".equals(task.status()))) {
            return awaited.goOn() ? byAction(row, all) : Seen.ended(new ExecutionResult.Done(atRegistry(all)));
        }
        if (stuck != null && "cancelled".equals(stuck.status())) {
            return Seen.ended(new ExecutionResult.Failed(
                    "sent, but " + words(List.of(stuck)) + comment(stuck),
                    "find out who cancelled it, then drop the row again"));
        }
        if (stuck != null) {
            return mended(row, stuck);
        }
        if (gone || row.changedAt().plus(patience).isBefore(clock.instant())) {
            String what =
                    gone ? "its task " + awaited.tasks() + " is not there any more" : "not done yet: " + words(all);
            return Seen.ended(new ExecutionResult.Stuck("sent, but " + what, ResultNotes.goOn(row)));
        }
        return Seen.waiting(words(all), null);
    }

    private static String atRegistry(List<DomainTask> all) {
        return "done at the registry: " + words(all);
    }

    /** A row that cannot be looked at must not keep the others from it. */
    private Seen byAction(Request row, List<DomainTask> all) {
        ExecutionResult goOn = new ExecutionResult.Again(all.isEmpty() ? "goes on" : atRegistry(all));
        try {
            Action action = actions.of(row.action());
            Optional<List<ExecutionResult>> seen = action.check(DomainName.of(row.domain()), List.of(rows.of(row)));
            return seen.map(results -> seen(row, results.get(0))).orElse(Seen.ended(goOn));
        } catch (OvhAuthenticationException | OvhMissingRightException e) {
            throw e;
        } catch (OvhApiException e) {
            if (!e.retryable() && !(e instanceof OvhConflictException)) {
                return Seen.ended(new ExecutionResult.Stuck(
                        "it could not be looked at: " + e.getMessage(), ResultNotes.goOn(row)));
            }
            LOG.warn("{}: could not be looked at; the next look comes later: {}", row.domain(), e.getMessage());
            return Seen.waiting(row.outcome() == null ? "sent" : row.outcome(), null);
        } catch (RuntimeException e) {
            LOG.error("{}: could not be looked at; the next look comes later", row.domain(), e);
            return Seen.waiting(row.outcome() == null ? "sent" : row.outcome(), null);
        }
    }

    /** What the next step has to know is kept where it is another now. */
    private static Seen seen(Request row, ExecutionResult result) {
        if (!(result instanceof ExecutionResult.Later later) || later.step() == null) {
            return Seen.ended(result);
        }
        RepairProgress progress = RepairProgress.of(row.memo());
        return new Seen(
                result,
                later.step().equals(progress.step())
                        ? null
                        : progress.atStep(later.step()).json());
    }

    private Seen mended(Request row, DomainTask stuck) {
        TaskRepair.Standing standing;
        try {
            standing = repair.look(row, stuck, Map.of());
        } catch (OvhAuthenticationException | OvhMissingRightException e) {
            throw e;
        } catch (OvhApiException e) {
            LOG.warn("{}: task {} could not be looked at: {}", row.domain(), stuck.id(), e.getMessage());
            return Seen.waiting(row.outcome(), null);
        }
        String progress = standing.memo().json();
        return standing.needsPerson()
                ? new Seen(new ExecutionResult.Stuck("sent, but " + standing.news(), standing.whatToDo()), progress)
                : Seen.waiting("sent, " + standing.news(), progress);
    }

    private static String comment(DomainTask task) {
        return task.comment() == null ? "" : ": " + task.comment();
    }

    private static boolean isStuck(DomainTask task) {
        return "cancelled".equals(task.status()) || ("error".equals(task.status()) && task.canRelaunch());
    }

    private static String words(List<DomainTask> all) {
        List<String> words = all.stream()
                .map(task -> "task " + task.id() + " (" + task.function() + ") is " + task.status())
                .toList();
        return words.isEmpty() ? "no task" : String.join(", ", words);
    }
}
