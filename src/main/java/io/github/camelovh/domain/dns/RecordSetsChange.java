// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhAuthenticationException;
import io.github.camelovh.domain.api.OvhMissingRightException;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.change.ChangeRun;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Makes record sets of one zone as wished, by one plan with one restore point and one refresh. Thread-safe. Every method throws
 * {@link OvhApiException} when OVHcloud cannot be asked, or refuses.
 */
public final class RecordSetsChange {
    private static final String ALLOW = "allow it in the settings, then drop the row again";
    private static final String MEND = "mend the zone in the customer's console, then drop the row again";
    private static final String ANEW = "drop the row again, and approve the plan of now";
    private static final String WRITING = "writing";
    private static final Duration BUSY = Duration.ofSeconds(2);

    private final ZoneSync zones;

    public RecordSetsChange(ZoneSync zones) {
        this.zones = zones;
    }

    /**
     * What would change now. Changes nothing.
     *
     * @return one answer for each set, in their order
     */
    public List<PlanOutcome> plan(RecordSetsRequest request) {
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
                    plan.refusal(), "mend the row, or allow it in the settings; then drop the row again");
        }
        return plan.changes().isEmpty()
                ? new PlanOutcome.AsWished("the zone " + request.zone() + " is so already")
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
    public ExecutionResult apply(RecordSetsRequest request, ChangeRun run) {
        Optional<RecordSet> foreign =
                request.sets().stream().filter(set -> !request.mayChange(set)).findFirst();
        if (foreign.isPresent()) {
            return new ExecutionResult.Refused(notOurs(foreign.get()), ALLOW);
        }
        return request.journal()
                .alone(request.zone(), () -> write(request, run))
                .orElseGet(() -> new ExecutionResult.PutOff(
                        "the zone " + request.zone() + " is being changed by another process; nothing was changed",
                        BUSY));
    }

    private ExecutionResult write(RecordSetsRequest request, ChangeRun run) {
        DomainName zone = request.zone();
        boolean begun = request.journal().isBegun(zone);
        boolean owed = begun || run.wasBegun();
        try {
            ZoneApplied done = zones.applySets(request.sets(), request.guards(), run.approved(), owed, before -> {
                run.begin(WRITING);
                request.journal().begin(before);
            });
            request.journal().end(zone, request.sets());
            return new ExecutionResult.Done(
                    done.written() == 0 ? "the zone " + zone + " is so, and served" : "written, and served by " + zone);
        } catch (ZoneRefusedException e) {
            return refused(owed, e.getMessage(), e.breaches().isEmpty() ? ANEW : ALLOW);
        } catch (InvalidZoneFileException e) {
            return refused(owed, unreadable(zone, e), MEND);
        } catch (InvalidRecordsException e) {
            return new ExecutionResult.Refused(e.getMessage(), ANEW);
        } catch (ZoneNotFinishedException e) {
            if (e.applied().written() == 0 && !begun) {
                request.journal().nothingWritten(zone);
            }
            if (e.getCause() instanceof OvhAuthenticationException
                    || e.getCause() instanceof OvhMissingRightException) {
                throw (OvhApiException) e.getCause();
            }
            return new ExecutionResult.Again(e.getMessage());
        }
    }

    private static ExecutionResult refused(boolean owed, String why, String whatToDo) {
        return owed
                ? new ExecutionResult.Stuck(
                        "a part of it may be written, and " + why,
                        "look at the zone; bring it into order with a zone file, then drop the row again")
                : new ExecutionResult.Refused(why, whatToDo);
    }
}
