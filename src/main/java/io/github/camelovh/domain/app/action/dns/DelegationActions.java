// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action.dns;

import io.github.camelovh.domain.api.OvhUnknownOutcomeException;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.app.action.Action;
import io.github.camelovh.domain.app.action.ActionRow;
import io.github.camelovh.domain.app.row.RowCommand;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.dns.DelegationChange;
import io.github.camelovh.domain.dns.Delegations;
import io.github.camelovh.domain.dns.GuardBreach;
import io.github.camelovh.domain.dns.GuardSettings;
import io.github.camelovh.domain.dns.Guards;
import io.github.camelovh.domain.dns.ZoneRefusedException;
import io.github.camelovh.domain.task.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Name servers and keys at the registry: {@code set-name-servers} and {@code set-ds}. Thread-safe. */
public final class DelegationActions implements Action {
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final List<String> UNDER_WAY = List.of("todo", "doing", "error", "problem");
    private static final String SENDING = "sending";
    private static final String ALLOW = "allow it in the settings, then drop the row again";

    private final Supplier<Delegations> delegations;
    private final Supplier<Tasks> tasks;
    private final GuardSettings guards;

    /** @param guards must open {@code allowDs} for keys to be changed */
    public DelegationActions(Supplier<Delegations> delegations, Supplier<Tasks> tasks, GuardSettings guards) {
        this.delegations = delegations;
        this.tasks = tasks;
        this.guards = guards;
    }

    @Override
    public List<String> actions() {
        return List.of(RowCommand.SetNameServers.ACTION, RowCommand.SetDs.ACTION);
    }

    @Override
    public List<PlanOutcome> look(DomainName name, List<ActionRow> rows) {
        return rows.stream().map(row -> finding(name, row.command())).toList();
    }

    private PlanOutcome finding(DomainName name, RowCommand command) {
        Optional<String> change = change(name, command);
        if (change.isEmpty()) {
            return new PlanOutcome.AsWished(name + " has these already");
        }
        List<GuardBreach> breaches = command instanceof RowCommand.SetDs ? Guards.ofDs(name, true, guards) : List.of();
        return breaches.isEmpty()
                ? new PlanOutcome.Changes(List.of(change.get()))
                : new PlanOutcome.Refused(
                        breaches.stream().map(GuardBreach::sentence).collect(Collectors.joining("; ")), ALLOW);
    }

    private Optional<String> change(DomainName name, RowCommand command) {
        return command instanceof RowCommand.SetNameServers servers
                ? delegations.get().compareNameServers(name, servers.hosts())
                : delegations.get().compareDs(name, ((RowCommand.SetDs) command).keys());
    }

    @Override
    public List<ExecutionResult> act(DomainName name, List<ActionRow> rows) {
        return rows.stream().map(row -> ending(name, row)).toList();
    }

    private ExecutionResult ending(DomainName name, ActionRow row) {
        if (row.wasBegun()) {
            List<Long> open = open(name, row);
            if (!open.isEmpty()) {
                return new ExecutionResult.Sent("sent before; the registry makes the change", open);
            }
        }
        Optional<String> now = change(name, row.command());
        if (now.isEmpty()) {
            return new ExecutionResult.Done(name + " has these");
        }
        Optional<ExecutionResult> other = row.unlessApproved(new PlanOutcome.Changes(List.of(now.get())));
        if (other.isPresent()) {
            return other.get();
        }
        row.begin(SENDING);
        try {
            DelegationChange change = row.command() instanceof RowCommand.SetNameServers servers
                    ? delegations.get().setNameServers(name, servers.hosts(), AT_ONCE)
                    : delegations.get().setDs(name, ((RowCommand.SetDs) row.command()).keys(), guards, AT_ONCE);
            return sent(name, row, change);
        } catch (ZoneRefusedException e) {
            return new ExecutionResult.Refused(e.getMessage(), ALLOW);
        } catch (OvhUnknownOutcomeException e) {
            return new ExecutionResult.Again(e.getMessage());
        }
    }

    private ExecutionResult sent(DomainName name, ActionRow row, DelegationChange change) {
        if (change.task() != null) {
            return new ExecutionResult.Sent(
                    change.summary(), List.of(change.task().id()));
        }
        List<Long> open = open(name, row);
        return open.isEmpty()
                ? new ExecutionResult.Done(change.summary())
                : new ExecutionResult.Sent(change.summary(), open);
    }

    private List<Long> open(DomainName name, ActionRow row) {
        String function = row.command() instanceof RowCommand.SetDs ? "DomainDsUpdate" : "DomainDnsUpdate";
        return tasks.get().find(name, function, UNDER_WAY).found().stream()
                .map(DomainTask::id)
                .toList();
    }
}
