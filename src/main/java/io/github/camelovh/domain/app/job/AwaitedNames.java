// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.app.endpoint.Endpoints;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestEvent;
import io.github.camelovh.domain.app.row.RowCommand;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which task at OVHcloud belongs to which row that awaits its name. Thread-safe. */
public final class AwaitedNames {
    private static final Set<String> CREATIONS = Set.of("DomainCreate", "DomainAfterMarket");
    private static final Set<String> ARRIVALS = Set.of("DomainIncomingTransfer");

    /** How far the clock of OVHcloud and ours may be apart without a task looking older than its order. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    /** A task that comes and ends between two looks is never among the open ones; by then it is asked for by its name. */
    private static final Duration UNSEEN = Duration.ofSeconds(20);

    private static final Duration ASK_AGAIN = Duration.ofMinutes(10);
    private static final int MOST_ASKED = 20;

    private final Ledger ledger;
    private final Endpoints endpoints;
    private final Clock clock;
    private final Map<Long, Instant> asked = new ConcurrentHashMap<>();

    public AwaitedNames(Ledger ledger, Endpoints endpoints, Clock clock) {
        this.ledger = ledger;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    static boolean isTransfer(Request request) {
        return RowCommand.Transfer.ACTION.equals(request.action());
    }

    static Map<String, List<DomainTask>> byName(List<DomainTask> open) {
        Map<String, List<DomainTask>> byName = new HashMap<>();
        for (DomainTask task : open) {
            if (task.domain() != null) {
                byName.computeIfAbsent(task.domain().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(task);
            }
        }
        return byName;
    }

    /**
     * The tasks of rows: open ones from the list, and those that were seen before and are open no more by their numbers, many
     * per call.
     *
     * @param rows ordered rows whose names are not in the account
     * @param open the open tasks of all names
     * @return by the number of the row; without those whose task is not known
     */
    Map<Long, DomainTask> tasksOf(List<Request> rows, Map<String, List<DomainTask>> open) {
        Map<Long, DomainTask> found = new HashMap<>();
        Map<Long, Request> ended = new HashMap<>();
        List<Request> unseen = new ArrayList<>();
        for (Request row : rows) {
            Long known = RepairProgress.of(row.memo()).task();
            open.getOrDefault(row.domain(), List.of()).stream()
                    .filter(task -> known == null ? isOf(row, task) : known == task.id())
                    .findFirst()
                    .ifPresentOrElse(task -> found.put(row.id(), task), () -> {
                        if (known != null) {
                            ended.put(known, row);
                        } else {
                            unseen.add(row);
                        }
                    });
        }
        unseen.stream().filter(this::isToAsk).limit(MOST_ASKED).forEach(row -> byName(row)
                .ifPresent(task -> found.put(row.id(), task)));
        if (!ended.isEmpty()) {
            find(Map.of("ids", ended.keySet()))
                    .forEach(task -> found.put(ended.get(task.id()).id(), task));
        }
        return found;
    }

    private boolean isToAsk(Request row) {
        Instant now = clock.instant();
        Instant before = asked.get(row.id());
        return row.changedAt().plus(UNSEEN).isBefore(now)
                && (before == null || before.plus(ASK_AGAIN).isBefore(now));
    }

    /** The latest task of a row's name, whatever became of it. */
    private Optional<DomainTask> byName(Request row) {
        asked.put(row.id(), clock.instant());
        return find(Map.of("domain", row.domain())).stream()
                .filter(task -> isOf(row, task))
                .max(Comparator.comparingLong(DomainTask::id));
    }

    private List<DomainTask> find(Map<String, ?> which) {
        return endpoints.call("task", "find", which).listOf(DomainTask.class);
    }

    /**
     * A name can have tasks of other kinds, and one that failed before it was ordered. Where a row has no order, its name
     * was found under way, so that its task is older.
     */
    private boolean isOf(Request request, DomainTask task) {
        Set<String> kinds = isTransfer(request) ? ARRIVALS : CREATIONS;
        if (task.function() != null && !kinds.contains(task.function())) {
            return false;
        }
        return request.orderId() == null
                || task.creationDate() == null
                || ledger.requests().history(request.id()).stream()
                        .filter(move -> move.event() == RequestEvent.START)
                        .findFirst()
                        .map(start -> start.at().minus(CLOCKS_APART))
                        .filter(task.creationDate().toInstant()::isBefore)
                        .isEmpty();
    }
}
