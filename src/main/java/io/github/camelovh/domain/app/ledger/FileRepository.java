// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static io.github.camelovh.domain.app.ledger.LedgerDatabase.stored;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The files that came in, each with what became of it. One process at a time reads and plans a file, held by a lease
 * like that of a request. Thread-safe.
 */
public final class FileRepository {
    /** Who dropped what a scheduled look made: no person. */
    private static final String SCHEDULE = "the renewal schedule";

    /** Enough of a hash to know a content by; the rest of the column holds a number. */
    private static final int KEPT_OF_HASH = 40;

    private final LedgerDatabase database;
    private final Duration lease;

    FileRepository(LedgerDatabase database, Duration lease) {
        this.database = database;
        this.lease = lease;
    }

    /**
     * A file as it was found on arrival.
     *
     * @param file the entry
     * @param fresh whether the ledger had not seen these bytes before
     */
    public record Receipt(ImportedFile file, boolean fresh) {}

    /**
     * Notes a file, or finds it by its content. A file that is found in {@code RECEIVING} was not read to its end; go on
     * behind {@link ImportedFile#lastLine}, once {@link #take} gave it. One that was refused is begun anew, as settings
     * such as its encoding may be others now; so is one that ended before anything of it was approved.
     *
     * @param name its name without a path
     * @param contentHash SHA-256 of its bytes, 64 lower-case hexadecimal digits
     * @param droppedBy who dropped or imported it
     */
    public Receipt receive(String name, String contentHash, String droppedBy) {
        return receive(name, contentHash, droppedBy, false);
    }

    private Receipt receive(String name, String contentHash, String droppedBy, boolean scheduled) {
        if (!contentHash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal digits: " + contentHash);
        }
        return database.write(handle -> {
            Optional<ImportedFile> known = byHash(handle, contentHash);
            if (known.isPresent() && known.get().state() == FileState.REFUSED) {
                beginAnew(handle, known.get().id(), droppedBy);
                return new Receipt(byHash(handle, contentHash).orElseThrow(), false);
            }
            if (known.isPresent() && known.get().endedUnapproved()) {
                setAside(handle, known.get());
            } else if (known.isPresent()) {
                return new Receipt(known.get(), false);
            }
            handle.createUpdate("insert into import_file"
                            + " (name, content_hash, state, rows_read, last_line, dropped_by, scheduled, received_at, changed_at)"
                            + " values (:name, :hash, 'RECEIVING', 0, 0, :by, :scheduled, :now, :now)")
                    .bind("by", droppedBy)
                    .bind("scheduled", scheduled)
                    .bind("name", name)
                    .bind("hash", contentHash)
                    .bind("now", database.now())
                    .execute();
            return new Receipt(byHash(handle, contentHash).orElseThrow(), true);
        });
    }

    /** As {@link #receive}, for a file that a scheduled look made and nobody dropped. */
    public void receiveScheduled(String name, String contentHash) {
        receive(name, contentHash, SCHEDULE, true);
    }

    /** What ended keeps its rows and its history, and leaves its content to the entry that is made anew. */
    private static void setAside(Handle handle, ImportedFile ended) {
        handle.createUpdate("update import_file set content_hash = :kept where id = :id")
                .bind("kept", ended.contentHash().substring(0, KEPT_OF_HASH) + '-' + ended.id())
                .bind("id", ended.id())
                .execute();
    }

    /** The files in any of these states that scheduled looks made, oldest first. */
    public List<ImportedFile> scheduledIn(FileState first, FileState... others) {
        return database.read(handle -> handle.createQuery(
                        "select * from import_file where scheduled and state in (<states>) order by id")
                .bindList(
                        "states",
                        EnumSet.of(first, others).stream().map(Enum::name).toList())
                .map((row, context) -> RowMapper.file(row))
                .list());
    }

    /**
     * What was kept of a refused file never counted, and may have been read in a wrong encoding. Nothing where another process
     * has just begun it anew: those rows count.
     */
    private void beginAnew(Handle handle, long fileId, String droppedBy) {
        int begun = handle.createUpdate("update import_file set state = 'RECEIVING', rows_read = 0, last_line = 0,"
                        + " remark = null, dropped_by = :by, changed_at = :now where id = :id and state = 'REFUSED'")
                .bind("by", droppedBy)
                .bind("now", database.now())
                .bind("id", fileId)
                .execute();
        if (begun == 1) {
            handle.execute("delete from event where request_id in (select id from request where file_id = ?)", fileId);
            handle.execute("delete from request where file_id = ?", fileId);
        }
    }

    /**
     * Takes a file to read or plan it, or extends one's own lease on it.
     *
     * @param owner this process
     * @return false if another process has it and its lease lasts
     */
    public boolean take(long fileId, String owner) {
        OffsetDateTime now = database.now();
        return database.write(
                handle -> handle.createUpdate("update import_file set owner = :owner, lease_until = :until"
                                        + " where id = :id and (owner is null or owner = :owner or lease_until < :now)")
                                .bind("owner", owner)
                                .bind("until", stored(now.toInstant().plus(lease)))
                                .bind("id", fileId)
                                .bind("now", now)
                                .execute()
                        == 1);
    }

    /** Gives a file back; nothing if it is another's by now. */
    public void giveBack(long fileId, String owner) {
        database.write(handle -> handle.createUpdate("update import_file set owner = null, lease_until = null"
                        + " where id = :id and owner = :owner")
                .bind("id", fileId)
                .bind("owner", owner)
                .execute());
    }

    /**
     * Notes that all rows are in: {@code RECEIVING} to {@code PLANNING}.
     *
     * @return false if it was in another state
     */
    public boolean completeReading(long fileId) {
        return moved(fileId, FileState.RECEIVING, FileState.PLANNING, null);
    }

    /**
     * Notes the money limits that a plan is shown with, until it is approved; nothing afterwards. Under other limits, or with other
     * rows than it was closed with, it is another plan, with another code.
     *
     * @param shown what is set now
     * @param runGiven whether the limit per run was given for this very file; it then stays with the file until another
     *     one is given for it, or others are shown in another currency
     */
    public void noteLimits(long fileId, BudgetLimits shown, boolean runGiven) {
        OffsetDateTime now = database.now();
        database.write(handle -> PlanLimits.note(handle, fileId, shown, runGiven, now));
    }

    /**
     * Keeps the tighter of each limit that a plan was shown with and those of whoever approves it; its code stays. Nothing
     * afterwards, and nothing where they are in different currencies.
     *
     * @param now what is set now
     * @param runGiven as for {@link #noteLimits}
     */
    public void tightenLimits(long fileId, BudgetLimits now, boolean runGiven) {
        database.write(handle -> PlanLimits.tighten(handle, fileId, now, runGiven));
    }

    /**
     * Notes that the file cannot be read: {@code RECEIVING} to {@code REFUSED}.
     *
     * @param remark why, and what to do
     * @return false if it was in another state
     */
    public boolean refuse(long fileId, String remark) {
        return moved(fileId, FileState.RECEIVING, FileState.REFUSED, remark);
    }

    /**
     * Notes that every row has its result and the results are written: to {@code FINISHED}, from {@code APPROVED}, or
     * from {@code PLANNED} where nothing was left to approve.
     *
     * @return false if a row is still without a result, or the file is in another state
     */
    public boolean finish(long fileId) {
        return database.write(handle ->
                handle.createUpdate("update import_file set state = 'FINISHED', changed_at = :now where id = :id"
                                        + " and state in ('PLANNED', 'APPROVED') and not exists (select 1 from request r"
                                        + " where r.file_id = :id and r.state in ('RECEIVED', 'PLANNED', 'APPROVED',"
                                        + " 'EXECUTING', 'AWAITING'))")
                                .bind("now", database.now())
                                .bind("id", fileId)
                                .execute()
                        == 1);
    }

    /** A file by its number. */
    public Optional<ImportedFile> find(long fileId) {
        return database.read(handle -> handle.createQuery("select * from import_file where id = :id")
                .bind("id", fileId)
                .map((row, context) -> RowMapper.file(row))
                .findOne());
    }

    /** The file whose plan has this code. */
    public Optional<ImportedFile> findByCode(PlanCode code) {
        return database.read(handle -> handle.createQuery("select * from import_file where plan_code = :code")
                .bind("code", code.text())
                .map((row, context) -> RowMapper.file(row))
                .findOne());
    }

    /** The files of this name, newest first. */
    public List<ImportedFile> named(String name) {
        return database.read(
                handle -> handle.createQuery("select * from import_file where name = :name order by id desc")
                        .bind("name", name)
                        .map((row, context) -> RowMapper.file(row))
                        .list());
    }

    /** A file by its content. */
    public Optional<ImportedFile> findByHash(String contentHash) {
        return database.read(handle -> byHash(handle, contentHash));
    }

    /** The files in any of these states, oldest first. */
    public List<ImportedFile> inState(FileState first, FileState... others) {
        return database.read(handle -> handle.createQuery(
                        "select * from import_file where state in (<states>) order by id")
                .bindList(
                        "states",
                        EnumSet.of(first, others).stream().map(Enum::name).toList())
                .map((row, context) -> RowMapper.file(row))
                .list());
    }

    /** The files that came last, newest first. */
    public List<ImportedFile> latest(int most) {
        return database.read(handle -> handle.createQuery("select * from import_file order by id desc limit :most")
                .bind("most", most)
                .map((row, context) -> RowMapper.file(row))
                .list());
    }

    private boolean moved(long fileId, FileState from, FileState to, String remark) {
        return database.write(handle -> handle.createUpdate("update import_file set state = :to, remark = :remark,"
                                + " changed_at = :now where id = :id and state = :from")
                        .bind("to", to.name())
                        .bind("remark", remark)
                        .bind("now", database.now())
                        .bind("id", fileId)
                        .bind("from", from.name())
                        .execute()
                == 1);
    }

    private static Optional<ImportedFile> byHash(Handle handle, String contentHash) {
        return handle.createQuery("select * from import_file where content_hash = :hash")
                .bind("hash", contentHash)
                .map((row, context) -> RowMapper.file(row))
                .findOne();
    }
}
