// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxAnswer;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import io.github.camelovh.domain.sandbox.zone.SoaEntry;
import io.github.camelovh.domain.sandbox.zone.ZoneEntry;
import io.github.camelovh.domain.sandbox.zone.ZoneFileText;
import java.io.IOException;
import java.util.List;

/** {@code /domain/zone} and the operations on a whole zone: its file, its SOA, refresh, reset, DNSSEC. */
final class ZoneRoutes {

    private static final String ZONE = "/domain/zone/{zoneName}";

    private final SandboxWorld world;
    private final Zones zones;
    private final TaskStore tasks;

    ZoneRoutes(SandboxWorld world, Zones zones, TaskStore tasks) {
        this.world = world;
        this.zones = zones;
        this.tasks = tasks;
    }

    void register(Routes routes) {
        routes.on("GET", "/domain/zone", request -> SandboxAnswer.ok(Json.list(zones.names())));
        routes.on("GET", ZONE, request -> SandboxAnswer.ok(json(zones.get(request))));
        routes.on("GET", ZONE + "/status", request -> SandboxAnswer.ok(status(zones.get(request))));
        routes.on("GET", ZONE + "/soa", request -> SandboxAnswer.ok(soa(zones.get(request).soa)));
        routes.on("PUT", ZONE + "/soa", this::updateSoa);
        routes.on("POST", ZONE + "/refresh", request -> {
            zones.refresh(zones.get(request));
            return SandboxAnswer.nothing();
        });
        routes.onTimer(Zones.TIMER, zones::refreshed);
        routes.on("GET", ZONE + "/export", this::export);
        routes.on("POST", ZONE + "/import", this::importFile);
        routes.on("POST", ZONE + "/reset", this::reset);
        routes.on("GET", ZONE + "/capabilities", request -> {
            zones.get(request);
            return SandboxAnswer.ok(Json.object("dynHost", true));
        });
        routes.on("GET", ZONE + "/option", request -> {
            zones.get(request);
            return SandboxAnswer.ok(Json.list());
        });
        routes.on("GET", ZONE + "/option/{name}", request -> {
            zones.get(request);
            throw Refuse.noSuchObject(request.path("name"));
        });
        routes.on(
                "GET", ZONE + "/dnssec", request -> SandboxAnswer.ok(Json.object("status", zones.get(request).dnssec)));
        routes.on("POST", ZONE + "/dnssec", request -> dnssec(request, "disabled", "DnssecEnable"));
        routes.on("DELETE", ZONE + "/dnssec", request -> dnssec(request, "enabled", "DnssecDisable"));
    }

    private ObjectNode json(SandboxZone zone) {
        return Json.object(
                "name",
                zone.name,
                "nameServers",
                ZoneMaker.SERVERS,
                "dnssecSupported",
                true,
                "dnssecActivated",
                zone.dnssec.equals("enabled") || zone.dnssec.equals("disableInProgress"),
                "hasDnsAnycast",
                false,
                "lastUpdate",
                Json.dateTime(zone.updated),
                "iam",
                Json.object(
                        "id",
                        world.uuid("iam zone " + zone.name).toString(),
                        "urn",
                        "urn:v1:eu:resource:dnsZone:" + zone.name,
                        "displayName",
                        zone.name,
                        "state",
                        "OK",
                        "tags",
                        null));
    }

    private static ObjectNode status(SandboxZone zone) {
        return Json.object(
                "errors",
                zone.fault == null ? null : List.of(zone.fault),
                "isDeployed",
                zone.deployed == null ? zone.fault == null : zone.deployed,
                "warnings",
                zone.warnings.isEmpty() ? null : zone.warnings);
    }

    private static ObjectNode soa(SoaEntry soa) {
        return Json.object(
                "email",
                soa.email(),
                "expire",
                soa.expire(),
                "nxDomainTtl",
                soa.nxDomainTtl(),
                "refresh",
                soa.refresh(),
                "serial",
                soa.serial(),
                "server",
                soa.server(),
                "ttl",
                soa.ttl());
    }

    private SandboxAnswer updateSoa(SandboxRequest request) {
        SandboxZone zone = zones.get(request);
        JsonNode body = request.body();
        SoaEntry old = zone.soa;
        SoaEntry wanted = new SoaEntry(
                host(request.text("server").orElse(old.server()), "server"),
                host(request.text("email").orElse(old.email()), "email"),
                number(body, "serial", old.serial()),
                number(body, "refresh", old.refresh()),
                number(body, "expire", old.expire()),
                number(body, "nxDomainTtl", old.nxDomainTtl()),
                number(body, "ttl", old.ttl()));
        zones.change(zone).soa = wanted;
        return SandboxAnswer.nothing();
    }

    private static String host(String text, String member) {
        if (!text.matches("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*\\.?")) {
            throw Refuse.badRequest("Body parameter " + member + " isn't formated correctly");
        }
        return text.endsWith(".") ? text : text + ".";
    }

    private static long number(JsonNode body, String member, long old) {
        long value = body.path(member).asLong(old);
        if (value < 0 || value > 0xFFFFFFFFL) {
            throw Refuse.badRequest("Body parameter " + member + " isn't formated correctly");
        }
        return value;
    }

    private SandboxAnswer export(SandboxRequest request) {
        SandboxZone zone = zones.get(request);
        return SandboxAnswer.text(ZoneFileText.write(zone.soa, zone.records.values()));
    }

    private SandboxAnswer importFile(SandboxRequest request) {
        SandboxZone zone = zones.get(request);
        String file = request.text("zoneFile").orElseThrow();
        try {
            ZoneFileText.read(zone.name, file);
        } catch (IOException e) {
            throw Refuse.badRequest("Invalid zone file: " + e.getMessage());
        }
        return SandboxAnswer.ok(ZoneTaskRoutes.json(begin(zone, "ZoneImport", file)));
    }

    private TaskState begin(SandboxZone zone, String function, String change) {
        tasks.openOfZone(zone.name).ifPresent(open -> {
            throw Refuse.conflict("A task " + open.function + " of the zone " + zone.name + " is under way");
        });
        zones.change(zone);
        return tasks.beginOfZone(function, zone.name, 0, change);
    }

    private SandboxAnswer reset(SandboxRequest request) {
        SandboxZone zone = zones.get(request);
        List<ZoneEntry> fresh = request.flag("minimized")
                ? ZoneMaker.minimal(world.ids()::next)
                : ZoneMaker.usual(zone.name, world.ids()::next);
        for (JsonNode wanted : request.body().path("DnsRecords")) {
            String type = wanted.path("fieldType").asText();
            fresh.removeIf(entry -> entry.fieldType().equals(type) && ZoneMaker.isUsual(entry));
        }
        for (JsonNode wanted : request.body().path("DnsRecords")) {
            ZoneEntry entry = new ZoneEntry(
                    world.ids().next(),
                    "",
                    wanted.path("fieldType").asText(),
                    wanted.path("target").asText(),
                    0);
            RecordRoutes.check(zone, entry);
            fresh.add(entry);
        }
        zone.replace(fresh);
        zones.deploy(zone);
        return SandboxAnswer.nothing();
    }

    private SandboxAnswer dnssec(SandboxRequest request, String from, String function) {
        SandboxZone zone = zones.get(request);
        if (!zone.dnssec.equals(from)) {
            throw Refuse.conflict("DNSSEC of the zone " + zone.name + " is " + zone.dnssec);
        }
        begin(zone, function, null);
        zone.dnssec = function.equals("DnssecEnable") ? "enableInProgress" : "disableInProgress";
        return SandboxAnswer.nothing();
    }
}
