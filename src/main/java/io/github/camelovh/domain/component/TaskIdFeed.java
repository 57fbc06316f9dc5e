// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import io.github.camelovh.domain.api.ListRequest;
import io.github.camelovh.domain.api.Listing;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.component.TaskFeed.TaskChange;
import io.github.camelovh.domain.component.TaskFeed.TaskFilter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tasks by their ids, for an API without pages: one call for all ids, then those that have not ended, in batches or one
 * by one. Tasks that ended before the first poll are left out, unless they were reported as open.
 */
final class TaskIdFeed {

    private static final ListRequest TASKS = ListRequest.of(OperationCatalog.row("task:list"));
    private static final List<String> OPEN = List.of("todo", "doing", "problem", "error");

    private final OvhApi api;
    private final TaskFilter filter;
    private final Set<Long> ended = new HashSet<>();
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
        List<String> open = all.stream()
                .filter(id -> !ended.contains(id))
                .map(String::valueOf)
                .toList();
        Listing<DomainTask> tasks = api.items(TASKS, open, DomainTask.class);
        tasks.missing().forEach(id -> ended.add(Long.valueOf(id))); // vanished between list and get
        return TaskChange.all(tasks.found());
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
        return api.send(filter.list().withQuery("status", status)).asList(Long.class);
    }
}
