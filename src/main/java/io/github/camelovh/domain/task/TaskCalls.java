// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.task;

import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.ApiPath;
import io.github.camelovh.domain.api.ListRequest;
import io.github.camelovh.domain.api.Listing;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.QueryParameter;
import io.github.camelovh.domain.api.Repeat;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.api.model.TaskArgument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The routes of {@code /me/task/domain}, with types. Thread-safe. */
final class TaskCalls {

    private static final String LIST = "/me/task/domain";
    private static final String TASK = LIST + "/{id}";
    private static final String ARGUMENT = TASK + "/argument";
    private static final String IAM = "account:apiovh:me/task/domain/";

    private static final Set<String> ENDED = Set.of("done", "cancelled");
    private static final int MOST_READ = 20_000;

    private final OvhApi api;
    /** Tasks that will not change any more. */
    private final Set<Long> ended = ConcurrentHashMap.newKeySet();

    TaskCalls(OvhApi api) {
        this.api = api;
    }

    Listing<DomainTask> list(List<QueryParameter> filters) {
        return api.list(ListRequest.of(LIST, TASK).withQuery(filters), DomainTask.class);
    }

    /** Tasks in some states, by one filtered list; empty if OVHcloud does not filter. */
    Optional<Listing<DomainTask>> inStates(List<QueryParameter> filters, List<String> statuses) {
        return api.filtered(
                ListRequest.of(LIST, TASK).withQuery(filters),
                "status:in=" + String.join(",", statuses),
                DomainTask.class);
    }

    /**
     * Tasks in some states, by one list of all numbers, reading only those that had not ended when they were last read;
     * empty if there are so many new ones that a list for each state is cheaper.
     */
    Optional<Listing<DomainTask>> byNumbers(List<QueryParameter> filters, List<String> statuses) {
        ApiCall list = ApiCall.get(LIST).withQuery(filters).onRoute(LIST, IAM + "get");
        List<String> open = api.send(list).asList(Long.class).stream()
                .filter(id -> !ended.contains(id))
                .map(String::valueOf)
                .toList();
        if (open.size() > MOST_READ) {
            return Optional.empty();
        }
        Listing<DomainTask> read = api.items(TASK, open, DomainTask.class);
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
        return api.items(TASK, ids.stream().map(String::valueOf).toList(), DomainTask.class);
    }

    DomainTask task(long id) {
        return api.send(ApiCall.get(ApiPath.of(TASK, id)).onRoute(TASK, IAM + "get"))
                .as(DomainTask.class);
    }

    List<TaskArgument> arguments(long id) {
        List<TaskArgument> arguments = new ArrayList<>();
        String one = ARGUMENT + "/{key}";
        for (String key : api.send(ApiCall.get(ApiPath.of(ARGUMENT, id)).onRoute(ARGUMENT, IAM + "argument/get"))
                .asList(String.class)) {
            arguments.add(api.send(ApiCall.get(ApiPath.of(one, id, key)).onRoute(one, IAM + "argument/get"))
                    .as(TaskArgument.class));
        }
        return arguments;
    }

    void set(long id, String key, String value) {
        String route = ARGUMENT + "/{key}";
        api.send(ApiCall.put(ApiPath.of(route, id, key), Map.of("value", value)).onRoute(route, IAM + "argument/edit"));
    }

    void cancel(long id) {
        String route = TASK + "/cancel";
        api.send(ApiCall.post(ApiPath.of(route, id), null, Repeat.ONCE).onRoute(route, IAM + "cancel"));
    }

    /** Sent once: if no answer comes, the task's status shows whether it was relaunched. */
    void relaunch(long id) {
        String route = TASK + "/relaunch";
        api.send(ApiCall.post(ApiPath.of(route, id), null, Repeat.ONCE).onRoute(route, IAM + "relaunch"));
    }
}
