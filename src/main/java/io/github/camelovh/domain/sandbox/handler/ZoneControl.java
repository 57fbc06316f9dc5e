// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.server.ControlHandler;
import io.github.camelovh.domain.sandbox.zone.ZoneFileText;
import java.util.List;

/** {@code /_sandbox/zones}: what is served, and what tests want a zone to show. */
final class ZoneControl implements ControlHandler {

    private static final String ROUTES =
            "GET zones, GET or POST zones/ZONE, GET zones/ZONE/served, GET zones/ZONE/history/SECOND";

    private final Zones zones;

    ZoneControl(Zones zones) {
        this.zones = zones;
    }

    @Override
    public JsonNode answer(String method, List<String> path, JsonNode body) {
        if (method.equals("GET") && path.isEmpty()) {
            ArrayNode all = Json.list();
            zones.names().forEach(name -> all.add(summary(zone(name))));
            return all;
        }
        if (path.isEmpty()) {
            throw unknown(method, path);
        }
        SandboxZone zone = zone(path.get(0));
        return switch (method + " "
                + String.join(
                        "/", path.subList(1, path.size()).stream().limit(1).toList())) {
            case "GET " -> summary(zone);
            case "POST " -> {
                pretend(zones.change(zone), body);
                yield summary(zone);
            }
            case "GET served" ->
                Json.object(
                        "zone",
                        zone.name,
                        "serial",
                        zone.servedSoa.serial(),
                        "records",
                        zone.served().lines());
            case "GET history" -> {
                if (path.size() != 3) {
                    throw unknown(method, path);
                }
                yield Json.text(zone.history.stream()
                        .filter(point -> String.valueOf(point.at() / 1000).equals(path.get(2)))
                        .findFirst()
                        .map(point -> ZoneFileText.write(point.soa(), point.entries()))
                        .orElseThrow(() -> new IllegalArgumentException("The zone has no such restore point")));
            }
            default -> throw unknown(method, path);
        };
    }

    private static IllegalArgumentException unknown(String method, List<String> path) {
        return new IllegalArgumentException("The sandbox has no control route " + method + " zones/"
                + String.join("/", path) + ". The control routes are " + ROUTES);
    }

    private SandboxZone zone(String name) {
        return zones.find(name).orElseThrow(() -> new IllegalArgumentException("The sandbox has no zone " + name));
    }

    private static ObjectNode summary(SandboxZone zone) {
        return Json.object(
                "zone",
                zone.name,
                "records",
                zone.records.size(),
                "serial",
                zone.soa.serial(),
                "servedRecords",
                zone.served.size(),
                "servedSerial",
                zone.servedSoa.serial(),
                "refreshPending",
                zone.pending != null,
                "fault",
                zone.fault,
                "dnssec",
                zone.dnssec,
                "restorePoints",
                zone.history.size());
    }

    /** Members that are not given stay unchanged. */
    private static void pretend(SandboxZone zone, JsonNode body) {
        body.fieldNames().forEachRemaining(name -> {
            if (!List.of("deployed", "warnings", "ghosts").contains(name)) {
                throw new IllegalArgumentException("A zone has the members deployed, warnings and ghosts, not " + name);
            }
        });
        if (body.has("deployed")) {
            zone.deployed =
                    body.get("deployed").isNull() ? null : body.get("deployed").asBoolean();
        }
        if (body.has("warnings")) {
            zone.warnings = RegistryWork.texts(body.get("warnings"));
        }
        if (body.has("ghosts")) {
            zone.ghosts.clear();
            body.get("ghosts").forEach(id -> zone.ghosts.add(id.asLong()));
        }
    }
}
