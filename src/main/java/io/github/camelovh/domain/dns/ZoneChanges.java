// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhAuthenticationException;
import io.github.camelovh.domain.api.OvhConflictException;
import io.github.camelovh.domain.api.OvhMissingRightException;
import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.OvhRejectedInputException;
import io.github.camelovh.domain.api.Plural;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.change.ChangeRun;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes a whole zone, or record sets of one, as wished: by one plan with one restore point and one refresh. Thread-safe, for
 * different zones. Every method throws {@link OvhApiException} when OVHcloud cannot be asked, or refuses.
 */
public final class ZoneChanges {
    private static final String ALLOW = "allow it in the settings (ovh-domain.zones.*), then drop the row again";
    private static final String MEND = "correct the zone in the customer's console, then drop the row again";
    private static final String ANEW = "drop the row again, and approve the plan of now";
    private static final String WRITING = "writing";

    private final ZoneSync zones;

    public ZoneChanges(ZoneSync zones) {
        this.zones = zones;
    }

    /**
     * What would change now. Changes nothing.
     *
     * @return one answer for each set, in their order
     */
    public List<PlanOutcome> planSets(RecordSetsRequest request) {
        try {
            return zones.planSets(request.sets(), request.guards()).stream()
                    .map(plan -> outcome(request, plan))
                    .toList();
        } catch (InvalidZoneFileException e) {
            return Collections.nCopies(
                    request.sets().size(), new PlanOutcome.Refused(unreadable(request.zone(), e), MEND));
        }
    }

    private static PlanOutcome outcome(RecordSetsRequest request, SetPlan plan) {
        if (!request.mayChange(plan.set())) {
            return new PlanOutcome.Refused(notOurs(plan.set()), ALLOW);
        }
        if (plan.refusal() != null) {
            return new PlanOutcome.Refused(
                    plan.refusal(),
                    "correct the row, or allow it in the settings (ovh-domain.zones.*); then drop the row again");
        }
        return plan.changes().isEmpty()
                ? new PlanOutcome.AsWished("the zone " + request.zone() + " is already as planned")
                : new PlanOutcome.Changes(
                        plan.changes().stream().map(ZoneChange::toString).toList());
    }

    private static String notOurs(RecordSet set) {
        return set.label() + " of " + set.zone() + " is not ours (ownedNames, ownedPrefixes, ownedTypes), and "
                + Guard.FOREIGN.option() + " is not given";
    }

    private static String unreadable(DomainName zone, InvalidZoneFileException error) {
        return "the zone " + zone + " cannot be read: " + error.getMessage();
    }

    /**
     * Writes what was approved of it, or what is left of that, and has it served. Where it breaks off, calling it again does the
     * rest.
     *
     * @return one answer for all sets, which are made as a whole
     */
    public ExecutionResult applySets(RecordSetsRequest request, ChangeRun run) {
        Optional<RecordSet> foreign =
                request.sets().stream().filter(set -> !request.mayChange(set)).findFirst();
        if (foreign.isPresent()) {
            return new ExecutionResult.Refused(notOurs(foreign.get()), ALLOW);
        }
        DomainName zone = request.zone();
        return write(
                zone,
                request.journal(),
                run,
                (owed, before) -> zones.applySets(request.sets(), request.guards(), run.approved(), owed, before),
                () -> request.journal().amended(zone, request.sets()));
    }

    /**
     * What would make the whole zone as wished. Changes nothing. A guard that stops it is a line of the plan, and opened for this plan
     * by whoever approves it.
     *
     * @param journal told where the zone is so already
     */
    public PlanOutcome planWish(ZoneWish wish, ZoneJournal journal) {
        PlannedZone planned;
        try {
            planned = zones.plan(wish);
        } catch (InvalidZoneFileException e) {
            return new PlanOutcome.Refused(unreadable(wish.zone(), e), MEND);
        } catch (InvalidRecordsException e) {
            return new PlanOutcome.Refused(e.getMessage(), "correct the file, then drop it again");
        }
        ZonePlan plan = planned.plan();
        if (plan.isEmpty()) {
            return journal.syncedUnlessBegun(wish.zone(), wish.records())
                    ? new PlanOutcome.AsWished("the zone " + wish.zone() + " is as the file wishes")
                    : new PlanOutcome.Changes(List.of("refresh " + wish.zone()
                            + ": all is written, and an earlier change broke off before its refresh"));
        }
        return new PlanOutcome.Changes(Stream.of(
                        planned.breaches().stream().map(GuardBreach::planLine),
                        Guards.ofRun(plan, journal.recent(), wish.guards()).stream()
                                .map(GuardBreach::planLine),
                        plan.changes().stream().map(ZoneChange::toString))
                .flatMap(lines -> lines)
                .toList());
    }

    /**
     * Writes what was approved of a whole zone, or what is left of that, and has it served. Where it breaks off, calling it again
     * does the rest. Nothing is written where the zone is another one by now, so that more would be done, or a guard would stop it that
     * the approval did not open.
     */
    public ExecutionResult applyWish(ZoneWish wish, ZoneJournal journal, ChangeRun run) {
        return write(
                wish.zone(),
                journal,
                run,
                (owed, before) -> zones.applyWish(
                        wish, run.approved(), run.wasBegun() && journal.isBegun(wish.zone()), owed, before),
                () -> journal.synced(wish.zone(), wish.records()));
    }

    /** Writes to a zone. */
    private interface Writing {
        ZoneApplied apply(boolean refreshOwed, BeforeWrites before);
    }

    private static ExecutionResult write(
            DomainName zone, ZoneJournal journal, ChangeRun run, Writing writing, Runnable end) {
        boolean begun = journal.isBegun(zone);
        boolean owed = begun || run.wasBegun();
        try {
            ZoneApplied done = writing.apply(owed, new BeforeWrites() {
                @Override
                public void first(ZoneSnapshot before) {
                    run.begin(WRITING);
                    journal.begin(before);
                }

                @Override
                public void each() {
                    run.renew();
                }
            });
            run.renew();
            end.run();
            return new ExecutionResult.Done(
                    done.written() == 0
                            ? "the zone " + zone + " is as planned, and published on its name servers"
                            : Plural.of(done.written(), "change") + " written to the zone " + zone
                                    + ", and published on its name servers");
        } catch (ZoneRefusedException e) {
            return refused(owed, e.getMessage(), e.breaches().isEmpty() ? ANEW : ALLOW);
        } catch (InvalidZoneFileException e) {
            return refused(owed, unreadable(zone, e), MEND);
        } catch (InvalidRecordsException e) {
            return refused(owed, e.getMessage(), ANEW);
        } catch (ZoneNotFinishedException e) {
            if (e.applied().written() == 0 && !begun && isRefused(e.getCause())) {
                run.renew();
                journal.nothingWritten(zone);
            }
            if (e.getCause() instanceof OvhAuthenticationException
                    || e.getCause() instanceof OvhMissingRightException) {
                throw (OvhApiException) e.getCause();
            }
            return new ExecutionResult.Again(e.getMessage());
        }
    }

    /** Whether OVHcloud said no to the first write; after a lost answer, it may have been made. */
    private static boolean isRefused(Throwable cause) {
        return cause instanceof OvhRejectedInputException
                || cause instanceof OvhNotFoundException
                || cause instanceof OvhConflictException
                || cause instanceof OvhAuthenticationException
                || cause instanceof OvhMissingRightException;
    }

    private static ExecutionResult refused(boolean owed, String why, String whatToDo) {
        return owed
                ? new ExecutionResult.Stuck(
                        "a part of it may be written, and " + why,
                        "look at the zone; bring it into order with a zone file, then drop the row again")
                : new ExecutionResult.Refused(why, whatToDo);
    }
}
