// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Rows that wait for somebody: found by their name, and sent on with what was missing. Thread-safe. */
public final class WaitingRows {
    private static final Set<RequestState> WAITING = EnumSet.of(RequestState.UNFINISHED, RequestState.AWAITING);

    private final LedgerDatabase database;

    WaitingRows(LedgerDatabase database) {
        this.database = database;
    }

    /**
     * The row of a name that waits: the latest that is unfinished, else the latest that is watched.
     *
     * @param domain in ASCII form
     * @param but the number of a request that is not meant
     */
    public Optional<Request> of(String domain, long but) {
        return database.read(
                handle -> handle.createQuery("select * from request where domain = :domain and open_mark = 1"
                                + " and id <> :but and action <> 'fix' and state in (<states>)"
                                + " order by case when state = 'UNFINISHED' then 0 else 1 end, id desc limit 1")
                        .bind("domain", domain)
                        .bind("but", but)
                        .bindList("states", RequestRepository.names(WAITING))
                        .map((row, context) -> RowMapper.request(row))
                        .findOne());
    }

    /**
     * Gives a row what was missing and sends it on: an unfinished one is taken up again, its file with it; one that is
     * watched is looked at anew. Whoever works on it at this moment loses its hold, and with it the right to act.
     *
     * @param requestId the row
     * @param sealedSecret its new secret, sealed; null leaves the present one
     * @param memo from what its watchers remember (null: nothing) to what they remember now
     * @param why for the audit trail
     * @return false if it waits no more; nothing was changed then
     */
    public boolean supply(long requestId, String sealedSecret, UnaryOperator<String> memo, String why) {
        return database.write(handle -> {
            // The file first, as everybody locks in this order.
            long fileId =
                    RequestRepository.find(handle, requestId).orElseThrow().fileId();
            handle.createQuery("select id from import_file where id = :id for update")
                    .bind("id", fileId)
                    .mapTo(Long.class)
                    .one();
            Request row = handle.createQuery("select * from request where id = :id for update")
                    .bind("id", requestId)
                    .map((found, context) -> RowMapper.request(found))
                    .one();
            if (!WAITING.contains(row.state())) {
                return false;
            }
            OffsetDateTime now = database.now();
            Transition way = Transitions.of(row.state(), eventOf(row)).orElseThrow();
            handle.createUpdate("update request set state = :to, version = version + 1, owner = null,"
                            + " lease_until = null, due_at = null, outcome = null, what_to_do = null,"
                            + " sealed_secret = coalesce(:secret, sealed_secret), memo = :memo, changed_at = :now"
                            + " where id = :id")
                    .bind("to", way.to().name())
                    .bind("secret", sealedSecret)
                    .bind("memo", memo.apply(row.memo()))
                    .bind("now", now)
                    .bind("id", requestId)
                    .execute();
            reopen(handle, fileId, now);
            PreparedBatch events = Events.batch(handle);
            Events.add(events, requestId, way, why, now);
            events.execute();
            NotificationOutbox.add(handle, requestId, way);
            return true;
        });
    }

    private static RequestEvent eventOf(Request row) {
        if (row.state() != RequestState.UNFINISHED) {
            return RequestEvent.SUPPLY;
        }
        return row.byCart() && row.orderId() != null ? RequestEvent.RESUME_WAITING : RequestEvent.RESUME;
    }

    private static void reopen(Handle handle, long fileId, OffsetDateTime now) {
        handle.createUpdate(
                        "update import_file set state = 'APPROVED', changed_at = :now where id = :id and state = 'FINISHED'")
                .bind("now", now)
                .bind("id", fileId)
                .execute();
    }
}
