// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import io.github.camelovh.domain.api.Plural;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.dns.ZoneJournal.Writes;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prices become a plan, a plan is approved. While a plan is closed no price in it can change: {@link #record} works only
 * on a file that is being planned, and holds the file's row while it writes. Thread-safe.
 */
public final class PlanRepository {
    private static final Logger LOG = LoggerFactory.getLogger(PlanRepository.class);

    private final LedgerDatabase database;

    PlanRepository(LedgerDatabase database) {
        this.database = database;
    }

    /**
     * Notes what planning found out about some requests of a file in {@code RECEIVING} or {@code PLANNING}.
     *
     * @return how many moved; the others changed meanwhile, and are left alone: all of them if another process that plans
     *     the same file closed its plan
     * @throws IllegalStateException if the file was refused, or a result is no move that there is
     */
    public int record(long fileId, List<PlanResult> results) {
        if (results.isEmpty()) {
            return 0;
        }
        OffsetDateTime now = database.now();
        List<PlanResult> sorted = results.stream()
                .sorted(Comparator.comparingLong(PlanResult::requestId))
                .toList();
        return database.write(handle -> {
            FileState state = lock(handle, fileId).state();
            if (state == FileState.REFUSED) {
                throw new IllegalStateException("No price was noted: file " + fileId + " was refused.");
            }
            if (state != FileState.RECEIVING && state != FileState.PLANNING) {
                return 0;
            }
            PreparedBatch update = handle.prepareBatch("update request set state = :to, version = version + 1,"
                    + " open_mark = case when :closed then null else open_mark end,"
                    + " price_without_tax = :withoutTax, price_with_tax = :withTax, currency = :currency,"
                    + " pricing_mode = :mode, duration = :duration, terms = :terms, outcome = :outcome, what_to_do = :toDo,"
                    + " changed_at = :now where id = :id and file_id = :file and state = :from and version = :version");
            List<Transition> ways = new ArrayList<>();
            for (PlanResult result : sorted) {
                Transition way = wayOf(handle, result);
                ways.add(way);
                bind(update, result, way);
                update.bind("file", fileId).bind("now", now).add();
            }
            int[] moved = update.execute();
            return noteEvents(handle, sorted, ways, moved, now);
        });
    }

    private static Transition wayOf(Handle handle, PlanResult result) {
        return Transitions.of(result.state(), result.event())
                .orElseThrow(() -> Events.noSuchMove(handle, result.requestId(), result.state(), result.event()));
    }

    private static void bind(PreparedBatch update, PlanResult result, Transition way) {
        PlanFigures figures = result.figures();
        Money withTax = figures == null ? null : figures.withTax();
        Money withoutTax = figures == null ? null : figures.withoutTax();
        update.bind("to", way.to().name())
                .bind("closed", !way.to().isOpen())
                .bind("withoutTax", withoutTax == null ? null : withoutTax.amount())
                .bind("withTax", withTax == null ? null : withTax.amount())
                .bind("currency", withoutTax == null ? null : withoutTax.currency())
                .bind("mode", figures == null ? null : figures.pricingMode())
                .bind("duration", figures == null ? null : figures.duration())
                .bind("terms", figures == null ? null : figures.terms())
                .bind("outcome", way.to().isFinal() ? result.why() : null)
                .bind("toDo", result.whatToDo())
                .bind("id", result.requestId())
                .bind("from", result.state().name())
                .bind("version", result.version());
    }

    private static int noteEvents(
            Handle handle, List<PlanResult> results, List<Transition> ways, int[] moved, OffsetDateTime now) {
        PreparedBatch events = Events.batch(handle);
        int count = 0;
        for (int i = 0; i < moved.length; i++) {
            if (moved[i] == 1) {
                count++;
                Events.add(
                        events,
                        results.get(i).requestId(),
                        ways.get(i),
                        results.get(i).why(),
                        now);
            }
        }
        if (count > 0) {
            events.execute();
        }
        return count;
    }

    /**
     * Closes the plan of a file whose rows are all priced or ended: {@code PLANNING} to {@code PLANNED}.
     *
     * @return the plan's code, by which it is approved; empty if rows still wait for their price or the file is in another
     *     state
     */
    public Optional<String> close(long fileId) {
        return database.write(handle -> {
            ImportedFile file = lock(handle, fileId);
            if (file.state() != FileState.PLANNING || count(handle, fileId, RequestState.RECEIVED) > 0) {
                return Optional.<String>empty();
            }
            OffsetDateTime now = database.now();
            handle.createUpdate("update import_file set state = 'PLANNED', changed_at = :now where id = :id")
                    .bind("now", now)
                    .bind("id", fileId)
                    .execute();
            return Optional.of(PlanSeal.give(handle, file, now));
        });
    }

    /** Plans that wait since a version that approved them by another digest are approved by their codes from now on. */
    void giveCodesToOlderPlans() {
        OffsetDateTime now = database.now();
        int plans = database.write(handle -> PlanSeal.giveToOlderPlans(handle, now));
        if (plans > 0) {
            LOG.info(
                    "{} a code, by which it is approved from now on",
                    Plural.of(plans, "waiting plan got", "waiting plans each got"));
        }
    }

    /**
     * Opens a closed plan that was not approved, to ask for its prices again: {@code PLANNED} to {@code PLANNING}.
     *
     * @return false if the file is in another state
     */
    public boolean reopen(long fileId) {
        return database.write(handle -> {
            boolean opened = handle.createUpdate("update import_file set state = 'PLANNING', changed_at = :now"
                                    + " where id = :id and state = 'PLANNED' and cancelled_at is null")
                            .bind("now", database.now())
                            .bind("id", fileId)
                            .execute()
                    == 1;
            if (opened) {
                PlanSeal.remove(handle, fileId);
            }
            return opened;
        });
    }

    /**
     * Approves exactly one plan: all its requests in it may be done from now on. What is in it is compared with its digest.
     *
     * @param code the code that the approver saw
     * @param by who approves, for the audit trail
     */
    public Approval approve(long fileId, String code, String by) {
        return database.write(handle -> approve(handle, fileId, code, by));
    }

    /**
     * Approves the plan of a zone file by the settings, where what it writes keeps within a limit over all zones within an hour.
     *
     * @param writes what it writes
     * @param most what may be written within an hour
     * @return empty if it would be more; nothing was approved then
     */
    public Optional<Approval> approveWithin(long fileId, String code, Writes writes, Writes most) {
        return database.write(handle -> ZoneRepository.mayWrite(handle, writes, most, database.now())
                ? Optional.of(approve(handle, fileId, code, ZoneRepository.BY_SETTINGS))
                : Optional.empty());
    }

    private Approval approve(Handle handle, long fileId, String code, String by) {
        ImportedFile file = lock(handle, fileId);
        if (file.endedUnapproved()) {
            return new Approval.Ended(file.cancelled());
        }
        if (file.planCode() == null) {
            return new Approval.NoPlan(file.state());
        }
        if (!file.planCode().equals(code)) {
            return new Approval.OtherPlan(file.planCode());
        }
        if (file.state() != FileState.PLANNED) {
            return new Approval.GivenBefore(file.approvedBy());
        }
        if (!PlanSeal.isWhole(handle, file)) {
            return new Approval.Changed();
        }
        OffsetDateTime now = database.now();
        handle.createUpdate("update import_file set state = 'APPROVED', approved_by = :by, approved_at = :now,"
                        + " changed_at = :now where id = :id")
                .bind("by", by)
                .bind("now", now)
                .bind("id", fileId)
                .execute();
        Transition approve =
                Transitions.of(RequestState.PLANNED, RequestEvent.APPROVE).orElseThrow();
        int requests = moveAll(handle, fileId, approve, "", "plan " + code + " approved by " + by, now);
        NotificationOutbox.removePlan(handle, fileId);
        LOG.info("Plan {} of {} approved by {}: {} requests may be done", code, file.name(), by, requests);
        return new Approval.Given(requests);
    }

    /**
     * Takes up the unfinished requests of a file again: those with an order are waited for again, the others are looked
     * for, with all that was noted, and go on from there. Those that buy nothing are compared again and brought to their end.
     *
     * @param by who asks, for the audit trail
     * @return how many
     */
    public int resume(long fileId, String by) {
        OffsetDateTime now = database.now();
        return database.write(handle -> {
            lock(handle, fileId);
            Transition look =
                    Transitions.of(RequestState.UNFINISHED, RequestEvent.RESUME).orElseThrow();
            Transition wait = Transitions.of(RequestState.UNFINISHED, RequestEvent.RESUME_WAITING)
                    .orElseThrow();
            String why = "resumed by " + by;
            int resumed = moveAll(handle, fileId, wait, " and buys = true and order_id is not null", why, now)
                    + moveAll(handle, fileId, look, "", why, now);
            if (resumed > 0) {
                handle.createUpdate("update import_file set state = 'APPROVED', changed_at = :now where id = :id")
                        .bind("now", now)
                        .bind("id", fileId)
                        .execute();
            }
            return resumed;
        });
    }

    private static int moveAll(
            Handle handle, long fileId, Transition way, String condition, String why, OffsetDateTime now) {
        String which = " from request where file_id = :file and state = :from" + condition;
        handle.createUpdate("insert into event (request_id, from_state, to_state, event, why, happened_at)"
                        + " select id, state, cast(:to as varchar), cast(:event as varchar), cast(:why as varchar),"
                        + " cast(:now as timestamp(6) with time zone)" + which)
                .bind("to", way.to().name())
                .bind("event", way.event().name())
                .bind("why", why)
                .bind("now", now)
                .bind("file", fileId)
                .bind("from", way.from().name())
                .execute();
        NotificationOutbox.addAll(handle, fileId, way, condition);
        return handle.createUpdate("update request set state = :to, version = version + 1, owner = null,"
                        + " lease_until = null, due_at = null, outcome = null, what_to_do = null, changed_at = :now"
                        + " where file_id = :file and state = :from" + condition)
                .bind("to", way.to().name())
                .bind("now", now)
                .bind("file", fileId)
                .bind("from", way.from().name())
                .execute();
    }

    private static long count(Handle handle, long fileId, RequestState state) {
        return handle.createQuery("select count(*) from request where file_id = :file and state = :state")
                .bind("file", fileId)
                .bind("state", state.name())
                .mapTo(Long.class)
                .one();
    }

    static ImportedFile lock(Handle handle, long fileId) {
        return handle.createQuery("select * from import_file where id = :id for update")
                .bind("id", fileId)
                .map((row, context) -> RowMapper.file(row))
                .findOne()
                .orElseThrow(() -> new IllegalStateException("There is no file " + fileId + " in the ledger"));
    }
}
