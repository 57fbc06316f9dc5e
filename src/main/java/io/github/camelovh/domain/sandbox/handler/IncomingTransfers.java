// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.time.Duration;
import java.util.Optional;

/**
 * Names in transfer from another registrar. A correct request waits for the owner, if the owner does not answer
 * automatically, then half of the transfer time for the losing registrar, and the other half for the registry.
 */
final class IncomingTransfers {

    /** How long a name cannot move after its registration or its last transfer. */
    static final long YOUTH = Portfolio.days(60);

    private static final int SLOW = 10;

    private final SandboxWorld world;
    private final Account account;
    private final Portfolio portfolio;
    private final OtherRegistrars elsewhere;
    private final Arrivals arrivals;
    private final Mails mails;
    private final RegistryTimes times;

    IncomingTransfers(
            SandboxWorld world,
            Account account,
            Portfolio portfolio,
            OtherRegistrars elsewhere,
            Arrivals arrivals,
            Mails mails,
            RegistryTimes times) {
        this.world = world;
        this.account = account;
        this.portfolio = portfolio;
        this.elsewhere = elsewhere;
        this.arrivals = arrivals;
        this.mails = mails;
        this.times = times;
    }

    /** Executes the next step of a transfer, and all following steps that need no time. */
    TaskOutcome perform(TaskState task) {
        SoldName name = elsewhere.name(task.domain);
        Optional<NameElsewhere> found = elsewhere.find(task.domain);
        if (portfolio.find(task.domain).isPresent()) {
            return TaskOutcome.error("This domain name is in an account already", false);
        }
        if (name.extension() == null || found.isEmpty()) {
            return TaskOutcome.error("This domain name is not registered: it cannot be transferred", false);
        }
        NameElsewhere from = found.get();
        TransferStep step = task.step == null ? TransferStep.CHECK : task.step;
        return switch (step) {
            case CHECK ->
                check(task, name, from).orElseGet(() -> {
                    task.step = TransferStep.CONFIRMATION;
                    return from.confirms || task.agreed ? wait(task, name) : askOwner(task);
                });
            case CONFIRMATION ->
                from.confirms || task.agreed
                        ? wait(task, name)
                        : TaskOutcome.error("The owner did not confirm the transfer in time", true);
            case LOSING -> losing(task, name, from);
            case ACCEPTED -> accepted(task, from);
        };
    }

    private Optional<TaskOutcome> check(TaskState task, SoldName name, NameElsewhere from) {
        if (otherUnderWay(task)) {
            return Optional.of(TaskOutcome.error("A transfer of this domain name is under way already", false));
        }
        if (!name.extension().transferable() || name.kind() == SoldName.Kind.STUCK) {
            return Optional.of(TaskOutcome.error("This domain name cannot be transferred", false));
        }
        if (from.locked) {
            return Optional.of(TaskOutcome.error(
                    name.extension().byTag()
                            ? "The present registrar has not changed the tag of the domain name to ours"
                            : "The domain name is locked at its present registrar",
                    true));
        }
        if (world.now().toEpochMilli() < from.moved + YOUTH) {
            return Optional.of(
                    TaskOutcome.error("The domain name was registered or transferred less than 60 days ago", true));
        }
        TaskState.Argument code = task.arguments.get(TaskArguments.AUTH_INFO);
        if (name.kind() != SoldName.Kind.AFTERMARKET && code != null && !from.code.equals(code.value)) {
            return Optional.of(TaskOutcome.error("The authorization code (authInfo) is missing or wrong", true));
        }
        return Optional.empty();
    }

    private boolean otherUnderWay(TaskState task) {
        return account.tasks.values().stream()
                .anyMatch(other -> other.id != task.id
                        && other.function.equals(TaskState.INCOMING)
                        && other.domain.equals(task.domain)
                        && other.status == TaskState.Status.doing
                        && other.step != null);
    }

    private TaskOutcome askOwner(TaskState task) {
        task.token = mails.send("confirm the transfer to OVHcloud", task.domain, "owner", task.id);
        return TaskOutcome.goesOn(world.now().plus(times.confirmation()).toEpochMilli());
    }

    private TaskOutcome wait(TaskState task, SoldName name) {
        task.step = TransferStep.LOSING;
        return after(half(name), task);
    }

    private TaskOutcome losing(TaskState task, SoldName name, NameElsewhere from) {
        if (from.answer == NameElsewhere.Answer.refuse) {
            return TaskOutcome.error("The losing registrar refused the transfer (NACK)", true);
        }
        task.step = TransferStep.ACCEPTED;
        return after(half(name), task);
    }

    private TaskOutcome accepted(TaskState task, NameElsewhere from) {
        if (from.answer == NameElsewhere.Answer.takeBack) {
            return TaskOutcome.cancelled("The losing registrar took the domain name back");
        }
        arrivals.moveIn(task, from);
        elsewhere.left(from);
        return TaskOutcome.done();
    }

    /** The time that a step needs after the check. */
    private Duration half(SoldName name) {
        int pace = name.label().startsWith("slow-") ? SLOW : 1;
        Duration beyond =
                times.transfer(name.extension()).minus(world.taskTime()).multipliedBy(pace);
        return beyond.isNegative() ? Duration.ZERO : beyond.dividedBy(2);
    }

    private TaskOutcome after(Duration time, TaskState task) {
        return time.isZero()
                ? perform(task)
                : TaskOutcome.goesOn(world.now().plus(time).toEpochMilli());
    }
}
