// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static io.github.camelovh.domain.app.ledger.LedgerDatabase.stored;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The moves that are still to be told, in the order of the ledger. One process at a time tells them, held by a lease, so
 * that the moves of a name are told in their order; where it dies, another goes on once the lease has ended. What was told
 * and not noted before a crash is told again under the same number: whoever listens knows it by that. Plans that wait for approval are
 * told beside the moves, each once, by its code. Thread-safe.
 */
public final class NotificationOutbox {
    /** A plan that its importer, or the renewal policy, approves is approved by then. */
    private static final Duration APPROVED_AT_ONCE = Duration.ofSeconds(10);

    private final LedgerDatabase database;
    private final Duration lease;

    NotificationOutbox(LedgerDatabase database, Duration lease) {
        this.database = database;
        this.lease = lease;
    }

    /**
     * The next moves to be told, for the one that tells; it is the teller from now on, until its lease ends.
     *
     * @param most how many at most
     * @param owner this process and start
     * @return oldest first; empty if there are none, or if another process tells
     */
    public List<Notification> claim(int most, String owner) {
        // Looking costs no lock: most of the time there is nothing to tell.
        if (!isMoveWaiting()) {
            return List.of();
        }
        return database.write(handle -> take(handle, owner) ? untold(handle, most) : List.<Notification>of());
    }

    /**
     * The plans that wait for approval and of which nobody was told yet, for the one that tells, as {@link #claim} has it.
     *
     * @param owner this process and start
     */
    public List<ImportedFile> claimPlans(String owner) {
        OffsetDateTime now = database.now();
        if (!isPlanDue(now)) {
            return List.of();
        }
        return database.write(handle -> take(handle, owner)
                ? handle.createQuery("select f.* from plan_notice n join import_file f on f.id = n.file_id"
                                + " where n.due_at <= :now and f.state = 'PLANNED' and f.plan_code = n.plan_code"
                                + " order by n.due_at, f.id")
                        .bind("now", now)
                        .map((row, context) -> RowMapper.file(row))
                        .list()
                : List.<ImportedFile>of());
    }

    /** Whether anything is still to be told. */
    public boolean isWaiting() {
        return isMoveWaiting() || isPlanDue(database.now());
    }

    private boolean isMoveWaiting() {
        return database.read(handle -> handle.createQuery("select event_id from notice limit 1")
                .mapTo(Long.class)
                .findOne()
                .isPresent());
    }

    private boolean isPlanDue(OffsetDateTime now) {
        return database.read(
                handle -> handle.createQuery("select plan_code from plan_notice where due_at <= :now limit 1")
                        .bind("now", now)
                        .mapTo(String.class)
                        .findOne()
                        .isPresent());
    }

    private boolean take(Handle handle, String owner) {
        OffsetDateTime now = database.now();
        return handle.createUpdate("update notice_teller set owner = :owner, lease_until = :until"
                                + " where id = 1 and (owner is null or owner = :owner or lease_until < :now)")
                        .bind("owner", owner)
                        .bind("until", stored(now.toInstant().plus(lease)))
                        .bind("now", now)
                        .execute()
                == 1;
    }

    private static List<Notification> untold(Handle handle, int most) {
        return handle.createQuery("select e.id as number, e.request_id, e.from_state, e.to_state, e.event, e.why,"
                        + " e.happened_at, r.line, r.action, r.domain, n.order_id as told_order,"
                        + " n.what_to_do as told_to_do, f.* from notice n join event e on e.id = n.event_id"
                        + " join request r on r.id = n.request_id join import_file f on f.id = r.file_id"
                        + " order by n.event_id limit :most")
                .bind("most", most)
                .map((row, context) -> new Notification(
                        row.getLong("number"),
                        RowMapper.file(row),
                        row.getLong("line"),
                        row.getString("action"),
                        row.getString("domain"),
                        RowMapper.move(row),
                        row.getObject("told_order", Long.class),
                        row.getString("told_to_do")))
                .list();
    }

    /**
     * Notes that moves were told, whoever told them.
     *
     * @param numbers see {@link Notification#number}
     */
    public void told(Collection<Long> numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        List<Long> sorted = numbers.stream().sorted().toList();
        database.write(handle -> {
            PreparedBatch delete = handle.prepareBatch("delete from notice where event_id = :number");
            sorted.forEach(number -> delete.bind("number", number).add());
            return delete.execute();
        });
    }

    /** Notes that it was told that a plan waits. */
    public void toldPlan(String planCode) {
        database.write(handle -> handle.execute("delete from plan_notice where plan_code = ?", planCode));
    }

    /**
     * Has it told at once that the plan of a file waits: nobody is about to approve it.
     *
     * @return false if it was told, or does not wait
     */
    public boolean tellPlanNow(long fileId) {
        return database.write(
                handle -> handle.createUpdate("update plan_notice set due_at = :now where file_id = :file")
                                .bind("now", database.now())
                                .bind("file", fileId)
                                .execute()
                        == 1);
    }

    /** Lets another process tell at once; nothing if another one does already. */
    public void giveBack(String owner) {
        database.write(handle -> handle.createUpdate(
                        "update notice_teller set owner = null, lease_until = null where owner = :owner")
                .bind("owner", owner)
                .execute());
    }

    /** Has the latest move of a request told, if it is one that is told; inside the transaction of the move. */
    static void add(Handle handle, long requestId, Transition way) {
        if (NotifiedTransitions.isTold(way)) {
            addLatest(handle, "r.what_to_do", "r.id = :request", Map.of("request", requestId));
        }
    }

    /** The same for the latest moves of many, as they stand before their state is changed. */
    static void addAll(Handle handle, long fileId, Transition way, String condition) {
        if (NotifiedTransitions.isTold(way)) {
            // What there was to do was done: they go on.
            addLatest(
                    handle,
                    "cast(null as varchar)",
                    "r.file_id = :file and r.state = :from" + condition,
                    Map.of("file", fileId, "from", way.from().name()));
        }
    }

    /** The same for the latest moves of these requests. */
    static void addThose(Handle handle, List<Long> requests, Transition way) {
        if (NotifiedTransitions.isTold(way)) {
            handle.createUpdate("insert into notice (event_id, request_id, order_id, what_to_do)"
                            + " select (select max(e.id) from event e where e.request_id = r.id), r.id, r.order_id,"
                            + " r.what_to_do from request r where r.id in (<ids>)")
                    .bindList("ids", requests)
                    .execute();
        }
    }

    /**
     * Has it told that a plan waits, unless it is approved in the same breath; nothing where it has nothing to approve. What was to be
     * told of an earlier plan of the file is left out.
     */
    static void addPlan(Handle handle, long fileId, String planCode, OffsetDateTime now) {
        removePlan(handle, fileId);
        handle.createUpdate("insert into plan_notice (plan_code, file_id, due_at)"
                        + " select cast(:code as varchar), cast(:file as bigint),"
                        + " cast(:due as timestamp(6) with time zone) where exists"
                        + " (select 1 from request r where r.file_id = :file and r.state = 'PLANNED')")
                .bind("code", planCode)
                .bind("file", fileId)
                .bind("due", now.plus(APPROVED_AT_ONCE))
                .execute();
    }

    /** Has nothing told of the plan of a file: it waits no more. */
    static void removePlan(Handle handle, long fileId) {
        handle.execute("delete from plan_notice where file_id = ?", fileId);
    }

    private static void addLatest(Handle handle, String toDo, String which, Map<String, Object> values) {
        handle.createUpdate("insert into notice (event_id, request_id, order_id, what_to_do)"
                        + " select (select max(e.id) from event e where e.request_id = r.id), r.id, r.order_id, "
                        + toDo + " from request r where " + which)
                .bindMap(values)
                .execute();
    }
}
