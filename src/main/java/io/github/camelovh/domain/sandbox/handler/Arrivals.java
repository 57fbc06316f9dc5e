// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Adds names to the account: new names, and names from another registrar. */
final class Arrivals {

    private static final long HELD = Portfolio.days(60);

    private final SandboxWorld world;
    private final Account account;
    private final Extensions extensions;
    private final Portfolio portfolio;

    Arrivals(SandboxWorld world, Account account, Extensions extensions, Portfolio portfolio) {
        this.world = world;
        this.account = account;
        this.extensions = extensions;
        this.portfolio = portfolio;
    }

    /** What a task delivers of its order; empty if it has no order. */
    Optional<OrderState.Bought> bought(TaskState task) {
        OrderState order = account.orders.get(task.orderId);
        return order == null
                ? Optional.empty()
                : order.bought.stream()
                        .filter(b -> b.domain.equals(task.domain))
                        .findFirst();
    }

    /** The configurations of the order of a task, by label. */
    Map<String, String> ordered(TaskState task) {
        return bought(task).map(b -> b.configuration).orElse(Map.of());
    }

    /** A new name. */
    void register(TaskState task) {
        NameState made = arrived(task);
        made.created = world.now().toEpochMilli();
        made.expires = Deliveries.later(made.created, years(task));
        List<String> servers = servers(ordered(task).get("DNS"));
        if (!servers.isEmpty()) {
            point(made, servers);
        }
        account.names.put(made.name, made);
    }

    /** A name from another registrar. It keeps its name servers, unless the order had others. */
    void moveIn(TaskState task, NameElsewhere from) {
        NameState made = arrived(task);
        made.created = from.created;
        made.expires = generic(made.name)
                ? Deliveries.later(from.expires, years(task))
                : Math.max(from.expires, world.now().toEpochMilli());
        List<String> servers = servers(ordered(task).get("DNS"));
        point(made, servers.isEmpty() ? from.nameServers : servers);
        account.names.put(made.name, made);
    }

    private NameState arrived(TaskState task) {
        String reference = TaskArguments.owner(task).orElse(ordered(task).get("OWNER_CONTACT"));
        NameState made = portfolio.fresh(task.domain, world.ids().next(), copyOfOwner(reference, task.domain));
        made.updated = world.now().toEpochMilli();
        hold(made);
        return made;
    }

    /** Names of generic extensions cannot leave for 60 days after a registration, a transfer or a change of owner. */
    void hold(NameState name) {
        if (generic(name.name)) {
            name.heldUntil = world.now().toEpochMilli() + HELD;
        }
    }

    private boolean generic(String domain) {
        return extensions
                .find(domain.substring(domain.indexOf('.') + 1))
                .filter(Extension::generic)
                .isPresent();
    }

    private String years(TaskState task) {
        return bought(task).map(b -> b.duration).orElse("P1Y");
    }

    /** The name servers in the text of a configuration. */
    static List<String> servers(String text) {
        return text == null
                ? List.of()
                : Stream.of(text.split("[\\s,;]+", -1))
                        .map(host -> host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", ""))
                        .filter(host -> !host.isEmpty())
                        .toList();
    }

    private void point(NameState name, List<String> servers) {
        name.nameServers.clear();
        for (String server : servers) {
            name.nameServers.add(NameState.Host.of(world.ids().next(), server));
        }
        name.nameServerType = servers.stream().allMatch(Delegation::isOvh) ? "hosted" : "external";
    }

    /** Each order copies its owner contact, so that names never share contacts. */
    long copyOfOwner(String reference, String domain) {
        ObjectNode copy = reference == null
                ? Contacts.ofAccount(account.me)
                : account.contacts.get(Contacts.idOf(reference)).deepCopy();
        long id = world.ids().next();
        copy.put("id", id);
        copy.put(Contacts.FIXED, generic(domain));
        account.contacts.put(id, copy);
        return id;
    }
}
