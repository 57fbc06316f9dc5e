// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Rows that wait for a worker and that nobody holds. Within the transaction that takes them. */
final class ClaimableRows {
    /** So many workers can look at the same moment before one of them finds all it saw taken. */
    private static final int LOOK_AHEAD = 4;

    private static final String FREE =
            " and (lease_until is null or lease_until < :now) and (due_at is null or due_at <= :now)";

    private ClaimableRows() {}

    /** What is found abandoned first, so that open questions are settled soon. */
    private static final List<RequestState> TO_DO = List.of(RequestState.EXECUTING, RequestState.APPROVED);

    /**
     * Looks first and locks then: H2 would lock, and sort, every row that the condition meets, not just the first few.
     * Rows that another worker locked between the two are left out, as are those it already took.
     */
    static List<Request> lock(
            Handle handle, RequestState state, boolean byCart, long behind, int most, OffsetDateTime now) {
        List<Request> locked = new ArrayList<>();
        long after = behind;
        List<Long> seen;
        do {
            seen = see(handle, state, byCart, OptionalLong.empty(), after, most * LOOK_AHEAD, now);
            if (!seen.isEmpty()) {
                locked.addAll(lock(handle, seen, state, most - locked.size(), now));
                after = seen.get(seen.size() - 1);
            }
        } while (locked.size() < most && seen.size() == most * LOOK_AHEAD);
        return locked;
    }

    private static List<Long> see(
            Handle handle,
            RequestState state,
            boolean byCart,
            OptionalLong file,
            long after,
            int most,
            OffsetDateTime now) {
        Query query = handle.createQuery(
                        "select id from request where state = :state and buys = :buys and id > :after" + FREE
                                + (file.isPresent() ? " and file_id = :file" : "")
                                + " order by state, buys, id limit :most")
                .bind("state", state.name())
                .bind("buys", byCart)
                .bind("after", after)
                .bind("now", now)
                .bind("most", most);
        file.ifPresent(id -> query.bind("file", id));
        return query.mapTo(Long.class).list();
    }

    private static List<Request> lock(
            Handle handle, List<Long> seen, RequestState state, int most, OffsetDateTime now) {
        return handle.createQuery("select * from request where id in (<ids>) and state = :state" + FREE
                        + " order by id limit :most for update skip locked")
                .bindList("ids", seen)
                .bind("state", state.name())
                .bind("now", now)
                .bind("most", most)
                .map((row, context) -> RowMapper.request(row))
                .list();
    }

    /** The rows of the first name that nobody works on, by line: all of them that wait for a worker in one file. */
    static List<Request> ofOneName(Handle handle, OptionalLong file, boolean byCart, OffsetDateTime now) {
        for (RequestState state : TO_DO) {
            long after = 0;
            List<Long> seen;
            do {
                seen = see(handle, state, byCart, file, after, LOOK_AHEAD, now);
                for (Long id : seen) {
                    Request first = RequestRepository.find(handle, id).orElseThrow();
                    if (isMine(handle, first.domain(), now)) {
                        return ofName(handle, first, now);
                    }
                    after = id;
                }
            } while (!seen.isEmpty());
        }
        return List.of();
    }

    /** The oldest open row of a name stands for the name: whoever has it locked is alone to take rows of it. */
    private static boolean isMine(Handle handle, String domain, OffsetDateTime now) {
        boolean locked = handle.createQuery("select id from request where id ="
                        + " (select min(id) from request where domain = :domain and open_mark = 1)"
                        + " for update skip locked")
                .bind("domain", domain)
                .mapTo(Long.class)
                .findOne()
                .isPresent();
        return locked
                && handle.createQuery("select id from request where domain = :domain and state = 'EXECUTING'"
                                + " and lease_until >= :now limit 1")
                        .bind("domain", domain)
                        .bind("now", now)
                        .mapTo(Long.class)
                        .findOne()
                        .isEmpty();
    }

    private static List<Request> ofName(Handle handle, Request first, OffsetDateTime now) {
        return handle.createQuery("select * from request where domain = :domain and file_id = :file and buys = :buys"
                        + " and state in (<states>)" + FREE + " order by line")
                .bind("domain", first.domain())
                .bind("file", first.fileId())
                .bind("buys", first.byCart())
                .bindList("states", TO_DO.stream().map(RequestState::name).toList())
                .bind("now", now)
                .map((row, context) -> RowMapper.request(row))
                .list();
    }
}
