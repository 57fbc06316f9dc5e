// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxAnswer;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import io.github.camelovh.domain.sandbox.zone.ZoneEntry;

/**
 * {@code /domain/zone/{zoneName}/dynHost}: logins, and the addresses that they may change, which are the A and AAAA
 * records with a TTL of 60 seconds.
 */
final class DynHostRoutes {

    private static final String ZONE = "/domain/zone/{zoneName}/dynHost";
    private static final long TTL = 60;

    private final SandboxWorld world;
    private final Zones zones;

    DynHostRoutes(SandboxWorld world, Zones zones) {
        this.world = world;
        this.zones = zones;
    }

    void register(Routes routes) {
        routes.on("GET", ZONE + "/login", this::logins);
        routes.on("POST", ZONE + "/login", this::addLogin);
        routes.on("GET", ZONE + "/login/{login}", request -> {
            SandboxZone zone = zones.get(request);
            return SandboxAnswer.ok(login(zone, login(zone, request)));
        });
        routes.on("PUT", ZONE + "/login/{login}", this::updateLogin);
        routes.on("DELETE", ZONE + "/login/{login}", request -> {
            SandboxZone zone = zones.get(request);
            String login = login(zone, request);
            zones.change(zone).logins.remove(login);
            return SandboxAnswer.nothing();
        });
        routes.on("POST", ZONE + "/login/{login}/changePassword", request -> {
            login(zones.get(request), request);
            return SandboxAnswer.nothing();
        });
        routes.on("GET", ZONE + "/record", this::records);
        routes.on("POST", ZONE + "/record", this::addRecord);
        routes.on("GET", ZONE + "/record/{id}", request -> {
            SandboxZone zone = zones.get(request);
            return SandboxAnswer.ok(record(zone, record(zone, request)));
        });
        routes.on("PUT", ZONE + "/record/{id}", this::updateRecord);
        routes.on("DELETE", ZONE + "/record/{id}", request -> {
            SandboxZone zone = zones.get(request);
            ZoneEntry entry = record(zone, request);
            zones.change(zone).records.remove(entry.id());
            return SandboxAnswer.nothing();
        });
    }

    private SandboxAnswer logins(SandboxRequest request) {
        return SandboxAnswer.ok(Json.list(zones.get(request).logins.entrySet().stream()
                .filter(login ->
                        request.query("login").map(login.getKey()::equals).orElse(true))
                .filter(login ->
                        request.query("subDomain").map(login.getValue()::equals).orElse(true))
                .map(java.util.Map.Entry::getKey)
                .toList()));
    }

    private static ObjectNode login(SandboxZone zone, String login) {
        return Json.object("login", login, "subDomain", zone.logins.get(login), "zone", zone.name);
    }

    private static String login(SandboxZone zone, SandboxRequest request) {
        String login = request.path("login");
        if (!zone.logins.containsKey(login)) {
            throw Refuse.noSuchObject(login);
        }
        return login;
    }

    private SandboxAnswer addLogin(SandboxRequest request) {
        SandboxZone zone = zones.get(request);
        String suffix = request.text("loginSuffix").orElseThrow();
        if (!suffix.matches("[A-Za-z0-9_.-]+")) {
            throw Refuse.badRequest("Body parameter loginSuffix isn't formated correctly");
        }
        String login = zone.name + "-" + suffix;
        if (zone.logins.containsKey(login)) {
            throw Refuse.conflict("The login " + login + " exists already");
        }
        zones.change(zone).logins.put(login, request.text("subDomain").orElse(""));
        return SandboxAnswer.ok(login(zone, login));
    }

    private SandboxAnswer updateLogin(SandboxRequest request) {
        SandboxZone zone = zones.get(request);
        String old = login(zone, request);
        String login = request.text("login").orElse(old);
        if (!login.equals(old) && zone.logins.containsKey(login)) {
            throw Refuse.conflict("The login " + login + " exists already");
        }
        String subDomain = request.text("subDomain").orElse(zone.logins.get(old));
        zones.change(zone).logins.remove(old);
        zone.logins.put(login, subDomain);
        return SandboxAnswer.nothing();
    }

    private static boolean isDynamic(ZoneEntry entry) {
        return entry.ttl() == TTL
                && (entry.fieldType().equals("A") || entry.fieldType().equals("AAAA"));
    }

    private SandboxAnswer records(SandboxRequest request) {
        return SandboxAnswer.ok(Json.list(world.unordered(zones.get(request).records.values().stream()
                .filter(DynHostRoutes::isDynamic)
                .filter(entry -> request.query("subDomain")
                        .map(entry.subDomain()::equals)
                        .orElse(true))
                .map(ZoneEntry::id)
                .toList())));
    }

    private static ObjectNode record(SandboxZone zone, ZoneEntry entry) {
        return Json.object(
                "id", entry.id(),
                "ip", entry.target(),
                "subDomain", entry.subDomain(),
                "ttl", entry.ttl(),
                "zone", zone.name);
    }

    private static ZoneEntry record(SandboxZone zone, SandboxRequest request) {
        long id = request.id("id");
        ZoneEntry entry = zone.records.get(id);
        if (entry == null || !isDynamic(entry)) {
            throw Refuse.noSuchObject(id);
        }
        return entry;
    }

    private static ZoneEntry checked(SandboxZone zone, long id, String subDomain, String ip) {
        ZoneEntry entry = new ZoneEntry(id, subDomain, ip.contains(":") ? "AAAA" : "A", ip, TTL);
        RecordRoutes.check(zone, entry);
        return entry;
    }

    private SandboxAnswer addRecord(SandboxRequest request) {
        SandboxZone zone = zones.get(request);
        String ip = request.text("ip").orElseThrow(() -> Refuse.badRequest("Missing parameter(s): ip"));
        ZoneEntry made = checked(zone, 0, request.text("subDomain").orElse(""), ip)
                .withId(world.ids().next());
        zones.change(zone).put(made);
        return SandboxAnswer.ok(record(zone, made));
    }

    private SandboxAnswer updateRecord(SandboxRequest request) {
        SandboxZone zone = zones.get(request);
        ZoneEntry old = record(zone, request);
        ZoneEntry wanted = checked(
                zone,
                old.id(),
                request.text("subDomain").orElse(old.subDomain()),
                request.text("ip").orElse(old.target()));
        zones.change(zone).put(wanted);
        return SandboxAnswer.nothing();
    }
}
