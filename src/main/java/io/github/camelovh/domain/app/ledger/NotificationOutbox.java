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
 * and not noted before a crash is told again under the same number: whoever listens knows it by that. Thread-safe.
 */
public final class NotificationOutbox {
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
        if (!isWaiting()) {
            return List.of();
        }
        return database.write(handle -> take(handle, owner) ? untold(handle, most) : List.<Notification>of());
    }

    /** Whether anything is still to be told. */
    public boolean isWaiting() {
        return database.read(handle -> handle.createQuery("select event_id from notice limit 1")
                .mapTo(Long.class)
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

    private static void addLatest(Handle handle, String toDo, String which, Map<String, Object> values) {
        handle.createUpdate("insert into notice (event_id, request_id, order_id, what_to_do)"
                        + " select (select max(e.id) from event e where e.request_id = r.id), r.id, r.order_id, "
                        + toDo + " from request r where " + which)
                .bindMap(values)
                .execute();
    }
}
