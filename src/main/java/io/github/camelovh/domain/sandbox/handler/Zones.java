// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import io.github.camelovh.domain.sandbox.zone.EntryCheck;
import io.github.camelovh.domain.sandbox.zone.ServedZone;
import io.github.camelovh.domain.sandbox.zone.ZoneEntry;
import io.github.camelovh.domain.sandbox.zone.ZoneText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The zones of the account: one for each name, generated when somebody asks, and those that were ordered or requested
 * at start. Publishes edits to the name servers.
 */
final class Zones {

    /** The name of the timer that ends a refresh. */
    static final String TIMER = "zone.refresh";

    private static final long FIRST_OF_SIZED = 20_000_000_000L;
    private static final int MOST_OF_A_NAME = 8;
    private static final int REFRESH_PART = 4;
    private static final int SLOW = 10;
    private static final int MOST_POINTS = 200;
    private static final int LEAST_POINTS = 5;
    private static final long POINT_AGE = Portfolio.days(31);
    /** Limits the memory of a large zone that is refreshed often. */
    private static final int MOST_ENTRIES = 500_000;

    private final SandboxWorld world;
    private final Account account;
    private final Portfolio portfolio;
    private final ZoneSettings settings;
    private final ZoneMaker maker;

    Zones(SandboxWorld world, Account account, Portfolio portfolio, ZoneSettings settings) {
        this.world = world;
        this.account = account;
        this.portfolio = portfolio;
        this.settings = settings;
        this.maker = new ZoneMaker(world);
    }

    /** Creates the zones that were requested at start, except those in the stored state. */
    void open(long born) {
        long first = FIRST_OF_SIZED;
        for (Map.Entry<String, Integer> zone : settings.zones().entrySet()) {
            LongSupplier ids = counting(first);
            first += zone.getValue() + 2L;
            account.zones.computeIfAbsent(
                    zone.getKey(), name -> maker.zone(name, born, maker.sized(name, zone.getValue(), ids)));
        }
    }

    private static LongSupplier counting(long first) {
        long[] next = {first};
        return () -> next[0]++;
    }

    List<String> names() {
        Set<String> all = new LinkedHashSet<>(portfolio.names());
        all.addAll(account.zones.keySet());
        return new ArrayList<>(all);
    }

    Optional<SandboxZone> find(String name) {
        SandboxZone kept = account.zones.get(name);
        if (kept != null) {
            return Optional.of(kept);
        }
        return portfolio.find(name).map(owned -> {
            LongSupplier ids = counting(owned.serviceId * MOST_OF_A_NAME);
            return maker.zone(name, owned.created, ZoneMaker.usual(name, ids));
        });
    }

    /**
     * The zone of a request, read-only, because changes may be lost.
     *
     * @throws io.github.camelovh.domain.sandbox.server.SandboxRefusal if it is not in the account (any more) or is
     * expired
     */
    SandboxZone get(SandboxRequest request) {
        String name = request.path("zoneName");
        if (name.startsWith("expired-")) {
            throw Refuse.expired();
        }
        return find(name).filter(zone -> !name.startsWith("vanishing-")).orElseThrow(Refuse::noSuchService);
    }

    /** Stores a zone that is about to be changed. */
    SandboxZone change(SandboxZone zone) {
        zone.updated = world.now().toEpochMilli();
        account.zones.put(zone.name, zone);
        return zone;
    }

    void create(String name, String template) {
        change(maker.zone(name, world.now().toEpochMilli(), ZoneMaker.ofTemplate(template, name, world.ids()::next)));
    }

    /** The record that the API stores for a posted one. */
    ZoneEntry kept(SandboxZone zone, ZoneEntry posted) {
        if (!posted.fieldType().equals("TXT")) {
            return posted;
        }
        String plain = ZoneText.plain(posted.target());
        ZoneEntry key = new ZoneEntry(posted.id(), posted.subDomain(), "DKIM", plain, posted.ttl());
        if (settings.txtAsDkim()
                && plain.startsWith("v=DKIM1")
                && EntryCheck.problem(zone.name, key).isEmpty()) {
            return key;
        }
        String target = settings.txtQuoting() ? ZoneText.quoted(posted.target()) : posted.target();
        return new ZoneEntry(posted.id(), posted.subDomain(), posted.fieldType(), target, posted.ttl());
    }

    List<ZoneEntry> withNewIds(List<ZoneEntry> entries) {
        return entries.stream().map(entry -> entry.withId(world.ids().next())).toList();
    }

    /** Starts to publish the current zone to the name servers; later changes wait for the next refresh. */
    void refresh(SandboxZone zone) {
        if (zone.pending != null) {
            throw Refuse.conflict("A refresh of the zone " + zone.name + " is already in progress");
        }
        change(zone);
        Duration time = world.taskTime()
                .multipliedBy(zone.name.startsWith("slow-") ? SLOW : 1)
                .dividedBy(REFRESH_PART);
        zone.pending = version(zone, world.now().plus(time).toEpochMilli());
        world.clock().scheduleIn(time, TIMER, Json.object("zone", zone.name, "at", zone.pending.at()));
    }

    private SandboxZone.Version version(SandboxZone zone, long at) {
        zone.soa = zone.soa.bumped(ZoneMaker.day(world.now().toEpochMilli()));
        return new SandboxZone.Version(at, zone.soa, List.copyOf(zone.records.values()));
    }

    /** Handles the timer. The timer of a refresh that was overtaken is ignored. */
    void refreshed(JsonNode timer) {
        SandboxZone zone = account.zones.get(timer.get("zone").asText());
        if (zone != null
                && zone.pending != null
                && zone.pending.at() == timer.get("at").asLong()) {
            deploy(zone, zone.pending);
        }
    }

    /** Serves the current zone at once, as imports and restores do. */
    void deploy(SandboxZone zone) {
        deploy(change(zone), version(zone, world.now().toEpochMilli()));
    }

    private void deploy(SandboxZone zone, SandboxZone.Version version) {
        zone.pending = null;
        zone.fault = ServedZone.fault(version.entries()).orElse(null);
        if (zone.fault == null) {
            zone.serve(version);
            keepPoint(zone, version);
        }
    }

    private void keepPoint(SandboxZone zone, SandboxZone.Version version) {
        List<SandboxZone.Version> history = zone.history;
        // Clients identify a restore point by the second of its creation.
        long last = history.isEmpty() ? 0 : history.get(history.size() - 1).at();
        long second = Math.max(version.at() / 1000, last / 1000 + 1);
        history.add(new SandboxZone.Version(second * 1000, version.soa(), version.entries()));
        long oldest = world.now().toEpochMilli() - POINT_AGE;
        while (history.size() > LEAST_POINTS
                && (history.size() > MOST_POINTS
                        || history.get(0).at() < oldest
                        || (long) history.size() * version.entries().size() > MOST_ENTRIES)) {
            history.remove(0);
        }
    }

    /** The zone as its name servers have it. */
    Optional<ServedZone> served(String name) {
        return find(name).map(SandboxZone::served);
    }
}
