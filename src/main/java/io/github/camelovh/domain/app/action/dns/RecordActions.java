// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action.dns;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhAuthenticationException;
import io.github.camelovh.domain.api.OvhMissingRightException;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.action.Action;
import io.github.camelovh.domain.app.action.ActionRow;
import io.github.camelovh.domain.app.row.RowCommand;
import io.github.camelovh.domain.app.zonefile.ZoneBusyException;
import io.github.camelovh.domain.app.zonefile.ZoneFileSync;
import io.github.camelovh.domain.app.zonefile.ZoneFolder;
import io.github.camelovh.domain.app.zonefile.ZoneRules;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.dns.Guard;
import io.github.camelovh.domain.dns.InvalidRecordsException;
import io.github.camelovh.domain.dns.InvalidZoneFileException;
import io.github.camelovh.domain.dns.RecordSet;
import io.github.camelovh.domain.dns.SetPlan;
import io.github.camelovh.domain.dns.ZoneApplied;
import io.github.camelovh.domain.dns.ZoneChange;
import io.github.camelovh.domain.dns.ZoneNotFinishedException;
import io.github.camelovh.domain.dns.ZoneRefusedException;
import io.github.camelovh.domain.dns.ZoneSnapshot;
import io.github.camelovh.domain.dns.ZoneSync;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Records of a zone: {@code set-record} and {@code delete-record}. All rows of one zone are one plan, with one restore point
 * and one refresh. Thread-safe for different zones.
 */
public final class RecordActions implements Action {
    private static final String ALLOW =
            "allow it in the settings (" + ZoneFileSync.OPTIONS + "*), then drop the row again";
    private static final String WRITING = "writing";
    private static final String ANEW = "drop the row again, and approve the plan of now";

    private final Supplier<ZoneSync> zones;
    private final ZoneFolder zoneFolder;
    private final ZoneRules rules;

    public RecordActions(Supplier<ZoneSync> zones, ZoneFolder zoneFolder, ZoneRules rules) {
        this.zones = zones;
        this.zoneFolder = zoneFolder;
        this.rules = rules;
    }

    @Override
    public List<String> actions() {
        return List.of(RowCommand.ChangeRecords.SET, RowCommand.ChangeRecords.DELETE);
    }

    @Override
    public boolean isOneForAllRows() {
        return true;
    }

    @Override
    public List<PlanOutcome> look(DomainName name, List<ActionRow> rows) {
        try {
            return zones.get().planSets(sets(rows), rules.guards()).stream()
                    .map(plan -> finding(name, plan))
                    .toList();
        } catch (InvalidZoneFileException e) {
            return same(
                    rows,
                    new PlanOutcome.Refused(
                            "the zone " + name + " cannot be read: " + e.getMessage(),
                            "mend it in the customer's console, then drop the row again"));
        }
    }

    private PlanOutcome finding(DomainName zone, SetPlan plan) {
        if (!plan.set().isOf(rules.ownership()) && !rules.guards().opens(Guard.FOREIGN)) {
            return new PlanOutcome.Refused(
                    plan.set().label() + " of " + zone + " is not ours (" + ZoneFileSync.OPTIONS + "owned*)", ALLOW);
        }
        if (plan.refusal() != null) {
            return new PlanOutcome.Refused(
                    plan.refusal(),
                    "mend the row, or allow it in the settings (" + ZoneFileSync.OPTIONS
                            + "*); then drop the row again");
        }
        return plan.changes().isEmpty()
                ? new PlanOutcome.AsWished("the zone " + zone + " is so already")
                : new PlanOutcome.Changes(
                        plan.changes().stream().map(ZoneChange::toString).toList());
    }

    @Override
    public List<ExecutionResult> act(DomainName name, List<ActionRow> rows) {
        try {
            return zoneFolder.alone(name, () -> same(rows, write(name, rows)));
        } catch (ZoneBusyException e) {
            return same(rows, new ExecutionResult.Again(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ExecutionResult write(DomainName zone, List<ActionRow> rows) throws IOException {
        boolean begun = zoneFolder.isBegun(zone);
        boolean owed = begun || rows.stream().anyMatch(ActionRow::wasBegun);
        Set<String> approved =
                rows.stream().flatMap(row -> row.approved().stream()).collect(Collectors.toSet());
        List<RecordSet> sets = sets(rows);
        try {
            ZoneApplied done =
                    zones.get().applySets(sets, rules.guards(), approved, owed, before -> begin(before, rows));
            zoneFolder.amend(zone, sets);
            return new ExecutionResult.Done(
                    done.written() == 0 ? "the zone " + zone + " is so, and served" : "written, and served by " + zone);
        } catch (ZoneRefusedException e) {
            if (owed) {
                return new ExecutionResult.Stuck(
                        "a part of it may be written, and " + e.getMessage(),
                        "look at the zone; bring it into order with a zone file, then drop the row again");
            }
            return new ExecutionResult.Refused(e.getMessage(), e.breaches().isEmpty() ? ANEW : ALLOW);
        } catch (InvalidRecordsException e) {
            return new ExecutionResult.Refused(e.getMessage(), ANEW);
        } catch (ZoneNotFinishedException e) {
            if (e.applied().written() == 0 && !begun) {
                zoneFolder.notBegun(zone);
            }
            if (e.getCause() instanceof OvhAuthenticationException
                    || e.getCause() instanceof OvhMissingRightException) {
                throw (OvhApiException) e.getCause();
            }
            return new ExecutionResult.Again(e.getMessage());
        }
    }

    private void begin(ZoneSnapshot before, List<ActionRow> rows) {
        rows.forEach(row -> row.begin(WRITING));
        try {
            zoneFolder.begin(before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<RecordSet> sets(List<ActionRow> rows) {
        return rows.stream()
                .map(row -> ((RowCommand.ChangeRecords) row.command()).set())
                .toList();
    }

    private static <T> List<T> same(List<ActionRow> rows, T answer) {
        return Collections.nCopies(rows.size(), answer);
    }
}
