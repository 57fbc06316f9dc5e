// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static io.github.camelovh.domain.app.ledger.LedgerDatabase.stored;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * How long claims last: extended while somebody works on their rows, given back when nobody does. Thread-safe, across processes too.
 */
public final class Leases {
    private final LedgerDatabase database;
    private final Duration lease;

    Leases(LedgerDatabase database, Duration lease) {
        this.database = database;
        this.lease = lease;
    }

    /** How long a claim lasts without being extended. */
    public Duration length() {
        return lease;
    }

    /**
     * Makes leases last for their full time from now on.
     *
     * @return numbers of the requests that are lost: their workers are to stop, nothing they do counts any more
     */
    public Set<Long> extend(Collection<Claim> claims) {
        database.keepTime();
        if (claims.isEmpty()) {
            return Set.of();
        }
        List<Claim> sorted = claims.stream()
                .sorted(Comparator.comparingLong(Claim::requestId))
                .toList();
        return database.write(handle -> {
            PreparedBatch update = handle.prepareBatch(
                    "update request set lease_until = :until where id = :id and owner = :owner and version = :version");
            OffsetDateTime until = leaseFrom(database.now());
            for (Claim claim : sorted) {
                update.bind("until", until)
                        .bind("id", claim.requestId())
                        .bind("owner", claim.owner())
                        .bind("version", claim.version())
                        .add();
            }
            int[] extended = update.execute();
            Set<Long> lost = new HashSet<>();
            for (int i = 0; i < extended.length; i++) {
                if (extended[i] == 0) {
                    lost.add(sorted.get(i).requestId());
                }
            }
            return lost;
        });
    }

    /**
     * Gives claims back that nobody works on, so that whoever asks next may take their rows over.
     *
     * @param claims those that are not this process's any more are ignored
     */
    public void giveBack(Collection<Claim> claims) {
        if (claims.isEmpty()) {
            return;
        }
        database.write(handle -> {
            PreparedBatch update = handle.prepareBatch("update request set lease_until = :past"
                    + " where id = :id and owner = :owner and version = :version and lease_until > :past");
            OffsetDateTime past = database.now().minusNanos(1_000);
            for (Claim claim : claims) {
                update.bind("past", past)
                        .bind("id", claim.requestId())
                        .bind("owner", claim.owner())
                        .bind("version", claim.version())
                        .add();
            }
            return update.execute();
        });
    }

    /**
     * Claims that are noted under a process and were not extended for longer than its heartbeat takes: it does not know of them, as
     * the answer to its claim was lost, or it could not note how its work ended.
     */
    public List<Claim> unattended(String owner) {
        OffsetDateTime stale =
                leaseFrom(database.now().minus(lease.multipliedBy(2).dividedBy(5)));
        return database.read(handle -> handle
                .createQuery("select * from request where state = 'EXECUTING' and owner = :owner"
                        + " and lease_until > :now and lease_until < :stale")
                .bind("owner", owner)
                .bind("now", database.now())
                .bind("stale", stale)
                .map((row, context) -> RowMapper.request(row))
                .list()
                .stream()
                .map(Request::claim)
                .toList());
    }

    /**
     * Gives back all that is noted under a process.
     *
     * @param except what it still works on
     */
    public void giveBackAll(String owner, Collection<Claim> except) {
        List<Long> kept = except.stream().map(Claim::requestId).toList();
        database.write(handle -> handle.createUpdate("update request set lease_until = :past"
                        + " where state in ('EXECUTING', 'AWAITING') and owner = :owner and lease_until > :past"
                        + " and (:none or id not in (<kept>))")
                .bind("past", database.now().minusNanos(1_000))
                .bind("owner", owner)
                .bind("none", kept.isEmpty())
                .bindList(EmptyHandling.NULL_KEYWORD, "kept", kept)
                .execute());
    }

    /** Gives back what a process claimed to watch it, and did not see to the end of its look. */
    public void giveBackWatched(String owner) {
        database.write(handle -> handle.createUpdate("update request set lease_until = :past"
                        + " where state = 'AWAITING' and owner = :owner and lease_until > :past")
                .bind("past", database.now().minusNanos(1_000))
                .bind("owner", owner)
                .execute());
    }

    private OffsetDateTime leaseFrom(OffsetDateTime now) {
        return stored(now.toInstant().plus(lease));
    }
}
