// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import java.util.function.Consumer;

/** Executes tasks on names when their time has come. */
final class Deliveries {

    private static final int HEALING_PART = 10;

    private final SandboxWorld world;
    private final Account account;
    private final Portfolio portfolio;
    private final TaskArguments arguments;
    private final Arrivals arrivals;
    private final IncomingTransfers incoming;
    private final Departures departures;
    private final ZoneWork zones;
    private final RegistryWork registry;
    private final Trades trades;

    Deliveries(
            SandboxWorld world,
            Account account,
            Portfolio portfolio,
            TaskArguments arguments,
            Arrivals arrivals,
            IncomingTransfers incoming,
            Departures departures,
            ZoneWork zones,
            Trades trades) {
        this.trades = trades;
        this.world = world;
        this.account = account;
        this.portfolio = portfolio;
        this.arguments = arguments;
        this.arrivals = arrivals;
        this.incoming = incoming;
        this.departures = departures;
        this.zones = zones;
        this.registry = new RegistryWork(world);
    }

    /** Sets the arguments of a new task. */
    void prepare(TaskState task) {
        arguments.give(task, arrivals.ordered(task));
    }

    /** Executes a task, or its next step. */
    TaskOutcome perform(TaskState task) {
        TaskOutcome outcome = trouble(task).orElseGet(() -> work(task));
        if (outcome.kind() == TaskOutcome.Kind.DONE) {
            delivered(task);
        }
        return outcome;
    }

    /** Simulates OVHcloud's own problems, for names with such a prefix. */
    private Optional<TaskOutcome> trouble(TaskState task) {
        boolean comes = task.function.equals("DomainCreate") || task.function.equals(TaskState.INCOMING);
        if (!comes || task.healed || task.step != null || !task.domain.matches("(taken-)?(problem|glitch)-.*")) {
            return Optional.empty();
        }
        long over =
                world.now().plus(world.taskTime().multipliedBy(HEALING_PART)).toEpochMilli();
        return Optional.of(
                task.domain.contains("problem-")
                        ? TaskOutcome.problemUntil(over, "The registry does not answer")
                        : TaskOutcome.errorUntil(over, "Internal error, our teams work on it"));
    }

    private TaskOutcome work(TaskState task) {
        return switch (task.function) {
            case "DomainCreate" -> create(task);
            case TaskState.INCOMING -> incoming.perform(task);
            case "DomainRenew" ->
                set(task, name -> {
                    name.expires = later(name.expires, task.change);
                    name.automaticOrder = 0;
                    name.unpaid = false;
                    name.deleteAtExpiration = false;
                });
            case Trades.FUNCTION -> trades.perform(task);
            case TaskState.OUTGOING -> departures.perform(task);
            case "DomainLock" -> set(task, Locks::closed);
            case "DomainUnlock" -> set(task, name -> Locks.opened(world, name));
            case "DomainDnsUpdate" ->
                set(task, name -> {
                    if (task.change == null) {
                        registry.perform(task, name);
                    } else {
                        nameServers(name, task.change);
                    }
                });
            case "DomainHostCreate", "DomainHostUpdate", "DomainHostDelete", "DomainDsUpdate" ->
                set(task, name -> registry.perform(task, name));
            default -> zones.perform(task);
        };
    }

    private TaskOutcome create(TaskState task) {
        Optional<String> wrong = arguments.wrong(task);
        if (wrong.isPresent()) {
            return TaskOutcome.error(wrong.get(), true);
        }
        if (portfolio.find(task.domain).isPresent()) {
            return TaskOutcome.error("This domain name is registered already", false);
        }
        arrivals.register(task);
        return TaskOutcome.done();
    }

    private TaskOutcome set(TaskState task, Consumer<NameState> how) {
        Optional<NameState> name = portfolio.find(task.domain);
        if (name.isEmpty()) {
            return TaskOutcome.error("This domain name is not in the account any more", false);
        }
        portfolio.change(name.get(), state -> {
            how.accept(state);
            return state;
        });
        return TaskOutcome.done();
    }

    private static void nameServers(NameState name, String hosts) {
        name.wishedServers = null;
        long id = name.nameServers.stream().mapToLong(host -> host.id).max().orElse(33_578_504L);
        name.nameServers.clear();
        for (String host : hosts.split(" ", -1)) {
            name.nameServers.add(NameState.Host.of(++id, host));
        }
    }

    private void delivered(TaskState task) {
        OrderState order = account.orders.get(task.orderId);
        if (order == null) {
            return;
        }
        order.bought.stream().filter(b -> b.taskId == task.id).forEach(b -> {
            b.done = true;
            order.lines.stream().filter(line -> b.domain.equals(line.service)).forEach(line -> line.delivered = true);
        });
    }

    /** A cancelled task cancels its order: nothing is delivered. */
    void cancelled(TaskState task) {
        OrderState order = account.orders.get(task.orderId);
        if (order != null && order.bought.stream().noneMatch(b -> b.done)) {
            order.cancelled = true;
        }
        zones.cancelled(task);
        portfolio.find(task.domain).ifPresent(name -> {
            RegistryWork.cancelled(task, name);
            if (task.function.equals("DomainDnsUpdate") && name.wishedServers != null) {
                set(task, state -> state.wishedServers = null);
            }
            if (name.leaving == task.id) {
                set(task, state -> state.leaving = 0);
            }
            if (task.function.endsWith("ock") && name.lock.endsWith("ing")) {
                set(task, state -> state.lock = state.lock.equals("locking") ? "unlocked" : "locked");
            }
        });
    }

    static long later(long millis, String duration) {
        return Instant.ofEpochMilli(millis)
                .atZone(Json.OFFICE)
                .plus(Period.parse(duration))
                .toInstant()
                .toEpochMilli();
    }
}
