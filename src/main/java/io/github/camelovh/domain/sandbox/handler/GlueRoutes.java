// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxAnswer;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import java.util.List;
import java.util.Locale;

/** {@code /domain/{serviceName}/glueRecord}: name servers below the name itself, if the registry has host objects. */
final class GlueRoutes {

    private static final String LIST = "/domain/{serviceName}/glueRecord";
    private static final String ONE = LIST + "/{host}";
    private static final List<String> FUNCTIONS = List.of("DomainHostCreate", "DomainHostUpdate", "DomainHostDelete");

    private final Portfolio portfolio;
    private final TaskStore tasks;
    private final Extensions extensions;

    GlueRoutes(Portfolio portfolio, TaskStore tasks, Extensions extensions) {
        this.portfolio = portfolio;
        this.tasks = tasks;
        this.extensions = extensions;
    }

    void register(Routes routes) {
        routes.on(
                "GET",
                LIST,
                request -> SandboxAnswer.ok(Json.list(name(request).glue.keySet().stream()
                        .filter(host -> request.query("host").map(host::equals).orElse(true))
                        .toList())));
        routes.on("GET", ONE, request -> {
            NameState name = name(request);
            String host = host(name, request);
            return SandboxAnswer.ok(Json.object("host", host, "ips", name.glue.get(host)));
        });
        routes.on("POST", LIST, this::create);
        routes.on("POST", ONE + "/update", this::update);
        routes.on("DELETE", ONE, this::delete);
    }

    private NameState name(SandboxRequest request) {
        return portfolio.get(request.path("serviceName"));
    }

    private static String host(NameState name, SandboxRequest request) {
        String host = request.path("host").toLowerCase(Locale.ROOT);
        if (!name.glue.containsKey(host)) {
            throw Refuse.noSuchObject(host);
        }
        return host;
    }

    private SandboxAnswer begin(String function, NameState name, String host, String change) {
        for (String open : FUNCTIONS) {
            if (tasks.open(name.name, open).isPresent()) {
                throw Refuse.conflict(
                        "A task " + open + " of " + name.name + " is under way: " + host + " has to wait for its end");
            }
        }
        portfolio.change(name, state -> state);
        return SandboxAnswer.ok(tasks.begin(function, name.name, 0, change).json());
    }

    private static String change(String host, SandboxRequest request) {
        List<String> ips = RegistryWork.texts(request.body().path("ips"));
        if (ips.isEmpty()) {
            throw Refuse.badRequest("The host " + host + " needs at least one address");
        }
        return Json.object("host", host, "ips", ips).toString();
    }

    private SandboxAnswer create(SandboxRequest request) {
        NameState name = name(request);
        String host = request.text("host").orElseThrow().toLowerCase(Locale.ROOT);
        if (!extensions.hostObjects(name.extension)) {
            throw Refuse.badRequest(
                    "." + name.extension + " has no glue records: give the address with the name server");
        }
        if (!host.endsWith("." + name.name)) {
            throw Refuse.badRequest("The host " + host + " is not below " + name.name);
        }
        if (name.glue.containsKey(host)) {
            throw Refuse.conflict("The host " + host + " exists already");
        }
        return begin("DomainHostCreate", name, host, change(host, request));
    }

    private SandboxAnswer update(SandboxRequest request) {
        NameState name = name(request);
        String host = host(name, request);
        return begin("DomainHostUpdate", name, host, change(host, request));
    }

    private SandboxAnswer delete(SandboxRequest request) {
        NameState name = name(request);
        String host = host(name, request);
        if (name.nameServers.stream().anyMatch(server -> server.host.equals(host))) {
            throw Refuse.conflict("The host " + host + " is a name server of " + name.name);
        }
        return begin("DomainHostDelete", name, host, host);
    }
}
