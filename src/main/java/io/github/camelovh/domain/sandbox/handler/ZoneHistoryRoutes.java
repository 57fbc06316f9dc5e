// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxAnswer;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.function.Supplier;

/** {@code /domain/zone/{zoneName}/history}: earlier served versions, and their restoration. */
final class ZoneHistoryRoutes {

    private static final String LIST = "/domain/zone/{zoneName}/history";
    private static final String ONE = LIST + "/{creationDate}";

    private final Zones zones;
    private final TaskStore tasks;
    private final Supplier<String> origin;

    ZoneHistoryRoutes(Zones zones, TaskStore tasks, Supplier<String> origin) {
        this.zones = zones;
        this.tasks = tasks;
        this.origin = origin;
    }

    void register(Routes routes) {
        routes.on("GET", LIST, this::list);
        routes.on("GET", ONE, this::point);
        routes.on("POST", ONE + "/restore", this::restore);
    }

    private SandboxAnswer list(SandboxRequest request) {
        long from = request.query("creationDate.from")
                .map(ZoneHistoryRoutes::millis)
                .orElse(Long.MIN_VALUE);
        long to =
                request.query("creationDate.to").map(ZoneHistoryRoutes::millis).orElse(Long.MAX_VALUE);
        return SandboxAnswer.ok(Json.list(zones.get(request).history.stream()
                .filter(point -> point.at() >= from && point.at() <= to)
                .map(point -> Json.dateTime(point.at()))
                .toList()));
    }

    private static long millis(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeParseException e) {
            throw Refuse.badRequest("creationDate isn't formated correctly");
        }
    }

    /** The restore point of that second. */
    static SandboxZone.Version point(SandboxZone zone, String date) {
        long second = millis(date) / 1000;
        return zone.history.stream()
                .filter(point -> point.at() / 1000 == second)
                .findFirst()
                .orElseThrow(() -> Refuse.noSuchObject(date));
    }

    private SandboxAnswer point(SandboxRequest request) {
        SandboxZone zone = zones.get(request);
        SandboxZone.Version point = point(zone, request.path("creationDate"));
        return SandboxAnswer.ok(Json.object(
                "creationDate",
                Json.dateTime(point.at()),
                "zoneFileUrl",
                origin.get() + "/_sandbox/zones/" + zone.name + "/history/" + point.at() / 1000));
    }

    private SandboxAnswer restore(SandboxRequest request) {
        SandboxZone zone = zones.get(request);
        SandboxZone.Version point = point(zone, request.path("creationDate"));
        return SandboxAnswer.ok(ZoneTaskRoutes.json(tasks.beginOfZone(
                "ZoneRestore",
                zones.change(zone).name,
                0,
                Json.dateTime(point.at()).asText())));
    }
}
