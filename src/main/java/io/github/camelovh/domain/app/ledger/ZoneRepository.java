// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * How changes of zones stand: the way back, what is begun, and what each zone was last synced with. For all nodes of the ledger.
 * Thread-safe.
 */
public final class ZoneRepository {
    private static final Duration RUN = Duration.ofHours(1);

    private final LedgerDatabase database;

    ZoneRepository(LedgerDatabase database) {
        this.database = database;
    }

    /**
     * What approved plans of whole zones write.
     *
     * @param updates how many records they update
     * @param deletes how many records they delete
     */
    public record Writes(int updates, int deletes) {
        /** What a plan writes, by its lines. */
        public static Writes of(String plan) {
            return new Writes(lines(plan, "~ "), lines(plan, "- "));
        }

        private static int lines(String plan, String start) {
            return (int) plan.lines().filter(line -> line.startsWith(start)).count();
        }

        private Writes plus(Writes more) {
            return new Writes(updates + more.updates, deletes + more.deletes);
        }
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
        return database.write(handle -> {
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
