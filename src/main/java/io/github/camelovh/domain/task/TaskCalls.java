// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.task;

import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.ListRequest;
import io.github.camelovh.domain.api.Listing;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.QueryParameter;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.catalog.Repeat;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.api.model.TaskArgument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The operations of tasks that are used, with types. Thread-safe. */
final class TaskCalls {

    private static final Operation LIST = OperationCatalog.row("task:list");
    private static final Operation GET = OperationCatalog.row("task:get");
    private static final Operation LIST_ARGUMENTS = OperationCatalog.row("task:listArguments");
    private static final Operation GET_ARGUMENT = OperationCatalog.row("task:getArgument");
    private static final Operation SET_ARGUMENT = OperationCatalog.row("task:setArgument");
    private static final Operation CANCEL = OperationCatalog.row("task:cancel");
    private static final Operation RELAUNCH = OperationCatalog.row("task:relaunch");
    private static final ListRequest TASKS = ListRequest.of(LIST);

    private static final Set<String> ENDED = Set.of("done", "cancelled");
    private static final int MOST_READ = 20_000;

    private final OvhApi api;
    /** Tasks that will not change any more. */
    private final Set<Long> ended = ConcurrentHashMap.newKeySet();

    TaskCalls(OvhApi api) {
        this.api = api;
    }

    Listing<DomainTask> list(List<QueryParameter> filters) {
        return api.list(TASKS.withQuery(filters), DomainTask.class);
    }

    /** Tasks in some states, by one filtered list; empty if OVHcloud does not filter. */
    Optional<Listing<DomainTask>> inStates(List<QueryParameter> filters, List<String> statuses) {
        return api.filtered(TASKS.withQuery(filters), "status:in=" + String.join(",", statuses), DomainTask.class);
    }

    /**
     * Tasks in some states, by one list of all numbers, reading only those that had not ended when they were last read;
     * empty if there are so many new ones that a list for each state is cheaper.
     */
    Optional<Listing<DomainTask>> byNumbers(List<QueryParameter> filters, List<String> statuses) {
        ApiCall list = ApiCall.of(LIST).withQuery(filters);
        List<String> open = api.send(list).asList(Long.class).stream()
                .filter(id -> !ended.contains(id))
                .map(String::valueOf)
                .toList();
        if (open.size() > MOST_READ) {
            return Optional.empty();
        }
        Listing<DomainTask> read = api.items(TASKS, open, DomainTask.class);
        read.found().stream()
                .filter(task -> ENDED.contains(task.status()))
                .map(DomainTask::id)
                .forEach(ended::add);
        List<DomainTask> wanted = read.found().stream()
                .filter(task -> statuses.contains(task.status()))
                .toList();
        return Optional.of(
                new Listing<>(wanted, read.missing(), read.expired(), read.strategy(), read.callsMade() + 1));
    }

    Listing<DomainTask> tasks(Collection<Long> ids) {
        return api.items(TASKS, ids.stream().map(String::valueOf).toList(), DomainTask.class);
    }

    DomainTask task(long id) {
        return api.send(ApiCall.of(GET, id)).as(DomainTask.class);
    }

    List<TaskArgument> arguments(long id) {
        List<TaskArgument> arguments = new ArrayList<>();
        for (String key : api.send(ApiCall.of(LIST_ARGUMENTS, id)).asList(String.class)) {
            arguments.add(api.send(ApiCall.of(GET_ARGUMENT, id, key)).as(TaskArgument.class));
        }
        return arguments;
    }

    void set(long id, String key, String value) {
        api.send(ApiCall.of(SET_ARGUMENT, id, key).withBody(Map.of("value", value)));
    }

    /** Sent once, although the route takes it twice: where the answer is lost, the refusal of a second one would hide the first. */
    void cancel(long id) {
        api.send(ApiCall.of(CANCEL, id).withRepeat(Repeat.ONCE));
    }

    /** Sent once: if no answer comes, the task's status shows whether it was relaunched. */
    void relaunch(long id) {
        api.send(ApiCall.of(RELAUNCH, id));
    }
}
