// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhConflictException;
import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.OvhRejectedInputException;
import io.github.camelovh.domain.api.OvhUnknownOutcomeException;
import io.github.camelovh.domain.api.Plural;
import io.github.camelovh.domain.api.Sleeper;
import io.github.camelovh.domain.api.model.DomainName;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the writes of a plan, in its order, and one refresh. Thread-safe, but two at once on one zone disturb each
 * other's plan.
 *
 * <p>A create whose answer was lost is checked before anything else is sent, because a second create would add a second
 * record. A partly written plan is served if every name that lost a record has its replacement.
 */
final class ZoneApplier {
    private static final Logger LOG = LoggerFactory.getLogger(ZoneApplier.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    /** After this time, a request whose answer was lost has taken effect, or never will. */
    static final Duration SETTLED = Duration.ofSeconds(5);

    /** OVHcloud accepts one refresh at a time and refuses the next; each takes seconds. */
    private static final Duration REFRESH_PATIENCE = Duration.ofMinutes(2);

    private final ZoneCalls calls;
    private final Sleeper sleeper;
    private final LongSupplier nanos;

    ZoneApplier(ZoneCalls calls, Sleeper sleeper, LongSupplier nanos) {
        this.calls = calls;
        this.sleeper = sleeper;
        this.nanos = nanos;
    }

    /**
     * Makes all writes of the plan and refreshes the zone.
     *
     * @param before the current zone, for the restore point
     * @param eachWrite called before each request
     * @throws ZoneNotFinishedException if a write or the refresh failed
     */
    ZoneApplied apply(ZonePlan plan, ZoneSnapshot before, Runnable eachWrite) {
        int written = 0;
        for (ZoneChange change : plan.changes()) {
            try {
                write(plan.zone(), change, eachWrite);
            } catch (OvhApiException e) {
                throw brokenOff(plan, written, before, eachWrite, e);
            }
            LOG.info("{}: {}", plan.zone(), change);
            written++;
        }
        if (written == 0) {
            return new ZoneApplied(plan, 0, false, null);
        }
        try {
            refresh(plan.zone(), eachWrite);
        } catch (OvhApiException e) {
            throw new ZoneNotFinishedException(
                    new ZoneApplied(plan, written, false, before),
                    plan.zone() + ": "
                            + Plural.of(written, "change was written, but is", "changes were written, but are")
                            + " not served yet: " + e.getMessage()
                            + ". Refresh the zone (dns:refresh), or sync it again",
                    e);
        }
        return new ZoneApplied(plan, written, true, before);
    }

    private void write(DomainName zone, ZoneChange change, Runnable eachWrite) {
        eachWrite.run();
        if (change instanceof ZoneChange.Create create) {
            create(zone, create.record(), eachWrite);
        } else if (change instanceof ZoneChange.Update update) {
            calls.update(zone, update.before().id(), update.after());
        } else if (change instanceof ZoneChange.Delete delete) {
            calls.delete(zone, delete.record().id());
        }
    }

    private void create(DomainName zone, ZoneRecord record, Runnable eachWrite) {
        try {
            calls.create(zone, record);
        } catch (OvhUnknownOutcomeException e) {
            LOG.info("{}: it is not known whether {} was created; checking", zone, record);
            pause(SETTLED);
            if (!holds(zone, record)) {
                eachWrite.run();
                calls.create(zone, record);
            }
        }
    }

    private boolean holds(DomainName zone, ZoneRecord record) {
        Object wished = RecordForm.of(zone, record, 0);
        return calls.recordsOf(zone, record.subDomain()).stream()
                .anyMatch(held -> RecordForm.of(zone, held.value(), 0).equals(wished));
    }

    /**
     * Refreshes the edited zone; waits while another refresh is pending.
     *
     * @param eachWrite called before each request
     */
    void refresh(DomainName zone, Runnable eachWrite) {
        long begun = nanos.getAsLong();
        while (true) {
            eachWrite.run();
            try {
                calls.refresh(zone);
                return;
            } catch (OvhConflictException | OvhRejectedInputException e) {
                if (nanos.getAsLong() - begun > REFRESH_PATIENCE.toNanos()) {
                    throw e;
                }
                LOG.debug("{}: another refresh is pending", zone);
                pause(LOOK_AGAIN);
            }
        }
    }

    private ZoneNotFinishedException brokenOff(
            ZonePlan plan, int written, ZoneSnapshot before, Runnable eachWrite, OvhApiException cause) {
        ZoneChange failed = plan.changes().get(written);
        String what =
                plan.zone() + ": " + written + " of " + Plural.of(plan.changes().size(), "change") + " written, then \""
                        + failed + "\" failed: " + cause.getMessage();
        if (cause instanceof OvhNotFoundException && failed instanceof ZoneChange.Update) {
            what += ". The record does not exist any more: somebody else changed the zone";
        }
        if (written == 0) {
            return new ZoneNotFinishedException(
                    new ZoneApplied(plan, 0, false, null), what + ". The zone is unchanged; make a new plan", cause);
        }
        if (leavesGap(plan, written)) {
            return new ZoneNotFinishedException(
                    new ZoneApplied(plan, written, false, before),
                    what + ". They are not served, because a name would be without its records; sync the zone again",
                    cause);
        }
        try {
            refresh(plan.zone(), eachWrite);
        } catch (OvhApiException e) {
            cause.addSuppressed(e);
            return new ZoneNotFinishedException(
                    new ZoneApplied(plan, written, false, before),
                    what + ". They are not served either, because the refresh failed; sync the zone again",
                    cause);
        }
        return new ZoneNotFinishedException(
                new ZoneApplied(plan, written, true, before),
                what + ". The written changes are served; sync the zone again for the rest",
                cause);
    }

    /** Whether a name lost a record and its replacement was not created. */
    private static boolean leavesGap(ZonePlan plan, int written) {
        Set<String> lost = new HashSet<>();
        plan.changes().subList(0, written).stream()
                .filter(ZoneChange.Delete.class::isInstance)
                .forEach(change -> lost.add(change.subject().subDomain()));
        return plan.changes().subList(written, plan.changes().size()).stream()
                .filter(ZoneChange.Create.class::isInstance)
                .anyMatch(change -> lost.contains(change.subject().subDomain()));
    }

    /**
     * Refreshes the zone if edits wait for it, as far as OVHcloud shows that.
     *
     * @param eachWrite called before each request that serves them
     * @return whether edits were waiting
     */
    boolean serveWaiting(DomainName zone, Runnable eachWrite) {
        if (!calls.status(zone).waitsForRefresh()) {
            return false;
        }
        refresh(zone, eachWrite);
        return true;
    }

    /** Waits; the thread may be interrupted. */
    void pause(Duration time) {
        try {
            sleeper.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "The change of a zone was interrupted; what was sent continues at OVHcloud. Make a new plan to"
                            + " see what is left",
                    e);
        }
    }
}
