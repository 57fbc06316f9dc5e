// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import io.github.camelovh.domain.api.Plural;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends rows that were not begun: a plan is rejected, a file is cancelled, or a newer file of its name replaces it. What a worker ever
 * took is left to go on. Thread-safe.
 */
public final class Cancellations {
    private static final Logger LOG = LoggerFactory.getLogger(Cancellations.class);
    private static final int CHUNK = 500;

    /** A row that ever left {@code APPROVED} may have been begun. */
    private static final String NEVER_TAKEN =
            " and not exists (select 1 from event e where e.request_id = request.id and e.from_state = 'APPROVED')";

    private final LedgerDatabase database;

    Cancellations(LedgerDatabase database) {
        this.database = database;
    }

    /**
     * What came of it.
     *
     * @param ended how many rows ended
     * @param goingOn how many rows of the file go on, as they were begun
     */
    public record Ended(long ended, long goingOn) {}

    /**
     * Rejects the plan of a file that waits for approval.
     *
     * @param code the plan's code
     * @param by who rejects it
     * @param why in words, for the results
     * @return empty if that plan does not wait; nothing was changed then
     */
    public Optional<Ended> reject(long fileId, String code, String by, String why) {
        return database.write(handle -> {
            ImportedFile file = PlanRepository.lock(handle, fileId);
            return file.state() == FileState.PLANNED && file.cancelled() == null && code.equals(file.planCode())
                    ? end(handle, file, RequestEvent.REJECT, by, why, "rejected by " + by + ": " + why)
                    : Optional.empty();
        });
    }

    /**
     * Cancels what is not begun of a file.
     *
     * @param by who cancels it
     * @param why in words, for the results
     * @return empty if nothing of it is left to cancel, or a process reads it at this moment; nothing was changed then
     */
    public Optional<Ended> cancel(long fileId, String by, String why) {
        return database.write(handle -> {
            ImportedFile file = PlanRepository.lock(handle, fileId);
            return isBeingRead(file)
                    ? Optional.empty()
                    : end(handle, file, RequestEvent.CANCEL, by, why, "cancelled by " + by + ": " + why);
        });
    }

    /**
     * The other files of a name that wait, were never approved, and so make way for a newer one. Of two that come at the same
     * moment the one that was noted first makes way.
     *
     * @param newer the number of the newer file
     */
    public List<ImportedFile> replaceable(String name, long newer) {
        return database.read(handle -> handle.createQuery("select * from import_file where name = :name"
                        + " and (state in ('PLANNING', 'PLANNED') and id <> :newer or state = 'RECEIVING' and id < :newer)"
                        + " and cancelled_at is null order by id")
                .bind("name", name)
                .bind("newer", newer)
                .map((row, context) -> RowMapper.file(row))
                .list());
    }

    /**
     * Ends the rows of a file that waits, as a newer version of it came.
     *
     * @param by who brought the newer one; null where that is not known
     * @return false if a process reads it at this moment; nothing was changed then
     */
    public boolean replace(long fileId, String by) {
        return database.write(handle -> {
            ImportedFile file = PlanRepository.lock(handle, fileId);
            if (isBeingRead(file)) {
                return false;
            }
            if (file.approvedAt() == null && file.cancelled() == null) {
                String why = "replaced by a newer " + file.name();
                if (end(handle, file, RequestEvent.CANCEL, by, why, why).isEmpty()
                        && file.state() == FileState.RECEIVING) {
                    close(handle, file, by, why); // the process that read it died before its first row
                }
            }
            return true;
        });
    }

    /**
     * Ends the rows of a zone file that were not seen to their end, as a newer file of the zone came. What was begun of the zone stays
     * noted.
     */
    public void replaceUnfinished(ImportedFile file) {
        Transition way =
                Transitions.of(RequestState.UNFINISHED, RequestEvent.REPLACE).orElseThrow();
        database.write(handle -> {
            PlanRepository.lock(handle, file.id());
            List<Long> ids = handle.createQuery(
                            "select id from request where file_id = :file and state = 'UNFINISHED' for update")
                    .bind("file", file.id())
                    .mapTo(Long.class)
                    .list();
            if (!ids.isEmpty()) {
                end(handle, ids, way, "replaced by a newer " + file.name(), database.now());
            }
            return ids.size();
        });
    }

    private boolean isBeingRead(ImportedFile file) {
        return file.state() == FileState.RECEIVING
                && file.owner() != null
                && !file.leaseUntil().isBefore(database.now().toInstant());
    }

    private Optional<Ended> end(
            Handle handle, ImportedFile file, RequestEvent event, String by, String why, String reason) {
        OffsetDateTime now = database.now();
        long ended = 0;
        for (Transition way : Transitions.all()) {
            if (way.event() == event) {
                ended += end(handle, file.id(), way, reason, now);
            }
        }
        if (ended == 0) {
            return Optional.empty();
        }
        close(handle, file, by, why);
        LOG.info("{}: {} cancelled, {}", file.name(), Plural.of(ended, "row"), reason);
        return Optional.of(new Ended(ended, open(handle, file.id())));
    }

    private void close(Handle handle, ImportedFile file, String by, String why) {
        OffsetDateTime now = database.now();
        handle.createUpdate("update import_file set cancelled_by = :by, cancelled_at = :now, cancelled_why = :why,"
                        + " state = case when state in ('RECEIVING', 'PLANNING') then 'PLANNED' else state end,"
                        + " changed_at = :now where id = :id")
                .bind("by", by)
                .bind("now", now)
                .bind("why", why)
                .bind("id", file.id())
                .execute();
        NotificationOutbox.removePlan(handle, file.id());
    }

    /** Locks all of them first, so that what is written about a row is what it is. */
    private static long end(Handle handle, long fileId, Transition way, String reason, OffsetDateTime now) {
        List<Long> ids = handle.createQuery("select id from request where file_id = :file and state = :from"
                        + (way.from() == RequestState.APPROVED ? NEVER_TAKEN : "") + " order by id for update")
                .bind("file", fileId)
                .bind("from", way.from().name())
                .mapTo(Long.class)
                .list();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            end(handle, ids.subList(from, Math.min(ids.size(), from + CHUNK)), way, reason, now);
        }
        return ids.size();
    }

    private static void end(Handle handle, List<Long> ids, Transition way, String reason, OffsetDateTime now) {
        PreparedBatch events = Events.batch(handle);
        ids.forEach(id -> Events.add(events, id, way, reason, now));
        events.execute();
        handle.createUpdate("update request set state = :to, version = version + 1, owner = null, lease_until = null,"
                        + " due_at = null, open_mark = null, outcome = :reason, what_to_do = null, changed_at = :now"
                        + " where id in (<ids>)")
                .bindList("ids", ids)
                .bind("to", way.to().name())
                .bind("reason", reason)
                .bind("now", now)
                .execute();
        NotificationOutbox.addThose(handle, ids, way);
    }

    private static long open(Handle handle, long fileId) {
        return handle.createQuery("select count(*) from request where file_id = :file and open_mark = 1")
                .bind("file", fileId)
                .mapTo(Long.class)
                .one();
    }
}
