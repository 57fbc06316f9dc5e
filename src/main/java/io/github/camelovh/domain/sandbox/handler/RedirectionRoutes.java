// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxAnswer;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import io.github.camelovh.domain.sandbox.zone.ZoneEntry;
import io.github.camelovh.domain.sandbox.zone.ZoneText;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code /domain/zone/{zoneName}/redirection}. A redirection consists of records: a TXT record with its kind and its
 * target, whose id it has, and the addresses of the redirecting server.
 */
final class RedirectionRoutes {

    private static final String LIST = "/domain/zone/{zoneName}/redirection";
    private static final String ONE = LIST + "/{id}";
    private static final Pattern TEXT = Pattern.compile("[123]\\|.+");
    private static final List<String> KINDS = List.of("visible", "invisible", "visiblePermanent");
    private static final SandboxZone.Captions NONE = new SandboxZone.Captions(null, null, null);

    private final SandboxWorld world;
    private final Zones zones;

    RedirectionRoutes(SandboxWorld world, Zones zones) {
        this.world = world;
        this.zones = zones;
    }

    void register(Routes routes) {
        routes.on("GET", LIST, this::list);
        routes.on("POST", LIST, this::create);
        routes.on("GET", ONE, request -> {
            SandboxZone zone = zones.get(request);
            return SandboxAnswer.ok(json(zone, redirection(zone, request)));
        });
        routes.on("PUT", ONE, this::update);
        routes.on("DELETE", ONE, this::delete);
    }

    private static boolean isRedirection(ZoneEntry entry) {
        return entry.fieldType().equals("TXT")
                && TEXT.matcher(ZoneText.plain(entry.target())).matches();
    }

    private static boolean occupies(ZoneEntry entry) {
        return List.of("A", "AAAA", "CNAME").contains(entry.fieldType());
    }

    private static boolean isServer(ZoneEntry entry) {
        return entry.target().equals(ZoneMaker.PARKING) || entry.target().equals(ZoneMaker.PARKING_V6);
    }

    private SandboxAnswer list(SandboxRequest request) {
        return SandboxAnswer.ok(Json.list(world.unordered(zones.get(request).records.values().stream()
                .filter(RedirectionRoutes::isRedirection)
                .filter(entry -> request.query("subDomain")
                        .map(entry.subDomain()::equals)
                        .orElse(true))
                .map(ZoneEntry::id)
                .toList())));
    }

    private static ObjectNode json(SandboxZone zone, ZoneEntry entry) {
        String text = ZoneText.plain(entry.target());
        SandboxZone.Captions captions = zone.captions.getOrDefault(entry.id(), NONE);
        return Json.object(
                "id",
                entry.id(),
                "zone",
                zone.name,
                "subDomain",
                entry.subDomain(),
                "type",
                KINDS.get(text.charAt(0) - '1'),
                "target",
                text.substring(2),
                "title",
                captions.title(),
                "keywords",
                captions.keywords(),
                "description",
                captions.description());
    }

    private static ZoneEntry redirection(SandboxZone zone, SandboxRequest request) {
        long id = request.id("id");
        ZoneEntry entry = zone.records.get(id);
        if (entry == null || !isRedirection(entry)) {
            throw Refuse.noSuchObject(id);
        }
        return entry;
    }

    private static SandboxZone.Captions captions(SandboxRequest request, String type, SandboxZone.Captions old) {
        SandboxZone.Captions wanted = new SandboxZone.Captions(
                request.text("title").orElse(old.title()),
                request.text("keywords").orElse(old.keywords()),
                request.text("description").orElse(old.description()));
        if (!type.equals("invisible") && !wanted.equals(NONE)) {
            throw Refuse.badRequest("title, keywords and description are for invisible redirections only");
        }
        return wanted;
    }

    private static ZoneEntry text(SandboxZone zone, long id, String subDomain, String type, String target) {
        if (!target.matches("https?://\\S+")) {
            throw Refuse.badRequest("Invalid target for redirection: " + target);
        }
        ZoneEntry entry =
                new ZoneEntry(id, subDomain, "TXT", ZoneText.quoted(KINDS.indexOf(type) + 1 + "|" + target), 0);
        RecordRoutes.check(zone, entry);
        return entry;
    }

    private SandboxAnswer create(SandboxRequest request) {
        SandboxZone zone = zones.get(request);
        String subDomain = request.text("subDomain").orElse("");
        String type = request.text("type").orElseThrow();
        SandboxZone.Captions captions = captions(request, type, NONE);
        ZoneEntry text = text(zone, 0, subDomain, type, request.text("target").orElseThrow());
        boolean taken = zone.records.values().stream()
                .filter(entry -> entry.subDomain().equals(subDomain))
                .anyMatch(entry -> isRedirection(entry) || (occupies(entry) && !isServer(entry)));
        if (taken) {
            throw Refuse.conflict("The subdomain " + subDomain + " of " + zone.name
                    + " has addresses, an alias or a redirection already");
        }
        zones.change(zone);
        zone.records.values().removeIf(entry -> entry.subDomain().equals(subDomain) && isServer(entry));
        ZoneEntry made = text.withId(world.ids().next());
        zone.put(made);
        zone.put(new ZoneEntry(world.ids().next(), subDomain, "A", ZoneMaker.PARKING, 0));
        zone.put(new ZoneEntry(world.ids().next(), subDomain, "AAAA", ZoneMaker.PARKING_V6, 0));
        if (!captions.equals(NONE)) {
            zone.captions.put(made.id(), captions);
        }
        return SandboxAnswer.ok(json(zone, made));
    }

    private SandboxAnswer update(SandboxRequest request) {
        SandboxZone zone = zones.get(request);
        ZoneEntry old = redirection(zone, request);
        String plain = ZoneText.plain(old.target());
        String type = request.text("type").orElse(KINDS.get(plain.charAt(0) - '1'));
        SandboxZone.Captions captions = captions(request, type, zone.captions.getOrDefault(old.id(), NONE));
        ZoneEntry wanted = text(
                zone, old.id(), old.subDomain(), type, request.text("target").orElse(plain.substring(2)));
        zones.change(zone).put(wanted);
        zone.captions.put(wanted.id(), captions);
        return SandboxAnswer.nothing();
    }

    private SandboxAnswer delete(SandboxRequest request) {
        SandboxZone zone = zones.get(request);
        ZoneEntry entry = redirection(zone, request);
        zones.change(zone)
                .records
                .values()
                .removeIf(other ->
                        other.id() == entry.id() || (other.subDomain().equals(entry.subDomain()) && isServer(other)));
        zone.captions.remove(entry.id());
        return SandboxAnswer.nothing();
    }
}
