// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.task;

import io.github.camelovh.domain.api.Listing;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhServerFaultException;
import io.github.camelovh.domain.api.OvhUnknownOutcomeException;
import io.github.camelovh.domain.api.QueryParameter;
import io.github.camelovh.domain.api.Sleeper;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.api.model.TaskArgument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds, repairs and awaits tasks. Thread-safe. Every method that calls OVHcloud throws {@link OvhApiException}. */
public final class Tasks {

    private static final Set<String> ENDED = Set.of("done", "cancelled");

    private final TaskCalls calls;
    private final TaskMender mender;
    private final Duration pollEvery;
    private final Clock clock;
    private final Sleeper sleeper;

    /**
     * @param repairAdvisor how tasks are repaired
     * @param pollEvery how often {@link #await} reads
     */
    public Tasks(OvhApi api, RepairAdvisor repairAdvisor, Duration pollEvery, Clock clock, Sleeper sleeper) {
        this.calls = new TaskCalls(api);
        this.mender = new TaskMender(calls, repairAdvisor);
        this.pollEvery = pollEvery;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /**
     * Tasks by their properties, {@code GET /me/task/domain}.
     *
     * @param domain only tasks of this name; null = all names
     * @param function only this kind, for example {@code DomainCreate}; null = all
     * @param statuses only tasks in one of these states, by one list if that is possible; empty = any state
     * @return the tasks; tasks that disappeared while they were read are reported in the listing
     */
    public Listing<DomainTask> find(DomainName domain, String function, List<String> statuses) {
        List<QueryParameter> filters = new ArrayList<>();
        if (domain != null) {
            filters.add(new QueryParameter("domain", domain.ascii()));
        }
        if (function != null) {
            filters.add(new QueryParameter("function", function));
        }
        if (statuses.isEmpty()) {
            return calls.list(filters);
        }
        if (statuses.size() > 1) {
            Optional<Listing<DomainTask>> atOnce =
                    calls.inStates(filters, statuses).or(() -> calls.byNumbers(filters, statuses));
            if (atOnce.isPresent()) {
                return atOnce.get();
            }
        }
        List<DomainTask> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> expired = new ArrayList<>();
        Listing<DomainTask> part = null;
        int made = 0;
        for (String status : statuses) {
            List<QueryParameter> narrowed = new ArrayList<>(filters);
            narrowed.add(new QueryParameter("status", status));
            part = calls.list(narrowed);
            found.addAll(part.found());
            missing.addAll(part.missing());
            expired.addAll(part.expired());
            made += part.callsMade();
        }
        return new Listing<>(found, missing, expired, part.strategy(), made);
    }

    /** One task, {@code GET /me/task/domain/{id}}. */
    public DomainTask task(long taskId) {
        return calls.task(taskId);
    }

    /**
     * Tasks whose numbers are known, many per call if OVHcloud accepts that.
     *
     * @return the tasks that exist; the numbers of the others are reported in the listing
     */
    public Listing<DomainTask> tasks(Collection<Long> taskIds) {
        return calls.tasks(taskIds);
    }

    /**
     * Sets arguments of a task and relaunches it. All values are checked before the first is sent.
     *
     * @param arguments key of the argument and its new value; may contain secrets
     * @return the task afterwards
     * @throws IllegalArgumentException when a key is unknown or a value is not accepted; nothing was changed then
     * @throws IllegalStateException when the task cannot be relaunched; nothing was changed then
     */
    public DomainTask fix(long taskId, Map<String, String> arguments) {
        DomainTask task = calls.task(taskId);
        if (!task.canRelaunch()) {
            throw new IllegalStateException("task " + taskId + " (" + task.function() + " of " + task.domain() + ", "
                    + task.status() + ") cannot be relaunched now; nothing was changed");
        }
        Map<String, TaskArgument> known = new TreeMap<>();
        if (!arguments.isEmpty()) {
            calls.arguments(taskId).forEach(argument -> known.put(argument.key(), argument));
        }
        List<String> objections = new ArrayList<>();
        arguments.forEach((key, value) -> {
            TaskArgument argument = known.get(key);
            Optional<String> objection = argument == null
                    ? Optional.of(
                            "there is no argument " + key + "; the arguments" + " are " + new TreeSet<>(known.keySet()))
                    : ArgumentGuard.objection(argument, value);
            objection.ifPresent(objections::add);
        });
        if (!objections.isEmpty()) {
            throw new IllegalArgumentException(
                    "task " + taskId + " of " + task.domain() + " was not changed: " + String.join("; ", objections));
        }
        arguments.forEach((key, value) -> calls.set(taskId, key, value));
        mender.relaunch(task);
        return calls.task(taskId);
    }

    /**
     * Cancels a task. If the answer is lost, reading the task shows the result.
     *
     * @return the task afterwards
     */
    public DomainTask cancel(long taskId) {
        try {
            calls.cancel(taskId);
        } catch (OvhUnknownOutcomeException | OvhServerFaultException e) {
            if (!ENDED.contains(calls.task(taskId).status())) {
                throw e;
            }
        }
        return calls.task(taskId);
    }

    /** How a task can be repaired from what is known about its name; reads its arguments and changes nothing. */
    public Mending propose(DomainTask task, RepairFacts facts) {
        return mender.propose(task, facts);
    }

    /**
     * Sets what was proposed, and relaunches the task, even if there is nothing to set. The caller must have recorded
     * that it does so, and how often.
     *
     * @param proposed without anything that a person must supply
     */
    public Mending carryOut(Mending proposed) {
        return mender.carryOut(proposed);
    }

    /**
     * Waits until a task is done or cancelled, or needs a repair.
     *
     * @param atMost after this time the task is returned as it is; zero or less reads once
     * @throws InterruptedException when the thread is interrupted
     */
    public DomainTask await(long taskId, Duration atMost) throws InterruptedException {
        Instant until = clock.instant().plus(atMost);
        while (true) {
            DomainTask task = calls.task(taskId);
            Duration left = Duration.between(clock.instant(), until);
            boolean waitsForRepair = "error".equals(task.status()) && task.canRelaunch();
            if (ENDED.contains(task.status()) || waitsForRepair || left.isNegative() || left.isZero()) {
                return task;
            }
            sleeper.sleep(pollEvery.compareTo(left) < 0 ? pollEvery : left);
        }
    }
}
