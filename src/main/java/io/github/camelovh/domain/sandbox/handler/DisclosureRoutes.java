// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxAnswer;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What whois shows of the contacts of a name: the disclosed fields, and the substitute mail addresses. Each list that
 * is put replaces the one before; contacts that are not in it have no setting any more.
 */
final class DisclosureRoutes {
    private static final String NAME = "/domain/{serviceName}";
    private static final List<String> FIELDS =
            List.of("address", "city", "country", "email", "fax", "name", "organisation", "phone", "province", "zip");
    /** A generic registry knows addresses of these contacts; a country registry knows only the owner's address. */
    private static final List<String> GENERIC = List.of("admin", "billing", "owner", "tech");

    private final SandboxWorld world;
    private final Portfolio portfolio;
    private final Extensions extensions;

    DisclosureRoutes(SandboxWorld world, Portfolio portfolio, Extensions extensions) {
        this.world = world;
        this.portfolio = portfolio;
        this.extensions = extensions;
    }

    void register(Routes routes) {
        routes.on("GET", NAME + "/rules/optin", request -> SandboxAnswer.ok(optins(choices(name(request)))));
        routes.on("GET", NAME + "/configurations/optin", request -> SandboxAnswer.ok(optins(disclosed(name(request)))));
        routes.on("PUT", NAME + "/configurations/optin", this::disclose);
        routes.on(
                "GET",
                NAME + "/rules/emailsObfuscation",
                request -> SandboxAnswer.ok(Json.list(obfuscatable(name(request)))));
        routes.on("GET", NAME + "/configurations/obfuscatedEmails", request -> {
            NameState name = name(request);
            return SandboxAnswer.ok(addresses(obfuscated(name)));
        });
        routes.on("PUT", NAME + "/configurations/obfuscatedEmails", this::obfuscate);
        routes.on("POST", NAME + "/configurations/obfuscatedEmails/refresh", this::refresh);
    }

    private NameState name(SandboxRequest request) {
        return portfolio.get(request.path("serviceName"));
    }

    private boolean generic(NameState name) {
        return extensions.find(name.extension).filter(Extension::generic).isPresent();
    }

    /** The fields that can be disclosed, by contact; no fields: all or nothing. */
    private Map<String, List<String>> choices(NameState name) {
        return choices(generic(name), name.extension);
    }

    static Map<String, List<String>> choices(boolean generic, String extension) {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        if (generic) {
            choices.put("tech", List.of());
            choices.put("admin", List.of());
            choices.put("owner", FIELDS);
        } else if (!extension.endsWith("uk")) {
            choices.put("owner", List.of());
        }
        return choices;
    }

    private static Map<String, List<String>> disclosed(NameState name) {
        return name.disclosed == null ? Map.of() : name.disclosed;
    }

    private static ArrayNode optins(Map<String, List<String>> byType) {
        ArrayNode list = Json.list();
        byType.forEach((type, fields) -> list.add(Json.object("type", type, "fields", fields)));
        return list;
    }

    private SandboxAnswer disclose(SandboxRequest request) {
        NameState name = name(request);
        Map<String, List<String>> choices = choices(name);
        Map<String, List<String>> wished = new TreeMap<>();
        for (JsonNode each : request.body().path("optin")) {
            String type = each.path("type").asText();
            List<String> fields = texts(each.path("fields"));
            if (!choices.containsKey(type)) {
                throw Refuse.badRequest("The disclosure of the contact " + type + " cannot be configured");
            }
            if (!choices.get(type).containsAll(fields)) {
                throw Refuse.badRequest("The contact " + type + " takes the fields " + choices.get(type) + " only");
            }
            // A contact with fields to choose from, but none chosen, discloses nothing.
            if (!fields.isEmpty() || choices.get(type).isEmpty()) {
                wished.put(type, fields);
            }
        }
        portfolio.change(name, state -> {
            state.disclosed = wished;
            return state;
        });
        return SandboxAnswer.ok(optins(wished));
    }

    private List<String> obfuscatable(NameState name) {
        return generic(name) ? GENERIC : List.of("owner");
    }

    /** On for all contacts, unless other contacts were requested. */
    private Map<String, NameState.StandIn> obfuscated(NameState name) {
        if (name.obfuscated != null) {
            return name.obfuscated;
        }
        Map<String, NameState.StandIn> atStart = new TreeMap<>();
        obfuscatable(name).forEach(type -> atStart.put(type, new NameState.StandIn(address(name, type, 0), 0)));
        return atStart;
    }

    private String address(NameState name, String type, long number) {
        return world.uuid("address " + name.name + " " + type + " " + number) + "@v.o-w-o.info";
    }

    private NameState.StandIn fresh(NameState name, String type) {
        return new NameState.StandIn(
                address(name, type, world.ids().next()),
                world.now().plus(world.taskTime()).toEpochMilli());
    }

    private SandboxAnswer obfuscate(SandboxRequest request) {
        NameState name = name(request);
        Map<String, NameState.StandIn> before = obfuscated(name);
        Map<String, NameState.StandIn> wished = new TreeMap<>();
        for (String type : texts(request.body().path("contacts"))) {
            if (!obfuscatable(name).contains(type)) {
                throw Refuse.badRequest("The mail address of the contact " + type + " cannot be obfuscated");
            }
            wished.put(type, before.containsKey(type) ? before.get(type) : fresh(name, type));
        }
        return SandboxAnswer.ok(addresses(keep(name, wished)));
    }

    private SandboxAnswer refresh(SandboxRequest request) {
        NameState name = name(request);
        Map<String, NameState.StandIn> all = new TreeMap<>(obfuscated(name));
        for (String type : texts(request.body().path("contacts"))) {
            if (!all.containsKey(type)) {
                throw Refuse.badRequest("The mail address of the contact " + type + " is not obfuscated");
            }
            all.put(type, fresh(name, type));
        }
        keep(name, all);
        return SandboxAnswer.nothing();
    }

    private Map<String, NameState.StandIn> keep(NameState name, Map<String, NameState.StandIn> all) {
        portfolio.change(name, state -> {
            state.obfuscated = all;
            return state;
        });
        return all;
    }

    private ArrayNode addresses(Map<String, NameState.StandIn> all) {
        ArrayNode list = Json.list();
        all.forEach((type, standIn) -> list.add(Json.object(
                "type",
                type,
                "value",
                standIn.address(),
                "status",
                standIn.readyAt() > world.now().toEpochMilli() ? "todo" : "done")));
        return list;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
