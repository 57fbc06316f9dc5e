// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxAnswer;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code /allDom} and {@code /v2/domain/alldom}: names with one label and several extensions, sold and renewed as one
 * pack.
 */
final class AllDomRoutes {
    private static final String PACK = "/allDom/{serviceName}";
    private static final String PACK_V2 = "/v2/domain/alldom/{alldomName}";
    /** The extensions that packs can have, as version 2 lists them. */
    private static final List<String> EXTENSIONS = List.of("be", "biz", "com", "eu", "fr", "info", "net", "org");

    private final SandboxWorld world;
    private final Portfolio portfolio;
    private final NameRoutes names;

    AllDomRoutes(SandboxWorld world, Portfolio portfolio, NameRoutes names) {
        this.world = world;
        this.portfolio = portfolio;
        this.names = names;
    }

    void register(Routes routes) {
        routes.on(
                "GET",
                "/allDom",
                request ->
                        SandboxAnswer.ok(Json.list(List.copyOf(portfolio.packs().keySet()))));
        routes.on("GET", PACK, request -> SandboxAnswer.ok(version1(request.path("serviceName"), pack(request))));
        routes.on("GET", PACK + "/domain", this::domains);
        routes.on("GET", PACK + "/domain/{domain}", this::domain);
        routes.on("GET", PACK + "/serviceInfos", request -> SandboxAnswer.ok(infos(request)));
        routes.on("PUT", PACK + "/serviceInfos", request -> {
            JsonNode renew = request.body().path("renew");
            pack(request).forEach(name -> names.setRenewal(name, renew));
            return SandboxAnswer.nothing();
        });
        routes.on(
                "GET",
                "/v2/domain/alldom",
                request -> SandboxAnswer.ok(Json.list(portfolio.packs().entrySet().stream()
                        .map(pack -> version2(pack.getKey(), pack.getValue()))
                        .toList())));
        routes.on("GET", PACK_V2, request -> {
            String name = request.path("alldomName");
            return SandboxAnswer.ok(version2(name, pack(name)));
        });
        routes.on("GET", PACK_V2 + "/task", request -> {
            pack(request.path("alldomName"));
            return SandboxAnswer.ok(Json.list());
        });
    }

    private List<NameState> pack(SandboxRequest request) {
        return pack(request.path("serviceName"));
    }

    private List<NameState> pack(String name) {
        return Optional.ofNullable(portfolio.packs().get(name)).orElseThrow(Refuse::noSuchService);
    }

    private static String type(List<NameState> pack) {
        boolean french = pack.stream().anyMatch(name -> name.extension.equals("fr"));
        boolean others = pack.stream().anyMatch(name -> !name.extension.equals("fr"));
        return french && others ? "french+international" : french ? "french" : "international";
    }

    private ObjectNode version1(String name, List<NameState> pack) {
        return Json.object("iam", iam(name), "name", name, "offer", "gold", "type", type(pack));
    }

    private ObjectNode iam(String name) {
        return Json.object(
                "displayName",
                name,
                "id",
                world.uuid("iam pack " + name).toString(),
                "state",
                "OK",
                "tags",
                Json.object(),
                "urn",
                "urn:v1:eu:resource:alldom:" + name);
    }

    private SandboxAnswer domains(SandboxRequest request) {
        String wanted = request.query("domain").orElse("");
        return SandboxAnswer.ok(Json.list(pack(request).stream()
                .map(name -> name.name)
                .filter(name -> name.contains(wanted))
                .toList()));
    }

    private SandboxAnswer domain(SandboxRequest request) {
        String wanted = request.path("domain");
        if (pack(request).stream().noneMatch(name -> name.name.equals(wanted))) {
            throw Refuse.noSuchObject(wanted);
        }
        return SandboxAnswer.ok(Json.object("domain", wanted));
    }

    private ObjectNode infos(SandboxRequest request) {
        return names.serviceInfos(pack(request).get(0)).put("domain", request.path("serviceName"));
    }

    private ObjectNode version2(String name, List<NameState> pack) {
        return Json.object(
                "id",
                name,
                "checksum",
                world.uuid("pack " + name + pack.size()).toString().replace("-", ""),
                "resourceStatus",
                "READY",
                "currentState",
                Json.object(
                        "name",
                        name,
                        "type",
                        type(pack).toUpperCase(Locale.ROOT),
                        "extensions",
                        pack.stream()
                                .map(one -> one.extension)
                                .filter(EXTENSIONS::contains)
                                .toList(),
                        "domains",
                        pack.stream().map(this::member).toList()),
                "currentTasks",
                Json.list(),
                "iam",
                iam(name));
    }

    private ObjectNode member(NameState name) {
        Age age = Age.of(name, world.now().toEpochMilli());
        return Json.object(
                "dnssecActivated",
                !name.keys.isEmpty(),
                "expiresAt",
                Instant.ofEpochSecond(name.expires / 1000).toString(),
                "extension",
                name.extension,
                "mainState",
                age.version2(),
                "name",
                name.name,
                "nameServers",
                NameV2.typedServers(name),
                "protectionState",
                name.lock.equals("locked") ? "PROTECTED" : "UNPROTECTED",
                "registrationStatus",
                "REGISTERED",
                "suspensionState",
                age == Age.OK ? "NOT_SUSPENDED" : "SUSPENDED");
    }
}
