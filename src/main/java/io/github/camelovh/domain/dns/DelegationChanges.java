// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhUnknownOutcomeException;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.change.ChangeRun;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.task.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Changes of name servers and keys at the registry, planned and carried out. Thread-safe. Every method throws
 * {@link OvhApiException} when OVHcloud cannot be asked, or refuses.
 */
public final class DelegationChanges {
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final List<String> UNDER_WAY = List.of("todo", "doing", "error", "problem");
    private static final String SENDING = "sending";
    private static final String ALLOW = "allow it in the settings (ovh-domain.zones.*), then drop the row again";

    private final Delegations delegations;
    private final Tasks tasks;

    public DelegationChanges(Delegations delegations, Tasks tasks) {
        this.delegations = delegations;
        this.tasks = tasks;
    }

    /** What making these the name servers would change. Changes nothing. */
    public PlanOutcome planNameServers(DomainName name, List<NameServerHost> hosts) {
        return plan(name, delegations.compareNameServers(name, hosts), List.of());
    }

    /** What making these the keys would change. Changes nothing; refuses what the guards stop. */
    public PlanOutcome planDs(DomainName name, List<DsKey> keys, GuardSettings guards) {
        return plan(name, delegations.compareDs(name, keys), Guards.ofDs(name, true, guards));
    }

    private static PlanOutcome plan(DomainName name, Optional<String> change, List<GuardBreach> breaches) {
        if (change.isEmpty()) {
            return new PlanOutcome.AsWished(name + " has these already");
        }
        return breaches.isEmpty()
                ? new PlanOutcome.Changes(List.of(change.get()))
                : new PlanOutcome.Refused(
                        breaches.stream().map(GuardBreach::sentence).collect(Collectors.joining("; ")), ALLOW);
    }

    /** Makes these the name servers, unless they are already, or that is under way. */
    public ExecutionResult applyNameServers(DomainName name, List<NameServerHost> hosts, ChangeRun run) {
        return new Applying(
                        name,
                        "DomainDnsUpdate",
                        () -> delegations.compareNameServers(name, hosts),
                        () -> delegations.setNameServers(name, hosts, AT_ONCE))
                .under(run);
    }

    /** Makes these the keys, unless they are already, or that is under way. */
    public ExecutionResult applyDs(DomainName name, List<DsKey> keys, GuardSettings guards, ChangeRun run) {
        return new Applying(
                        name,
                        "DomainDsUpdate",
                        () -> delegations.compareDs(name, keys),
                        () -> delegations.setDs(name, keys, guards, AT_ONCE))
                .under(run);
    }

    /** One change, made by tasks of one function. */
    private final class Applying {
        private final DomainName name;
        private final String function;
        private final Supplier<Optional<String>> compare;
        private final Supplier<DelegationChange> send;

        Applying(
                DomainName name, String function, Supplier<Optional<String>> compare, Supplier<DelegationChange> send) {
            this.name = name;
            this.function = function;
            this.compare = compare;
            this.send = send;
        }

        ExecutionResult under(ChangeRun run) {
            if (run.wasBegun()) {
                List<Long> open = open();
                if (!open.isEmpty()) {
                    return new ExecutionResult.Sent("sent before; the registry makes the change", open);
                }
            }
            Optional<String> now = compare.get();
            if (now.isEmpty()) {
                return new ExecutionResult.Done(name + " has these");
            }
            Optional<ExecutionResult> other = run.unlessApproved(new PlanOutcome.Changes(List.of(now.get())));
            if (other.isPresent()) {
                return other.get();
            }
            run.begin(SENDING);
            try {
                return sent(send.get());
            } catch (ZoneRefusedException e) {
                return new ExecutionResult.Refused(e.getMessage(), ALLOW);
            } catch (OvhUnknownOutcomeException e) {
                return new ExecutionResult.Again(e.getMessage());
            }
        }

        private ExecutionResult sent(DelegationChange change) {
            List<Long> awaited =
                    change.task() == null ? open() : List.of(change.task().id());
            return awaited.isEmpty()
                    ? new ExecutionResult.Done(change.summary())
                    : new ExecutionResult.Sent(change.summary(), awaited);
        }

        private List<Long> open() {
            return tasks.find(name, function, UNDER_WAY).found().stream()
                    .map(DomainTask::id)
                    .toList();
        }
    }
}
