// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.ApiAnswer;
import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhRejectedInputException;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.model.DomainTask;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tasks of all names, with one poll for all of them: pages sorted by last change, newest first, read until the tasks of
 * the last poll. If OVHcloud does not offer pages, {@link TaskIdFeed} replaces this for good.
 */
final class TaskFeed implements ChangeFeed {

    /**
     * OVHcloud returns lists of objects from a cache: read again what changed shortly before the newest known change.
     */
    static final Duration OVERLAP = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(TaskFeed.class);
    private static final Operation LIST = OperationCatalog.row("task:list");
    private static final Comparator<OffsetDateTime> BY_TIME = Comparator.comparing(OffsetDateTime::toInstant);

    private final OvhApi api;
    private final TaskFilter filter;
    private final AtomicReference<OffsetDateTime> from;
    private OffsetDateTime newest;
    private TaskIdFeed byId;

    TaskFeed(OvhApi api, TaskFilter filter, Clock clock, Duration lookBack) {
        this.api = api;
        this.filter = filter;
        this.from = new AtomicReference<>(OffsetDateTime.now(clock).minus(lookBack));
    }

    @Override
    public Set<String> states() {
        return TaskChange.STATES;
    }

    @Override
    public List<Change> poll(ChangeLedger ledger) {
        if (byId == null) {
            OffsetDateTime asked = from.get();
            List<DomainTask> tasks = pages(asked);
            if (tasks != null) {
                if (newest != null) {
                    from.compareAndSet(asked, newest.minus(OVERLAP)); // unless a change was put back meanwhile
                }
                return TaskChange.all(tasks);
            }
            LOG.info("OVHcloud offers no pages of tasks; from now on they are read by their ids");
            byId = new TaskIdFeed(api, filter);
        }
        return byId.poll(ledger);
    }

    @Override
    public void putBack(Change change) {
        if (change.at() != null) {
            from.accumulateAndGet(change.at(), (a, b) -> BY_TIME.compare(a, b) <= 0 ? a : b);
        }
    }

    /** {@return the tasks that changed since then; null if the API has no pages} */
    private List<DomainTask> pages(OffsetDateTime since) {
        List<DomainTask> changed = new ArrayList<>();
        int size = api.settings().pageSize();
        for (int page = 1; ; page++) {
            ApiAnswer answer;
            try {
                answer = api.send(page(page, size));
            } catch (OvhRejectedInputException e) {
                if (page > 1) {
                    throw e;
                }
                LOG.debug("Pages were refused", e);
                return null;
            }
            JsonNode first = answer.json().path(0);
            if (!first.isMissingNode() && !first.isObject()) {
                return null;
            }
            List<DomainTask> tasks = answer.asList(DomainTask.class);
            tasks.stream().filter(each -> !isBefore(each, since)).forEach(changed::add);
            boolean last = tasks.size() < size
                    && (answer.header("X-Pagination-Total") == null
                            || Integer.parseInt(
                                            answer.header("X-Pagination-Total").strip())
                                    <= page);
            if (last || tasks.isEmpty() || (isSorted(tasks) && isBefore(tasks.get(tasks.size() - 1), since))) {
                break;
            }
        }
        changed.stream()
                .map(DomainTask::lastUpdate)
                .filter(time -> time != null && (newest == null || BY_TIME.compare(time, newest) > 0))
                .max(BY_TIME)
                .ifPresent(time -> newest = time);
        return changed;
    }

    private ApiCall page(int number, int size) {
        ApiCall call = filter.list()
                .withHeader("X-Pagination-Mode", "CachedObjectList-Pages")
                .withHeader("X-Pagination-Number", Integer.toString(number))
                .withHeader("X-Pagination-Size", Integer.toString(size))
                .withHeader("X-Pagination-Sort", "lastUpdate")
                .withHeader("X-Pagination-Sort-Order", "DESC");
        return number == 1 ? call.withHeader("Pragma", "no-cache") : call;
    }

    private static boolean isBefore(DomainTask task, OffsetDateTime time) {
        return task.lastUpdate() != null && BY_TIME.compare(task.lastUpdate(), time) < 0;
    }

    private static boolean isSorted(List<DomainTask> tasks) {
        for (int i = 1; i < tasks.size(); i++) {
            OffsetDateTime before = tasks.get(i - 1).lastUpdate();
            OffsetDateTime here = tasks.get(i).lastUpdate();
            if (before == null || here == null || BY_TIME.compare(before, here) < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * The wanted tasks.
     *
     * @param domain only of this name; null for all
     * @param function only of this function; null for all
     */
    record TaskFilter(String domain, String function) {
        ApiCall list() {
            return ApiCall.of(LIST).withQuery("domain", domain).withQuery("function", function);
        }
    }

    /** A task as a change of its status. */
    static final class TaskChange {

        /** States that replace one another; an error also has its time, because it may come twice in a row. */
        static final Set<String> STATES = Set.of("todo", "doing", "problem", "done", "cancelled");

        private TaskChange() {}

        static List<Change> all(List<DomainTask> tasks) {
            return tasks.stream()
                    .sorted(Comparator.comparing(DomainTask::lastUpdate, Comparator.nullsFirst(BY_TIME)))
                    .map(TaskChange::of)
                    .toList();
        }

        static Change of(DomainTask task) {
            String state = STATES.contains(task.status()) ? task.status() : task.status() + "@" + task.lastUpdate();
            return new Change(
                    subject(task.id()),
                    state,
                    task,
                    Map.of(
                            OvhDomainConstants.TASK_ID, task.id(),
                            OvhDomainConstants.TASK_FUNCTION, String.valueOf(task.function()),
                            OvhDomainConstants.DOMAIN_NAME, String.valueOf(task.domain()),
                            OvhDomainConstants.STATUS, String.valueOf(task.status())),
                    task.lastUpdate());
        }

        static String subject(long id) {
            return "task:" + id;
        }
    }
}
