/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.sandbox.room;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import java.util.function.Consumer;

/** What the functions of tasks do to names when their time has come. */
final class Deliveries {

    private static final String REASON_ARGUMENT = "legitimacyAfnic";
    private static final String REASON_WANTED =
            "You have to explain in a few words how you'd like to use this domain name"
                    + " (AFNIC will use it to decide if you can register this domain)";
    private static final String AUTH_ARGUMENT = "authInfo";

    private final SandboxWorld world;
    private final Account account;
    private final Extensions extensions;
    private final Portfolio portfolio;
    private final ZoneWork zones;
    private final RegistryWork registry;

    /** Why a task ended in error, and whether the customer can repair it. */
    record Trouble(String comment, boolean repairable) {}

    Deliveries(SandboxWorld world, Account account, Extensions extensions, Portfolio portfolio, ZoneWork zones) {
        this.world = world;
        this.account = account;
        this.extensions = extensions;
        this.portfolio = portfolio;
        this.zones = zones;
        this.registry = new RegistryWork(world);
    }

    /** Gives a new task its arguments. */
    void prepare(TaskState task) {
        if (task.function.equals("DomainIncomingTransfer")) {
            argument(task, AUTH_ARGUMENT, bought(task).map(b -> b.configuration.get("AUTH_INFO")));
        } else if (task.function.equals("DomainCreate") && wantsReason(task.domain)) {
            argument(task, REASON_ARGUMENT, bought(task).map(b -> b.configuration.get("REASON")));
        }
    }

    private static void argument(TaskState task, String key, Optional<String> value) {
        task.arguments.put(
                key, TaskState.Argument.of(key, "Update " + key + " with valid content", value.orElse(null)));
    }

    private boolean wantsReason(String domain) {
        SoldName name = SoldName.of(domain, extensions);
        return name.extension() != null && Offer.of(name, false).wantsReason(extensions);
    }

    private Optional<OrderState.Bought> bought(TaskState task) {
        OrderState order = account.orders.get(task.orderId);
        return order == null
                ? Optional.empty()
                : order.bought.stream()
                        .filter(b -> b.domain.equals(task.domain))
                        .findFirst();
    }

    /** Does the work of a task; empty if it went well. */
    Optional<Trouble> perform(TaskState task) {
        Optional<Trouble> trouble =
                switch (task.function) {
                    case "DomainCreate" -> create(task);
                    case "DomainIncomingTransfer" -> transfer(task);
                    case "DomainRenew" -> renew(task);
                    case "DomainTrade" -> trade(task);
                    case "DomainLock" -> set(task, name -> name.lock = "locked");
                    case "DomainUnlock" -> set(task, name -> name.lock = "unlocked");
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
        if (trouble.isEmpty()) {
            delivered(task);
        }
        return trouble;
    }

    private Optional<Trouble> create(TaskState task) {
        TaskState.Argument reason = task.arguments.get(REASON_ARGUMENT);
        if (reason != null && (reason.value == null || reason.value.isBlank())) {
            return Optional.of(new Trouble(REASON_WANTED, true));
        }
        if (portfolio.find(task.domain).isPresent()) {
            return Optional.of(new Trouble("This domain name is registered already", false));
        }
        own(task, world.now().toEpochMilli());
        return Optional.empty();
    }

    private Optional<Trouble> transfer(TaskState task) {
        SoldName name = SoldName.of(task.domain, extensions);
        if (name.kind() == SoldName.Kind.LOCKED) {
            return Optional.of(new Trouble("The domain name is locked at its present registrar", true));
        }
        if (name.kind() == SoldName.Kind.YOUNG) {
            return Optional.of(
                    new Trouble("The domain name was registered or transferred less than 60 days ago", true));
        }
        if (name.kind() != SoldName.Kind.AFTERMARKET
                && !name.authCode().equals(task.arguments.get(AUTH_ARGUMENT).value)) {
            return Optional.of(new Trouble("The authorization code (authInfo) is missing or wrong", true));
        }
        if (portfolio.find(task.domain).isPresent()) {
            return Optional.of(new Trouble("This domain name is in an account already", false));
        }
        own(task, world.now().toEpochMilli() - Portfolio.days(400));
        return Optional.empty();
    }

    private void own(TaskState task, long created) {
        Optional<OrderState.Bought> bought = bought(task);
        long owner = copyOfOwner(
                bought.map(b -> b.configuration.get("OWNER_CONTACT")).orElse(null), task.domain);
        NameState made = portfolio.fresh(task.domain, world.ids().next(), owner);
        made.created = created;
        made.expires =
                later(world.now().toEpochMilli(), bought.map(b -> b.duration).orElse("P1Y"));
        made.updated = world.now().toEpochMilli();
        account.names.put(made.name, made);
    }

    /** Each order copies its owner contact, so that contacts are never shared between names. */
    private long copyOfOwner(String reference, String domain) {
        ObjectNode copy = reference == null
                ? Contacts.ofAccount(account.me)
                : account.contacts.get(Contacts.idOf(reference)).deepCopy();
        long id = world.ids().next();
        copy.put("id", id);
        copy.put(
                Contacts.FIXED,
                extensions
                        .find(domain.substring(domain.indexOf('.') + 1))
                        .filter(Extension::generic)
                        .isPresent());
        account.contacts.put(id, copy);
        return id;
    }

    private Optional<Trouble> renew(TaskState task) {
        return set(task, name -> name.expires = later(name.expires, task.change));
    }

    private Optional<Trouble> trade(TaskState task) {
        return set(task, name -> name.whoisOwner = copyOfOwner(task.change, name.name));
    }

    private Optional<Trouble> set(TaskState task, Consumer<NameState> how) {
        Optional<NameState> name = portfolio.find(task.domain);
        if (name.isEmpty()) {
            return Optional.of(new Trouble("This domain name is not in the account any more", false));
        }
        portfolio.change(name.get(), state -> {
            how.accept(state);
            return state;
        });
        return Optional.empty();
    }

    private static void nameServers(NameState name, String hosts) {
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

    /** A cancelled task takes the order with it: nothing will be delivered. */
    void cancelled(TaskState task) {
        OrderState order = account.orders.get(task.orderId);
        if (order != null && order.bought.stream().noneMatch(b -> b.done)) {
            order.cancelled = true;
        }
        zones.cancelled(task);
        portfolio.find(task.domain).ifPresent(name -> {
            RegistryWork.cancelled(task, name);
            if (name.lock.endsWith("ing")) {
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
