// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.OvhServerFaultException;
import io.github.camelovh.domain.api.OvhUnknownOutcomeException;
import io.github.camelovh.domain.api.Plural;
import io.github.camelovh.domain.api.model.DomainName;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes all changes of a plan by one import of the whole zone, and trusts only what it reads afterwards: differences
 * are written record by record. Thread-safe.
 *
 * <p>An import without an answer is searched for among the zone's tasks. It is sent again only if there is no trace of
 * it and the zone is unchanged, because the same file then has the same effect, even if the first one arrives late.
 */
final class ZoneImporter {
    private static final Logger LOG = LoggerFactory.getLogger(ZoneImporter.class);
    private static final String FUNCTION = "ZoneImport";
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int MOST_SENT = 2;

    private final ZoneCalls calls;
    private final ZoneApplier applier;
    private final LongSupplier nanos;

    ZoneImporter(ZoneCalls calls, ZoneApplier applier, LongSupplier nanos) {
        this.calls = calls;
        this.applier = applier;
        this.nanos = nanos;
    }

    /** The task when it is over, or after that time. */
    ZoneTask ended(DomainName zone, ZoneTask begun, Duration patience) {
        ZoneTask task = begun;
        long start = nanos.getAsLong();
        while (!task.isOver() && nanos.getAsLong() - start < patience.toNanos()) {
            applier.pause(LOOK_AGAIN);
            task = calls.task(zone, task.id());
        }
        return task;
    }

    /**
     * Imports, reads back, writes the differences, refreshes.
     *
     * @param before the current zone, for the restore point
     * @throws ZoneNotFinishedException if it could not be completed, with what to do
     */
    ZoneApplied apply(ZonePlan plan, ImportChoice choice, ZoneSnapshot before) {
        var run = new Run(plan, choice, before);
        Set<Long> known = run.othersTasks();
        for (int sent = 1; ; sent++) {
            ZoneTask task = run.send(known);
            ZoneSnapshot now = run.readBack();
            if (now.forms().keySet().equals(run.expected())) {
                return run.served();
            }
            if (task != null && "done".equals(task.status())) {
                return run.rest();
            }
            boolean untouched = now.forms().equals(before.forms());
            if (task != null || !untouched || sent == MOST_SENT) {
                throw run.notImported(task, untouched);
            }
            LOG.info("{}: there is no trace of the import, and the zone is unchanged; it is sent again", plan.zone());
        }
    }

    /** The execution of one plan. */
    private final class Run {
        private final ZonePlan plan;
        private final DomainName zone;
        private final ImportChoice choice;
        private final ZoneSnapshot before;

        Run(ZonePlan plan, ImportChoice choice, ZoneSnapshot before) {
            this.plan = plan;
            this.zone = plan.zone();
            this.choice = choice;
            this.before = before;
        }

        Set<RecordForm> expected() {
            return ImportChoice.forms(before, choice.records());
        }

        /** The imports that are not this one; one that is still running would undo ours. */
        Set<Long> othersTasks() {
            Set<Long> known;
            ZoneTask last;
            try {
                known = new HashSet<>(calls.tasks(zone, FUNCTION));
                last = known.isEmpty() ? null : calls.task(zone, newest(known));
            } catch (OvhApiException e) {
                throw notSent("it could not be read whether another import is running: " + e.getMessage(), e);
            }
            if (last != null && !last.isOver()) {
                throw notSent("import " + last.id() + " is running (" + last.status() + ")", null);
            }
            return known;
        }

        private ZoneNotFinishedException notSent(String why, Throwable cause) {
            return notFinished(
                    false, "nothing was sent, because " + why + ". The zone is unchanged; sync it again", cause);
        }

        /** Sends the file and waits. Null if there is no trace of it. */
        ZoneTask send(Set<Long> known) {
            ZoneTask task;
            try {
                task = calls.importFile(zone, choice.file());
                LOG.info(
                        "{}: import {} of {} begun",
                        zone,
                        task.id(),
                        Plural.of(choice.records().size(), "record"));
            } catch (OvhUnknownOutcomeException | OvhServerFaultException e) {
                LOG.info("{}: it is not known whether the import arrived ({}); searching for it", zone, e.getMessage());
                return trace(known);
            } catch (OvhApiException e) {
                throw notFinished(
                        false,
                        "the import was refused: " + e.getMessage()
                                + ". The zone is unchanged; without importAbove it is synced record by record",
                        e);
            }
            return task.id() == 0 ? trace(known) : awaited(task);
        }

        private ZoneTask trace(Set<Long> known) {
            applier.pause(ZoneApplier.SETTLED);
            try {
                Set<Long> fresh = new HashSet<>(calls.tasks(zone, FUNCTION));
                fresh.removeAll(known);
                return fresh.isEmpty() ? null : awaited(calls.task(zone, newest(fresh)));
            } catch (OvhApiException e) {
                throw unread(
                        "an import was sent without an answer, and could not be searched" + " for: " + e.getMessage(),
                        e);
            }
        }

        private ZoneTask awaited(ZoneTask begun) {
            ZoneTask task;
            try {
                task = ended(zone, begun, PATIENCE);
            } catch (OvhNotFoundException e) {
                LOG.debug("{}: import {} is not listed any more, so the zone itself is checked", zone, begun.id(), e);
                return new ZoneTask(begun.id(), begun.function(), "cancelled", "it is not listed any more");
            } catch (OvhApiException e) {
                throw unread(
                        "import " + begun.id() + " was begun, but its end could not be read: " + e.getMessage(), e);
            }
            if (!task.isOver()) {
                throw unread("import " + task.id() + " is still " + task.status() + " after " + PATIENCE, null);
            }
            return task;
        }

        ZoneSnapshot readBack() {
            try {
                return ZoneSync.ofExport(zone, calls.export(zone));
            } catch (OvhApiException e) {
                throw unread("an import was sent, but the zone could not be read afterwards: " + e.getMessage(), e);
            }
        }

        private ZoneNotFinishedException unread(String what, Throwable cause) {
            return notFinished(
                    true,
                    what + ". It is not sent again automatically: sync the zone again after OVHcloud has finished it",
                    cause);
        }

        ZoneNotFinishedException notImported(ZoneTask task, boolean untouched) {
            String what = task == null
                    ? "an import was sent " + MOST_SENT + " times without an answer and without a trace"
                    : "import " + task.id() + " ended as " + task.status()
                            + (task.comment() == null ? "" : " (" + task.comment() + ")");
            return untouched
                    ? notFinished(
                            false,
                            what + ". The zone is unchanged; without importAbove it is synced record by record",
                            null)
                    : notFinished(
                            true,
                            what + ", and the zone is neither unchanged nor as desired. Make a new plan, check" + " it,"
                                    + " and apply it",
                            null);
        }

        /**
         * The result differs: missing or different records are written; records that nobody planned to delete are left
         * to a person.
         */
        ZoneApplied rest() {
            ZonePlan rest;
            try {
                ZoneCalls.Authority authority = calls.authority(zone);
                List<HeldRecord> held = calls.records(zone, ZoneReading.IDS);
                rest = ZonePlanner.rest(
                        new ZoneSnapshot(zone, authority.serial(), authority.ttl(), held, null), choice.records());
            } catch (OvhApiException e) {
                throw unread("the import is done, but the zone could not be read afterwards: " + e.getMessage(), e);
            }
            if (rest.isEmpty()) {
                return served();
            }
            List<ZoneChange> unplanned = unplanned(rest);
            if (!unplanned.isEmpty()) {
                throw notFinished(
                        true,
                        "the import is done, but the zone now has "
                                + Plural.of(
                                        unplanned.size(),
                                        "record that is neither old nor desired (",
                                        "records that are neither old nor desired (")
                                + Guards.named(unplanned.stream()
                                        .map(ZoneChange::subject)
                                        .toList())
                                + "), and " + (rest.changes().size() - unplanned.size())
                                + " more differ. They were not changed: make a new plan, check it, and apply it",
                        null);
            }
            LOG.info(
                    "{}: after the import {}; single writes follow",
                    zone,
                    Plural.of(rest.changes().size(), "record differs", "records differ"));
            try {
                return new ZoneApplied(
                        plan,
                        plan.changes().size(),
                        applier.apply(rest, before, () -> {}).refreshed(),
                        before);
            } catch (ZoneNotFinishedException e) {
                throw notFinished(
                        true,
                        "the import is done, but only " + e.applied().written() + " of "
                                + Plural.of(rest.changes().size(), "record") + " that differed "
                                + (e.applied().written() == 1 ? "was" : "were") + " written, "
                                + (e.applied().refreshed() ? "" : "which are not served, ")
                                + "because: " + e.getCause().getMessage() + ". Sync the zone again",
                        e);
            }
        }

        private List<ZoneChange> unplanned(ZonePlan rest) {
            Set<RecordForm> were = before.forms().keySet();
            return rest.changes().stream()
                    .filter(ZoneChange.Delete.class::isInstance)
                    .filter(change -> !were.contains(RecordForm.of(zone, change.subject(), before.defaultTtl())))
                    .toList();
        }

        /**
         * An import is served automatically, as far as is known; if OVHcloud shows that it waits, the zone is
         * refreshed.
         */
        ZoneApplied served() {
            try {
                applier.serveWaiting(zone, () -> {});
            } catch (OvhApiException e) {
                throw notFinished(
                        true,
                        "the import is done and the zone is as desired, but it could not be ensured that it is served: "
                                + e.getMessage() + ". Refresh the zone (dns:refresh), or sync it again",
                        e);
            }
            return new ZoneApplied(plan, plan.changes().size(), true, before);
        }

        private ZoneNotFinishedException notFinished(boolean maybeDone, String what, Throwable cause) {
            return new ZoneNotFinishedException(
                    new ZoneApplied(plan, maybeDone ? plan.changes().size() : 0, false, maybeDone ? before : null),
                    zone + ": " + what,
                    cause);
        }
    }

    /** Ids increase. */
    private static long newest(Set<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).max().orElseThrow();
    }
}
