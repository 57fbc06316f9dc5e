// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.ApiJson;
import io.github.camelovh.domain.api.ApiPath;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.OvhRejectedInputException;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.component.TaskFeed.TaskChange;
import io.github.camelovh.domain.component.TaskFeed.TaskFilter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tasks by their ids, for an API without pages: one call for all ids, then those that have not ended, in batches or one
 * by one. Tasks that ended before the first poll are left out, unless they were reported as open.
 */
final class TaskIdFeed {

    private static final Logger LOG = LoggerFactory.getLogger(TaskIdFeed.class);
    private static final String LIST = "/me/task/domain";
    private static final String ITEM = "/me/task/domain/{id}";
    private static final List<String> OPEN = List.of("todo", "doing", "problem", "error");

    private final OvhApi api;
    private final TaskFilter filter;
    private final Set<Long> ended = new HashSet<>();
    private boolean batches = true;
    private boolean begun;

    TaskIdFeed(OvhApi api, TaskFilter filter) {
        this.api = api;
        this.filter = filter;
    }

    List<Change> poll(ChangeLedger ledger) {
        List<Long> all = ids(null);
        if (!begun) {
            Set<Long> open =
                    OPEN.stream().flatMap(status -> ids(status).stream()).collect(Collectors.toSet());
            all.stream()
                    .filter(id -> !open.contains(id) && !wasOpen(ledger, id))
                    .forEach(ended::add);
            begun = true;
        }
        ended.retainAll(new HashSet<>(all));
        settle(all, ledger);
        List<DomainTask> tasks =
                read(all.stream().filter(id -> !ended.contains(id)).toList());
        return TaskChange.all(tasks);
    }

    /** A task is finished when its end was reported; until then it is read again. */
    private void settle(List<Long> ids, ChangeLedger ledger) {
        ids.stream()
                .filter(id -> ledger.knows(TaskChange.subject(id), "done")
                        || ledger.knows(TaskChange.subject(id), "cancelled"))
                .forEach(ended::add);
    }

    private static boolean wasOpen(ChangeLedger ledger, Long id) {
        return OPEN.stream().anyMatch(status -> ledger.knows(TaskChange.subject(id), status));
    }

    private List<Long> ids(String status) {
        return api.send(filter.on(ApiCall.get(LIST)).withQuery("status", status))
                .asList(Long.class);
    }

    private List<DomainTask> read(List<Long> ids) {
        List<DomainTask> found = new ArrayList<>();
        int size = api.settings().batchSize();
        for (int i = 0; i < ids.size(); i += size) {
            List<Long> some = ids.subList(i, Math.min(ids.size(), i + size));
            if (!batches || !batch(some, found)) {
                some.forEach(id -> single(id, found));
            }
        }
        return found;
    }

    /** {@return false if the API has no batches; nothing is added then} */
    private boolean batch(List<Long> ids, List<DomainTask> found) {
        String joined = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        try {
            JsonNode answer = api.send(ApiCall.get(LIST + "/" + joined)
                            .withHeader("X-Ovh-Batch", ",")
                            .onRoute(ITEM, null))
                    .json();
            if (answer.isArray()) {
                for (JsonNode each : answer) {
                    if (each.path("value").isObject()) {
                        found.add(ApiJson.mapper().convertValue(each.get("value"), DomainTask.class));
                    }
                }
                return true;
            }
        } catch (OvhRejectedInputException | OvhNotFoundException e) {
            LOG.info("OVHcloud offers no batches of tasks; from now on they are read one by one");
        }
        batches = false; // refused once, refused always
        return false;
    }

    private void single(Long id, List<DomainTask> found) {
        try {
            found.add(api.get(ApiPath.of(ITEM, id), DomainTask.class));
        } catch (OvhNotFoundException e) {
            ended.add(id); // it was deleted between list and get
        }
    }
}
