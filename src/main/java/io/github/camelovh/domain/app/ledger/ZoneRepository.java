// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import io.github.camelovh.domain.dns.ZoneJournal.Writes;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How changes of zones stand: the way back, what is begun, and what each zone was last synced with. For all nodes of the ledger.
 * Thread-safe.
 */
public final class ZoneRepository {
    private static final Logger LOG = LoggerFactory.getLogger(ZoneRepository.class);

    /** Who approves a plan by the settings. */
    static final String BY_SETTINGS = "the setting ovh-domain.zones.apply";

    /** Then a person has to look why the zone is never as it was planned. */
    private static final int PLANNED_AGAIN_MOST = 5;

    private static final Duration RUN = Duration.ofHours(1);

    private final LedgerDatabase database;

    ZoneRepository(LedgerDatabase database) {
        this.database = database;
    }

    /** Whether a change was begun and its end was not noted. */
    public boolean isBegun(String zone) {
        return database.read(handle -> handle.createQuery(
                                "select count(*) from zone where name = :zone and begun_at is not null")
                        .bind("zone", zone)
                        .mapTo(Long.class)
                        .one())
                > 0;
    }

    /**
     * Notes that a change begins.
     *
     * @param restorePoint the zone before it, JSON
     * @return false if an earlier change broke off: its restore point leads back further, and stays
     */
    public boolean begin(String zone, String restorePoint) {
        OffsetDateTime now = database.now();
        return database.writeToDisk(handle -> {
            make(handle, zone, now);
            return handle.createUpdate("update zone set begun_at = :now, restore_point = :before, changed_at = :now"
                                    + " where name = :zone and begun_at is null")
                            .bind("now", now)
                            .bind("before", restorePoint)
                            .bind("zone", zone)
                            .execute()
                    == 1;
        });
    }

    /** Notes that no change of the zone is begun. */
    public void notBegun(String zone) {
        OffsetDateTime now = database.now();
        database.write(handle -> handle.execute(
                "update zone set begun_at = null, changed_at = ? where name = ? and begun_at is not null", now, zone));
    }

    /**
     * Notes that the zone is as it was wished, and served.
     *
     * @param records all its records, JSON
     */
    public void synced(String zone, String records) {
        OffsetDateTime now = database.now();
        database.write(handle -> {
            make(handle, zone, now);
            return handle.execute(
                    "update zone set begun_at = null, records = ?, changed_at = ? where name = ?", records, now, zone);
        });
    }

    /**
     * As {@link #synced(String, String)}, unless a change was begun and its end was not noted.
     *
     * @return false if one was; nothing was noted then
     */
    public boolean syncedUnlessBegun(String zone, String records) {
        OffsetDateTime now = database.now();
        return database.write(handle -> {
            make(handle, zone, now);
            return handle.execute(
                            "update zone set records = ?, changed_at = ? where name = ? and begun_at is null",
                            records,
                            now,
                            zone)
                    == 1;
        });
    }

    private static void make(Handle handle, String zone, OffsetDateTime now) {
        handle.execute(
                "insert into zone (name, changed_at) select ?, cast(? as timestamp(6) with time zone)"
                        + " where not exists (select 1 from zone where name = ?)",
                zone,
                now,
                zone);
    }

    /** The records that a zone was last synced with, JSON; empty if no whole-zone plan of it was ever done. */
    public Optional<String> records(String zone) {
        return text(zone, "records");
    }

    /** The zone before its last change, JSON; empty if none was ever made. */
    public Optional<String> restorePoint(String zone) {
        return text(zone, "restore_point");
    }

    private Optional<String> text(String zone, String column) {
        return database.read(handle -> handle.createQuery(
                        "select " + column + " from zone where name = :zone and " + column + " is not null")
                .bind("zone", zone)
                .mapTo(String.class)
                .findOne());
    }

    /** The zones that were synced with a file, by name. */
    public List<String> synced() {
        return database.read(
                handle -> handle.createQuery("select name from zone where records is not null order by name")
                        .mapTo(String.class)
                        .list());
    }

    /** What the plans of whole zones write that were approved within the last hour and not refused since. */
    public Writes recent() {
        OffsetDateTime since = database.now().minus(RUN);
        return database.read(handle -> recent(handle, since));
    }

    private static Writes recent(Handle handle, OffsetDateTime since) {
        return handle
                .createQuery("select r.terms from request r join import_file f on f.id = r.file_id"
                        + " where r.action = 'sync-zone' and f.approved_at >= :since"
                        + " and r.state in ('APPROVED', 'EXECUTING', 'AWAITING', 'DONE', 'UNFINISHED')")
                .bind("since", since)
                .mapTo(String.class)
                .list()
                .stream()
                .map(Writes::of)
                .reduce(new Writes(0, 0), Writes::plus);
    }

    /**
     * Has a row planned anew of which nothing was done, where no person approved its plan but the settings: its file is open again, and
     * its plan has no code any more.
     *
     * @param why why what was approved may not be done
     * @return false if a person approved it, or if it was planned again {@value #PLANNED_AGAIN_MOST} times; nothing was changed then
     */
    public boolean planAgain(Claim claim, String why) {
        OffsetDateTime now = database.now();
        return database.write(handle -> {
            long fileId = RequestRepository.find(handle, claim.requestId())
                    .orElseThrow()
                    .fileId();
            if (!BY_SETTINGS.equals(PlanRepository.lock(handle, fileId).approvedBy())
                    || plannedAgain(handle, claim.requestId()) >= PLANNED_AGAIN_MOST) {
                return false;
            }
            Transition way =
                    Transitions.of(claim.state(), RequestEvent.PLAN_AGAIN).orElseThrow();
            int moved = handle.execute(
                    "update request set state = 'RECEIVED', version = version + 1, owner = null, lease_until = null,"
                            + " outcome = ?, changed_at = ? where id = ? and version = ? and owner = ?",
                    why,
                    now,
                    claim.requestId(),
                    claim.version(),
                    claim.owner());
            if (moved == 1) {
                PreparedBatch events = Events.batch(handle);
                Events.add(events, claim.requestId(), way, why, now);
                events.execute();
                PlanSeal.remove(handle, fileId);
                handle.execute(
                        "update import_file set state = 'PLANNING', approved_by = null, approved_at = null, changed_at = ?"
                                + " where id = ?",
                        now,
                        fileId);
                LOG.info("{} is planned again: {}", claim.domain(), why);
            }
            return true;
        });
    }

    private static long plannedAgain(Handle handle, long requestId) {
        return handle.createQuery("select count(*) from event where request_id = ? and event = 'PLAN_AGAIN'")
                .bind(0, requestId)
                .mapTo(Long.class)
                .one();
    }

    /** The files that are to be planned anew, as {@link #planAgain} left them. */
    public List<ImportedFile> toPlanAgain() {
        return database.read(handle -> handle.createQuery("select * from import_file f where f.state = 'PLANNING'"
                        + " and exists (select 1 from request r where r.file_id = f.id and r.state = 'RECEIVED'"
                        + " and r.outcome is not null) order by f.id")
                .map((row, context) -> RowMapper.file(row))
                .list());
    }

    /** Whether these writes, with those approved within the last hour, keep within the most. One transaction at a time is answered. */
    static boolean mayWrite(Handle handle, Writes more, Writes most, OffsetDateTime now) {
        handle.createQuery("select id from zone_limit for update")
                .mapTo(Integer.class)
                .one();
        Writes all = recent(handle, now.minus(RUN)).plus(more);
        return (more.updates() == 0 || all.updates() <= most.updates())
                && (more.deletes() == 0 || all.deletes() <= most.deletes());
    }
}
