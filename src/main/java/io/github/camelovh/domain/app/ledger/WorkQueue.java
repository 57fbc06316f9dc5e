// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static io.github.camelovh.domain.app.ledger.LedgerDatabase.stored;

import io.github.camelovh.domain.api.model.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shares work out to workers and takes their results. A claim lasts as long as a lease; after that anybody may take the
 * request over, and whatever the former owner still tries changes nothing. Thread-safe, across processes too.
 */
public final class WorkQueue {
    private static final Logger LOG = LoggerFactory.getLogger(WorkQueue.class);

    private final LedgerDatabase database;
    private final Duration lease;

    WorkQueue(LedgerDatabase database, Duration lease) {
        this.database = database;
        this.lease = lease;
    }

    /**
     * Claims all rows of one name in one file that wait for a worker, to be done in their order: two workers that change one name
     * at once would spoil each other's work. None of a name of which another worker has rows. They enter {@code EXECUTING}; one
     * that was there already, or that has a {@link Request#step}, may have been done in part and is looked for before anything is
     * sent.
     *
     * @param file only rows of this file; empty for all files
     * @param byCart whether to begin with a row that is bought by a cart, or with one that is not
     * @param owner this process and start; never reused by another
     * @return by line; empty if there is no such row to do now
     */
    public List<Request> claim(OptionalLong file, boolean byCart, String owner) {
        return database.write(handle -> {
            OffsetDateTime now = database.now();
            List<Request> free = ClaimableRows.ofOneName(handle, file, byCart, now);
            return free.isEmpty() ? List.<Request>of() : take(handle, free, owner, now);
        });
    }

    /**
     * Claims rows that are only watched, of all files. With the number of the last one that was looked at, each is claimed
     * once in a look, however long that takes.
     *
     * @param byCart those that a cart ordered, or the others
     * @param after only rows with higher numbers; 0 to begin
     * @return by their numbers; empty when all were looked at
     */
    public List<Request> watch(boolean byCart, long after, int most, String owner) {
        return database.write(handle -> {
            OffsetDateTime now = database.now();
            List<Request> free = ClaimableRows.lock(handle, RequestState.AWAITING, byCart, after, most, now);
            return free.isEmpty() ? List.<Request>of() : take(handle, free, owner, now);
        });
    }

    private List<Request> take(Handle handle, List<Request> free, String owner, OffsetDateTime now) {
        PreparedBatch update = handle.prepareBatch("update request set state = :to, version = version + 1,"
                + " owner = :owner, lease_until = :until, due_at = null,"
                + " changed_at = case when :watched then changed_at else :now end"
                + " where id = :id and state = :from and version = :version");
        for (Request request : free) {
            Optional<Transition> start = Transitions.of(request.state(), RequestEvent.START);
            // One that is only watched stays in its state, and its age goes on: patience is counted by it.
            update.bind("to", start.map(Transition::to).orElse(request.state()).name())
                    .bind("owner", owner)
                    .bind("until", leaseFrom(now))
                    .bind("watched", start.isEmpty())
                    .bind("now", now)
                    .bind("id", request.id())
                    .bind("from", request.state().name())
                    .bind("version", request.version())
                    .add();
        }
        int[] taken = update.execute();
        List<Request> claimed = new ArrayList<>();
        PreparedBatch events = Events.batch(handle);
        for (int i = 0; i < taken.length; i++) {
            Request before = free.get(i);
            if (taken[i] == 1) {
                claimed.add(RequestRepository.find(handle, before.id()).orElseThrow());
                Transitions.of(before.state(), RequestEvent.START)
                        .ifPresent(start -> Events.add(events, before.id(), start, reason(before, owner), now));
            }
        }
        if (events.size() > 0) {
            events.execute();
        }
        return claimed;
    }

    private static String reason(Request before, String owner) {
        return before.owner() == null
                ? "taken by " + owner
                : "taken over by " + owner + ", as the lease of " + before.owner() + " ended at " + before.leaseUntil();
    }

    /**
     * Moves a request on and gives it back.
     *
     * @param claim the hold on it
     * @param event what happened
     * @param notes reason, order, price
     * @return {@link MoveResult.Lost} if the hold is worth nothing any more; then nothing was changed
     * @throws IllegalStateException if there is no such move; a mistake in the program
     */
    public MoveResult advance(Claim claim, RequestEvent event, MoveNotes notes) {
        return database.write(handle -> {
            Transition way = Transitions.of(claim.state(), event)
                    .orElseThrow(() -> Events.noSuchMove(handle, claim.requestId(), claim.state(), event));
            OffsetDateTime now = database.now();
            if (write(handle, claim, way, notes, now) == 0) {
                return lost(handle, claim);
            }
            if (notes.orderId() != null) {
                noteOrder(handle, notes.orderId(), claim.domain());
            }
            PreparedBatch events = Events.batch(handle);
            Events.add(events, claim.requestId(), way, notes.why(), now);
            events.execute();
            NotificationOutbox.add(handle, claim.requestId(), way);
            LOG.info("{} {}: {} -> {}, {}", claim.requestId(), claim.domain(), way.from(), way.to(), notes.why());
            return new MoveResult.Moved(new Claim(
                    claim.requestId(),
                    claim.domain(),
                    way.to(),
                    claim.version() + 1,
                    claim.owner(),
                    claim.purchaseKey()));
        });
    }

    /** Two rows that found the same order have the same name. */
    private static void noteOrder(Handle handle, long orderId, String domain) {
        handle.createUpdate("insert into made_order (order_id, domain) select cast(:order as bigint),"
                        + " cast(:domain as varchar) where not exists"
                        + " (select 1 from made_order m where m.order_id = :order)")
                .bind("order", orderId)
                .bind("domain", domain)
                .execute();
    }

    private static int write(Handle handle, Claim claim, Transition way, MoveNotes notes, OffsetDateTime now) {
        Money price = notes.finalPrice();
        return handle.createUpdate("update request set state = :to, version = version + 1, owner = null,"
                        + " lease_until = null, due_at = :due,"
                        + " open_mark = case when :closed then null else open_mark end,"
                        + " order_id = coalesce(:order, order_id),"
                        + " final_price = coalesce(:price, final_price),"
                        + " final_currency = coalesce(:currency, final_currency),"
                        + " facts = coalesce(:facts, facts), memo = coalesce(:memo, memo),"
                        + " outcome = :outcome, what_to_do = :toDo, changed_at = :now"
                        + " where id = :id and state = :from and version = :version and owner = :owner")
                .bind("to", way.to().name())
                .bind("due", stored(notes.dueAt()))
                .bind("closed", !way.to().isOpen())
                .bind("order", notes.orderId())
                .bind("price", price == null ? null : price.amount())
                .bind("currency", price == null ? null : price.currency())
                .bind("facts", notes.facts())
                .bind("memo", notes.memo())
                .bind("outcome", notes.why())
                .bind("toDo", notes.whatToDo())
                .bind("now", now)
                .bind("id", claim.requestId())
                .bind("from", claim.state().name())
                .bind("version", claim.version())
                .bind("owner", claim.owner())
                .execute();
    }

    /**
     * Gives a request that is only watched back, to be looked at again; what is new about it is told in the audit trail.
     *
     * @param request as it was claimed
     * @param dueAt when to look again
     * @param news where it stands, in words; a move of its own where that differs from what was known
     * @param memo what the next watcher has to know, JSON without secrets; null leaves what stands there
     * @return false if the hold on it is worth nothing any more; nothing was changed then
     */
    public boolean lookAgain(Request request, Instant dueAt, String news, String memo) {
        Claim claim = request.claim();
        boolean known = Objects.equals(request.outcome(), news);
        return database.write(handle -> {
            boolean mine = handle.createUpdate("update request set version = version + 1, owner = null,"
                                    + " lease_until = null, due_at = :due, outcome = :news, memo = coalesce(:memo, memo)"
                                    + " where id = :id and state = :state and version = :version and owner = :owner")
                            .bind("due", stored(dueAt))
                            .bind("news", news)
                            .bind("memo", memo)
                            .bind("id", claim.requestId())
                            .bind("state", claim.state().name())
                            .bind("version", claim.version())
                            .bind("owner", claim.owner())
                            .execute()
                    == 1;
            if (mine && !known && news != null) {
                Transition way = Transitions.of(claim.state(), RequestEvent.NEWS)
                        .orElseThrow(
                                () -> Events.noSuchMove(handle, claim.requestId(), claim.state(), RequestEvent.NEWS));
                PreparedBatch events = Events.batch(handle);
                Events.add(events, claim.requestId(), way, news, database.now());
                events.execute();
                NotificationOutbox.add(handle, claim.requestId(), way);
            }
            return mine;
        });
    }

    /**
     * Writes to the disk what is about to be done for a row, such as a renewal that is ordered, before it is done; its hold lasts anew.
     *
     * @param memo JSON without secrets
     * @return false if the hold is worth nothing any more: then it must not be done
     */
    public boolean note(Claim claim, String memo) {
        return database.writeToDisk(
                handle -> handle.createUpdate("update request set memo = :memo, lease_until = :until"
                                        + " where id = :id and version = :version and owner = :owner")
                                .bind("memo", memo)
                                .bind("until", leaseFrom(database.now()))
                                .bind("id", claim.requestId())
                                .bind("version", claim.version())
                                .bind("owner", claim.owner())
                                .execute()
                        == 1);
    }

    /** Notes a purchase step on the disk and makes the lease last anew, if the hold still counts. */
    boolean enterStep(Claim claim, String step, String facts) {
        return database.writeToDisk(handle -> handle.createUpdate(
                                "update request set step = :step, facts = :facts, lease_until = :until"
                                        + " where id = :id and state = 'EXECUTING' and version = :version and owner = :owner")
                        .bind("step", step)
                        .bind("facts", facts)
                        .bind("until", leaseFrom(database.now()))
                        .bind("id", claim.requestId())
                        .bind("version", claim.version())
                        .bind("owner", claim.owner())
                        .execute()
                == 1);
    }

    private OffsetDateTime leaseFrom(OffsetDateTime now) {
        return stored(now.toInstant().plus(lease));
    }

    private static MoveResult lost(Handle handle, Claim claim) {
        Optional<Request> now = RequestRepository.find(handle, claim.requestId());
        String why = now.map(request -> claim.domain() + " is " + request.state() + " and held by "
                        + (request.owner() == null ? "nobody" : request.owner()) + " now")
                .orElse(claim.domain() + " is no longer in the ledger");
        LOG.info("{} {}: nothing changed, {}", claim.requestId(), claim.domain(), why);
        return new MoveResult.Lost(why);
    }
}
