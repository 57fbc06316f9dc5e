// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhAuthenticationException;
import io.github.camelovh.domain.api.OvhMissingRightException;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.MoveNotes;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestEvent;
import io.github.camelovh.domain.app.ledger.RequestState;
import io.github.camelovh.domain.change.ExecutionResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the rows that wait: for a delivery, for tasks at the registry, for somebody's answer. One look serves many rows; looks are
 * close together at first and rarer with time. A look moves no state and writes no event unless something changed. All that is
 * done about a row is done by the one worker that has claimed it. Thread-safe.
 */
public final class Watcher {
    private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);
    private static final int CHUNK = 500;

    private final Ledger ledger;
    private final DeliveryCheck deliveries;
    private final TaskCheck tasks;
    private final String owner;
    private final WorkGate gate;
    private final FaultLog faults;
    private final Clock clock;
    private final PollBackoff backoff;
    private volatile boolean broken;

    /**
     * What a look found out about a row.
     *
     * @param result how it stands: {@link ExecutionResult.Later} where it goes on waiting, {@link ExecutionResult.Again} where there
     *     is more to do, else how it ended
     * @param progress what the next look has to know, JSON without secrets; null leaves what is known
     */
    record Seen(ExecutionResult result, String progress) {
        /** It goes on waiting. */
        static Seen waiting(String sentence, String progress) {
            return new Seen(new ExecutionResult.Later(sentence, List.of(), Duration.ZERO, null), progress);
        }

        static Seen ended(ExecutionResult result) {
            return new Seen(result, null);
        }
    }

    /**
     * @param deliveries looks at what carts ordered
     * @param tasks looks at all others
     * @param owner this process and start
     * @param gate says whether new work may begin; told when keys or rights are missing
     * @param faults logs that the ledger does not answer
     * @param longest the longest pause between two looks
     */
    public Watcher(
            Ledger ledger,
            DeliveryCheck deliveries,
            TaskCheck tasks,
            String owner,
            WorkGate gate,
            FaultLog faults,
            Clock clock,
            Duration longest) {
        this.ledger = ledger;
        this.deliveries = deliveries;
        this.tasks = tasks;
        this.owner = owner;
        this.gate = gate;
        this.faults = faults;
        this.clock = clock;
        this.backoff = new PollBackoff(longest);
    }

    /** Whether it is time to look: rows wait, and the pause is over. */
    public boolean isDue() {
        Instant now = clock.instant();
        if (!backoff.isOver(now) || !gate.isOpen()) {
            return false;
        }
        boolean waiting = ledger.files().inState(FileState.APPROVED).stream().anyMatch(file -> !ledger.requests()
                .page(file.id(), 0, EnumSet.of(RequestState.AWAITING), 1)
                .isEmpty());
        if (!waiting) {
            backoff.idle(now);
        }
        return waiting;
    }

    /** Looks at all rows that wait, and notes what changed. */
    public void look() {
        if (broken) {
            ledger.leases().giveBackWatched(owner);
            broken = false;
        }
        int moved = look(true, deliveries.begin()) + look(false, tasks::check);
        deliveries.askForDoubtfulOrders();
        backoff.done(backoff.following(clock.instant()), moved > 0);
    }

    private int look(boolean byCart, Function<List<Request>, List<Seen>> check) {
        int moved = 0;
        List<Request> watched = ledger.claims().watch(byCart, 0, CHUNK, owner);
        while (!watched.isEmpty()) {
            moved += look(watched, check);
            long last = watched.get(watched.size() - 1).id();
            watched = ledger.claims().watch(byCart, last, CHUNK, owner);
        }
        return moved;
    }

    private int look(List<Request> watched, Function<List<Request>, List<Seen>> check) {
        Instant again = backoff.following(clock.instant());
        List<Seen> seen;
        try {
            seen = check.apply(watched);
        } catch (OvhApiException e) {
            watched.forEach(row -> ledger.claims().lookAgain(row, again, row.outcome(), null));
            throw e;
        }
        int moved = 0;
        for (int i = 0; i < watched.size(); i++) {
            moved += note(watched.get(i), seen.get(i), again) ? 1 : 0;
        }
        return moved;
    }

    /** Answers whether something about the row changed. */
    private boolean note(Request row, Seen seen, Instant again) {
        return seen.result().match(new ExecutionResult.Cases<Boolean>() {
            @Override
            public Boolean done(ExecutionResult.Done done) {
                return end(RequestEvent.FINISH, MoveNotes.why(done.sentence()));
            }

            @Override
            public Boolean sent(ExecutionResult.Sent sent) {
                return waiting(sent.sentence(), again);
            }

            @Override
            public Boolean later(ExecutionResult.Later later) {
                Instant due = clock.instant().plus(later.pause());
                return waiting(later.sentence(), due.isAfter(again) ? due : again);
            }

            @Override
            public Boolean ordered(ExecutionResult.Ordered ordered) {
                return waiting("order " + ordered.orderId() + " is awaited", again);
            }

            @Override
            public Boolean stuck(ExecutionResult.Stuck stuck) {
                return end(RequestEvent.GIVE_UP, MoveNotes.why(stuck.why()).toDo(stuck.whatToDo()));
            }

            @Override
            public Boolean refused(ExecutionResult.Refused refused) {
                return end(RequestEvent.REFUSE, MoveNotes.why(refused.why()).toDo(refused.whatToDo()));
            }

            @Override
            public Boolean failed(ExecutionResult.Failed failed) {
                return end(RequestEvent.FAIL, MoveNotes.why(failed.why()).toDo(failed.whatToDo()));
            }

            @Override
            public Boolean again(ExecutionResult.Again more) {
                return end(RequestEvent.GO_ON, MoveNotes.why(more.why()));
            }

            @Override
            public Boolean putOff(ExecutionResult.PutOff putOff) {
                return waiting(row.outcome(), again);
            }

            private boolean end(RequestEvent event, MoveNotes notes) {
                ledger.claims()
                        .advance(
                                row.claim(),
                                event,
                                seen.progress() == null ? notes : notes.remembering(seen.progress()));
                deliveries.forget(row);
                return true;
            }

            private boolean waiting(String news, Instant due) {
                boolean noted = ledger.claims().lookAgain(row, due, news, seen.progress());
                return noted && news != null && !news.equals(row.outcome());
            }
        });
    }

    /** Notes that a look failed: the next one comes after the pause; without keys or rights none does. */
    public void lookFailed(Exception error) {
        if (error instanceof OvhAuthenticationException || error instanceof OvhMissingRightException) {
            gate.close((OvhApiException) error);
        }
        broken = true;
        Duration pause = backoff.failed(clock.instant());
        if (!(error instanceof OvhApiException)) {
            faults.failed(error);
            return;
        }
        LOG.warn(
                "The rows that wait could not be looked at; the next look comes in {} s: {}",
                pause.toSeconds(),
                error.getMessage());
    }
}
