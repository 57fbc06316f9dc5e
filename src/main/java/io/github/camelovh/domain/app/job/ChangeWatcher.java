// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhAuthenticationException;
import io.github.camelovh.domain.api.OvhMissingRightException;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.MoveNotes;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestEvent;
import io.github.camelovh.domain.app.ledger.RequestState;
import io.github.camelovh.domain.app.ledger.WorkKind;
import io.github.camelovh.domain.task.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the tasks of changes that were sent, until the registry has made them. One look serves many names; looks are close
 * together at first and rarer with time. Thread-safe.
 */
public final class ChangeWatcher {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeWatcher.class);
    private static final int CHUNK = 500;

    private final Ledger ledger;
    private final Supplier<Tasks> tasks;
    private final TaskRepair repair;
    private final String owner;
    private final CircuitBreaker breaker;
    private final Clock clock;
    private final PollBackoff backoff;
    private final Duration patience;

    /**
     * @param repair mends tasks
     * @param owner this process and start
     * @param breaker told when keys or rights are missing
     * @param longest the longest pause between two looks
     * @param patience how long a task may take before a person has to look
     */
    public ChangeWatcher(
            Ledger ledger,
            Supplier<Tasks> tasks,
            TaskRepair repair,
            String owner,
            CircuitBreaker breaker,
            Clock clock,
            Duration longest,
            Duration patience) {
        this.ledger = ledger;
        this.tasks = tasks;
        this.repair = repair;
        this.owner = owner;
        this.breaker = breaker;
        this.clock = clock;
        this.backoff = new PollBackoff(longest);
        this.patience = patience;
    }

    /** Whether it is time to look: tasks are awaited, and the pause is over. */
    public boolean isDue() {
        Instant now = clock.instant();
        if (!backoff.isOver(now) || breaker.isRaised()) {
            return false;
        }
        boolean awaiting = ledger.files().inState(FileState.APPROVED).stream().anyMatch(file -> !ledger.requests()
                .page(file.id(), 0, EnumSet.of(RequestState.AWAITING), 1)
                .isEmpty());
        if (!awaiting) {
            backoff.idle(now);
        }
        return awaiting;
    }

    /** Looks at all awaited tasks, and notes which ended. */
    public void look() {
        int ended = 0;
        long last = 0;
        List<Request> watched = ledger.claims().watch(WorkKind.OUTCOME, last, CHUNK, owner);
        while (!watched.isEmpty()) {
            ended += settle(watched, backoff.following(clock.instant()));
            last = watched.get(watched.size() - 1).id();
            watched = ledger.claims().watch(WorkKind.OUTCOME, last, CHUNK, owner);
        }
        backoff.done(backoff.following(clock.instant()), ended > 0);
    }

    private int settle(List<Request> watched, Instant again) {
        Map<Long, DomainTask> known;
        try {
            known = states(watched);
        } catch (OvhApiException e) {
            watched.forEach(row -> ledger.claims().lookAgain(row, again, row.outcome(), null));
            throw e;
        }
        return (int) watched.stream().filter(row -> settle(row, known, again)).count();
    }

    private Map<Long, DomainTask> states(List<Request> watched) {
        Map<Long, DomainTask> states = new HashMap<>();
        List<Long> ids = watched.stream()
                .flatMap(row -> AwaitedTasks.of(row.facts()).tasks().stream())
                .distinct()
                .toList();
        if (!ids.isEmpty()) {
            tasks.get().tasks(ids).found().forEach(task -> states.put(task.id(), task));
        }
        return states;
    }

    private boolean settle(Request row, Map<Long, DomainTask> known, Instant again) {
        AwaitedTasks awaited = AwaitedTasks.of(row.facts());
        List<DomainTask> all = awaited.tasks().stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .toList();
        boolean gone = all.size() < awaited.tasks().size();
        DomainTask stuck =
                all.stream().filter(ChangeWatcher::isStuck).findFirst().orElse(null);
        if (!gone && all.stream().allMatch(task -> "done".equals(task.status()))) {
            end(
                    row,
                    awaited.goOn() ? RequestEvent.GO_ON : RequestEvent.FINISH,
                    MoveNotes.why(all.isEmpty() ? "goes on" : "done at the registry: " + words(all)));
        } else if (stuck != null && "cancelled".equals(stuck.status())) {
            end(
                    row,
                    RequestEvent.FAIL,
                    MoveNotes.why("sent, but " + words(List.of(stuck)) + comment(stuck))
                            .toDo("find out who cancelled it, then drop the row again"));
        } else if (stuck != null) {
            return mend(row, stuck, again);
        } else if (gone || row.changedAt().plus(patience).isBefore(clock.instant())) {
            end(
                    row,
                    RequestEvent.GIVE_UP,
                    MoveNotes.why("sent, but "
                                    + (gone
                                            ? "its task " + awaited.tasks() + " is not there any more"
                                            : "not done yet: " + words(all)))
                            .toDo(ChangeWorker.goOn(row)));
        } else {
            ledger.claims().lookAgain(row, again, words(all), null);
            return false;
        }
        return true;
    }

    private boolean mend(Request row, DomainTask stuck, Instant again) {
        TaskRepair.Standing standing;
        try {
            standing = repair.look(row, stuck, Map.of());
        } catch (OvhApiException e) {
            LOG.warn("{}: task {} could not be looked at: {}", row.domain(), stuck.id(), e.getMessage());
            ledger.claims().lookAgain(row, again, row.outcome(), null);
            return false;
        }
        String memo = standing.memo().json();
        if (!standing.needsPerson()) {
            ledger.claims().lookAgain(row, again, "sent, " + standing.news(), memo);
            return false;
        }
        end(
                row,
                RequestEvent.GIVE_UP,
                MoveNotes.why("sent, but " + standing.news())
                        .toDo(standing.whatToDo())
                        .remembering(memo));
        return true;
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

    private void end(Request row, RequestEvent event, MoveNotes notes) {
        ledger.claims().advance(row.claim(), event, notes);
    }

    /** Notes that a look failed: the next one comes after the pause; without keys or rights none does. */
    public void lookFailed(Exception error) {
        if (error instanceof OvhAuthenticationException || error instanceof OvhMissingRightException) {
            breaker.raise((OvhApiException) error);
        }
        Duration pause = backoff.failed(clock.instant());
        LOG.warn(
                "Tasks could not be looked at; the next look comes in {} s: {}", pause.toSeconds(), error.getMessage());
    }
}
