// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxAnswer;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import io.github.camelovh.domain.sandbox.zone.EntryCheck;
import io.github.camelovh.domain.sandbox.zone.ZoneEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * {@code /domain/zone/{zoneName}/record}. A post always creates a record, even if there is an equal one. It is not
 * served before a refresh.
 */
final class RecordRoutes {

    private static final String LIST = "/domain/zone/{zoneName}/record";
    private static final String ONE = LIST + "/{id}";

    private final SandboxWorld world;
    private final Zones zones;

    RecordRoutes(SandboxWorld world, Zones zones) {
        this.world = world;
        this.zones = zones;
    }

    void register(Routes routes) {
        routes.on("GET", LIST, this::list);
        routes.on("POST", LIST, this::create);
        routes.on("GET", ONE, request -> {
            SandboxZone zone = zones.get(request);
            return SandboxAnswer.ok(json(zone, entry(zone, request)));
        });
        routes.on("PUT", ONE, this::update);
        routes.on("DELETE", ONE, this::delete);
    }

    static void check(SandboxZone zone, ZoneEntry entry) {
        EntryCheck.problem(zone.name, entry).ifPresent(problem -> {
            throw Refuse.badRequest(problem);
        });
    }

    private static ObjectNode json(SandboxZone zone, ZoneEntry entry) {
        return Json.object(
                "target", entry.target(),
                "ttl", entry.ttl(),
                "zone", zone.name,
                "fieldType", entry.fieldType(),
                "id", entry.id(),
                "subDomain", entry.subDomain());
    }

    /** An empty {@code subDomain} selects the apex. */
    private SandboxAnswer list(SandboxRequest request) {
        Optional<String> type = request.query("fieldType");
        Optional<String> subDomain = request.query("subDomain");
        List<Long> ids = zones.get(request).records.values().stream()
                .filter(entry -> type.isEmpty() || entry.fieldType().equals(type.get()))
                .filter(entry -> subDomain.isEmpty() || entry.subDomain().equals(subDomain.get()))
                .map(ZoneEntry::id)
                .sorted(Comparator.comparingLong(this::place))
                .toList();
        return SandboxAnswer.ok(Json.list(ids));
    }

    /** The position of an id in lists: an arbitrary but stable order. */
    private long place(long id) {
        long hash = (id ^ world.seed()) * 0x9E3779B97F4A7C15L;
        return hash ^ (hash >>> 32);
    }

    private static ZoneEntry entry(SandboxZone zone, SandboxRequest request) {
        long id = request.id("id");
        ZoneEntry entry = zone.records.get(id);
        if (entry == null || zone.ghosts.contains(id)) {
            throw Refuse.noSuchObject(id);
        }
        return entry;
    }

    private SandboxAnswer create(SandboxRequest request) {
        SandboxZone zone = zones.get(request);
        ZoneEntry posted = new ZoneEntry(
                0,
                request.text("subDomain").orElse(""),
                request.text("fieldType").orElseThrow(),
                request.text("target").orElseThrow(),
                request.body().path("ttl").asLong(0));
        check(zone, posted);
        ZoneEntry made = zones.kept(zone, posted).withId(world.ids().next());
        zones.change(zone).put(made);
        return SandboxAnswer.ok(json(zone, made));
    }

    private SandboxAnswer update(SandboxRequest request) {
        SandboxZone zone = zones.get(request);
        ZoneEntry old = entry(zone, request);
        JsonNode body = request.body();
        ZoneEntry wanted = new ZoneEntry(
                old.id(),
                body.has("subDomain") ? request.text("subDomain").orElse("") : old.subDomain(),
                old.fieldType(),
                request.text("target").orElse(old.target()),
                body.has("ttl") ? body.get("ttl").asLong(0) : old.ttl());
        check(zone, wanted);
        zones.change(zone).put(zones.kept(zone, wanted));
        return SandboxAnswer.nothing();
    }

    private SandboxAnswer delete(SandboxRequest request) {
        SandboxZone zone = zones.get(request);
        ZoneEntry entry = entry(zone, request);
        zones.change(zone).records.remove(entry.id());
        zone.captions.remove(entry.id());
        return SandboxAnswer.nothing();
    }
}
