// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxAnswer;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code /domain/{serviceName}/nameServer}. A change is a task; until it is done, lists have the old servers that will
 * be removed and the new ones that are not used yet.
 */
final class NameServerRoutes {

    private static final String NAME = "/domain/{serviceName}";
    private static final String TASK = "DomainDnsUpdate";
    private static final String HOST =
            "(?!-)[a-z0-9-]{1,63}(?<!-)(\\.(?!-)[a-z0-9-]{1,63}(?<!-))*\\.(?!-)[a-z0-9-]{2,63}(?<!-)";
    private static final int FEWEST = 2;
    private static final int MOST = 13;

    private final SandboxWorld world;
    private final Portfolio portfolio;
    private final TaskStore tasks;
    private final Extensions extensions;

    NameServerRoutes(SandboxWorld world, Portfolio portfolio, TaskStore tasks, Extensions extensions) {
        this.world = world;
        this.portfolio = portfolio;
        this.tasks = tasks;
        this.extensions = extensions;
    }

    void register(Routes routes) {
        routes.on(
                "GET",
                NAME + "/nameServer",
                request -> SandboxAnswer.ok(Json.list(
                        world.unordered(all(name(request)).map(host -> host.id).toList()))));
        routes.on("GET", NAME + "/nameServer/{id}", request -> {
            NameState name = name(request);
            return SandboxAnswer.ok(json(name, host(name, request)));
        });
        routes.on("GET", NAME + "/nameServer/{id}/status", request -> {
            NameState name = name(request);
            boolean used = name.nameServers.contains(host(name, request));
            return SandboxAnswer.ok(Json.object(
                    "state",
                    "ok",
                    "type",
                    name.nameServerType,
                    "usedSince",
                    used ? Json.dateTime(name.created) : null));
        });
        routes.on("POST", NAME + "/nameServer", this::add);
        routes.on("DELETE", NAME + "/nameServer/{id}", this::remove);
        routes.on("POST", NAME + "/nameServers/update", this::replace);
    }

    private NameState name(SandboxRequest request) {
        return portfolio.get(request.path("serviceName"));
    }

    private static Stream<NameState.Host> all(NameState name) {
        return Stream.concat(name.nameServers.stream(), name.incoming.stream());
    }

    private static NameState.Host host(NameState name, SandboxRequest request) {
        long id = request.id("id");
        return all(name).filter(host -> host.id == id).findFirst().orElseThrow(() -> Refuse.noSuchObject(id));
    }

    private static ObjectNode json(NameState name, NameState.Host host) {
        return Json.object(
                "id",
                host.id,
                "host",
                host.host,
                "ip",
                host.ipv4 == null ? host.ipv6 : host.ipv4,
                "isUsed",
                name.nameServers.contains(host),
                "toDelete",
                name.outgoing.contains(host.id));
    }

    private SandboxAnswer add(SandboxRequest request) {
        NameState name = changeable(request);
        List<NameState.Host> wanted = hosts(name, request.body().path("nameServer"));
        List<NameState.Host> after = new ArrayList<>(name.nameServers);
        after.addAll(wanted);
        return begin(name, after);
    }

    private SandboxAnswer remove(SandboxRequest request) {
        NameState name = changeable(request);
        NameState.Host host = host(name, request);
        return begin(
                name, name.nameServers.stream().filter(other -> other != host).toList());
    }

    private SandboxAnswer replace(SandboxRequest request) {
        NameState name = changeable(request);
        List<NameState.Host> after = new ArrayList<>();
        for (NameState.Host wanted : hosts(name, request.body().path("nameServers"))) {
            after.add(name.nameServers.stream()
                    .filter(old -> old.host.equals(wanted.host)
                            && Objects.equals(old.ipv4, wanted.ipv4)
                            && Objects.equals(old.ipv6, wanted.ipv6))
                    .findFirst()
                    .orElse(wanted));
        }
        return begin(name, after);
    }

    private NameState changeable(SandboxRequest request) {
        NameState name = name(request);
        if (!name.nameServerType.equals("external")) {
            throw Refuse.badRequest("The name servers of " + name.name + " are " + name.nameServerType
                    + ": set nameServerType to external first");
        }
        if (tasks.open(name.name, TASK).isPresent()) {
            throw Refuse.conflict("A task " + TASK + " of " + name.name + " is under way");
        }
        return name;
    }

    private SandboxAnswer begin(NameState name, List<NameState.Host> after) {
        Set<String> different = new HashSet<>();
        after.forEach(host -> different.add(host.host));
        if (different.size() != after.size()) {
            throw Refuse.badRequest("A name server is given twice");
        }
        if (after.size() < FEWEST || after.size() > MOST) {
            throw Refuse.badRequest(
                    "The registry takes " + FEWEST + " to " + MOST + " name servers, not " + after.size());
        }
        portfolio.change(name, state -> {
            state.nameServers.stream().filter(old -> !after.contains(old)).forEach(old -> state.outgoing.add(old.id));
            after.stream().filter(host -> !state.nameServers.contains(host)).forEach(host -> {
                host.id = world.ids().next();
                state.incoming.add(host);
            });
            return state;
        });
        return SandboxAnswer.ok(tasks.begin(TASK, name.name, 0, null).json());
    }

    private List<NameState.Host> hosts(NameState name, JsonNode list) {
        List<NameState.Host> hosts = new ArrayList<>();
        for (JsonNode one : list) {
            String text = one.path("host").asText("").toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
            String ip = one.path("ip").asText(null);
            if (!text.matches(HOST)) {
                throw Refuse.badRequest("Invalid name server: " + text);
            }
            checkAddress(name, text, ip);
            NameState.Host host = NameState.Host.of(0, text);
            host.ipv4 = ip == null || ip.contains(":") ? null : ip;
            host.ipv6 = ip != null && ip.contains(":") ? ip : null;
            hosts.add(host);
        }
        return hosts;
    }

    /** At registries with host objects the addresses are there, at others with the name server. */
    private void checkAddress(NameState name, String host, String ip) {
        boolean objects = extensions.hostObjects(name.extension);
        boolean own = host.endsWith("." + name.name);
        if (objects && ip != null) {
            throw Refuse.badRequest(
                    "." + name.extension + " takes no address with the name server " + host + ": create a glue record");
        }
        if (objects && own && !name.glue.containsKey(host)) {
            throw Refuse.badRequest("The name server " + host + " has no glue record: create it first");
        }
        if (!objects && own && ip == null) {
            throw Refuse.badRequest("The name server " + host + " needs its address");
        }
    }
}
