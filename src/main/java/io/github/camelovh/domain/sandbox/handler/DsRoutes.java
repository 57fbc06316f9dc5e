// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxAnswer;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.util.List;

/**
 * {@code /domain/{serviceName}/dsRecord}: the keys at the registry. A post replaces all keys; an empty list removes
 * them.
 */
final class DsRoutes {

    private static final String LIST = "/domain/{serviceName}/dsRecord";
    private static final String TASK = "DomainDsUpdate";
    private static final String STATUS = "active";
    private static final int LARGEST_TAG = 65_535;

    private final SandboxWorld world;
    private final Portfolio portfolio;
    private final TaskStore tasks;
    private final Extensions extensions;

    DsRoutes(SandboxWorld world, Portfolio portfolio, TaskStore tasks, Extensions extensions) {
        this.world = world;
        this.portfolio = portfolio;
        this.tasks = tasks;
        this.extensions = extensions;
    }

    void register(Routes routes) {
        routes.on("GET", LIST, this::list);
        routes.on("GET", LIST + "/{id}", this::key);
        routes.on("POST", LIST, this::replace);
    }

    private SandboxAnswer list(SandboxRequest request) {
        List<Long> ids = portfolio.get(request.path("serviceName")).keys.stream()
                .filter(key -> request.query("flags")
                        .map(String.valueOf(key.flags())::equals)
                        .orElse(true))
                .filter(key -> request.query("status").map(STATUS::equals).orElse(true))
                .map(NameState.Key::id)
                .toList();
        return SandboxAnswer.ok(Json.list(world.unordered(ids)));
    }

    private SandboxAnswer key(SandboxRequest request) {
        long id = request.id("id");
        return portfolio.get(request.path("serviceName")).keys.stream()
                .filter(key -> key.id() == id)
                .findFirst()
                .map(key -> SandboxAnswer.ok(Json.object(
                        "id",
                        key.id(),
                        "algorithm",
                        key.algorithm(),
                        "flags",
                        key.flags(),
                        "tag",
                        key.tag(),
                        "publicKey",
                        key.publicKey(),
                        "status",
                        STATUS)))
                .orElseThrow(() -> Refuse.noSuchObject(id));
    }

    private SandboxAnswer replace(SandboxRequest request) {
        NameState name = portfolio.get(request.path("serviceName"));
        if (extensions.find(name.extension).filter(Extension::dnssec).isEmpty()) {
            throw Refuse.badRequest("." + name.extension + " knows no DNSSEC");
        }
        if (!name.nameServerType.equals("external")) {
            throw Refuse.badRequest("The name servers of " + name.name + " are " + name.nameServerType
                    + ": DNSSEC is switched on and off in its zone");
        }
        JsonNode keys = request.body().path("keys");
        for (JsonNode key : keys) {
            long tag = key.path("tag").asLong(-1);
            String text = key.path("publicKey").asText("");
            if (tag < 0 || tag > LARGEST_TAG || !text.matches("[A-Za-z0-9+/]{20,}={0,2}")) {
                throw Refuse.badRequest(
                        "Invalid key with tag " + tag + ": publicKey has to be Base64, tag 0 to " + LARGEST_TAG);
            }
            if (!key.hasNonNull("algorithm") || !key.hasNonNull("flags")) {
                throw Refuse.badRequest("Missing parameter(s): algorithm, flags");
            }
        }
        if (tasks.open(name.name, TASK).isPresent()) {
            throw Refuse.conflict("A task " + TASK + " of " + name.name + " is under way");
        }
        portfolio.change(name, state -> state);
        return SandboxAnswer.ok(tasks.begin(TASK, name.name, 0, keys.toString()).json());
    }
}
