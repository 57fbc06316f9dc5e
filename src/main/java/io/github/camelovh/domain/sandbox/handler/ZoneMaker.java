// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import io.github.camelovh.domain.sandbox.zone.SoaEntry;
import io.github.camelovh.domain.sandbox.zone.ZoneEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;

/** The contents of new zones: of a name, of an order, and of a requested size. */
final class ZoneMaker {

    static final List<String> SERVERS = List.of("dns103.ovh.net", "ns103.ovh.net");
    static final String PARKING = "213.186.33.5";
    static final String PARKING_V6 = "2001:41d0:301::5";
    private static final int KINDS = 10;

    private final SandboxWorld world;

    ZoneMaker(SandboxWorld world) {
        this.world = world;
    }

    /** A zone whose served version equals its edited version. */
    SandboxZone zone(String name, long created, List<ZoneEntry> entries) {
        SandboxZone made = new SandboxZone();
        made.name = name;
        made.created = created;
        made.updated = created;
        made.soa = SoaEntry.fresh(SERVERS.get(0) + ".", day(created));
        made.replace(entries);
        SandboxZone.Version version = new SandboxZone.Version(created, made.soa, List.copyOf(entries));
        made.serve(version);
        made.history.add(version);
        return made;
    }

    static LocalDate day(long millis) {
        return Instant.ofEpochMilli(millis).atZone(Json.OFFICE).toLocalDate();
    }

    /** As the zone of a new name was recorded. */
    static List<ZoneEntry> usual(String zone, LongSupplier ids) {
        List<ZoneEntry> made = minimal(ids);
        made.add(new ZoneEntry(ids.getAsLong(), "", "A", PARKING, 0));
        made.add(new ZoneEntry(ids.getAsLong(), "", "MX", "1 redirect.ovh.net.", 0));
        made.add(new ZoneEntry(ids.getAsLong(), "www", "CNAME", zone + ".", 0));
        made.add(new ZoneEntry(ids.getAsLong(), "", "TXT", "\"1|www." + zone + "\"", 0));
        return made;
    }

    static List<ZoneEntry> minimal(LongSupplier ids) {
        List<ZoneEntry> made = new ArrayList<>();
        for (String server : SERVERS) {
            made.add(new ZoneEntry(ids.getAsLong(), "", "NS", server + ".", 0));
        }
        return made;
    }

    /** Whether a record is a default web or mail record of a new zone. */
    static boolean isUsual(ZoneEntry entry) {
        return entry.subDomain().isEmpty()
                && (entry.target().equals(PARKING) || entry.target().equals("1 redirect.ovh.net."));
    }

    /** The records from the template of an order. */
    static List<ZoneEntry> ofTemplate(String template, String zone, LongSupplier ids) {
        List<ZoneEntry> all = usual(zone, ids);
        return switch (template) {
            case "minimized" -> minimal(ids);
            case "redirect" ->
                all.stream().filter(entry -> !entry.fieldType().equals("MX")).toList();
            default -> all;
        };
    }

    /** This number of records of many types, including the name servers; the same for the same seed and name. */
    List<ZoneEntry> sized(String zone, int size, LongSupplier ids) {
        Random random = world.random("zone " + zone);
        List<ZoneEntry> made = minimal(ids);
        for (int i = made.size(); i < size; i++) {
            made.add(numbered(zone, i, random, ids.getAsLong()));
        }
        return made.subList(0, Math.min(size, made.size()));
    }

    private static ZoneEntry numbered(String zone, int number, Random random, long id) {
        String host = "host-" + number;
        long ttl = random.nextInt(3) == 0 ? 300L * (1 + random.nextInt(12)) : 0;
        return switch (number % KINDS) {
            case 0 -> new ZoneEntry(id, host, "AAAA", "2001:db8::" + Integer.toHexString(number & 0xFFFF), ttl);
            case 1 -> new ZoneEntry(id, host, "CNAME", "www." + zone + ".", ttl);
            case 2 -> new ZoneEntry(id, host, "TXT", "\"token=" + Long.toHexString(random.nextLong()) + "\"", ttl);
            case 3 -> new ZoneEntry(id, host, "MX", 10 * (1 + random.nextInt(5)) + " mail." + zone + ".", ttl);
            case 4 ->
                new ZoneEntry(
                        id, "_sip._tcp." + host, "SRV", "0 5 " + (5000 + number % 1000) + " sip." + zone + ".", ttl);
            case 5 -> new ZoneEntry(id, host, "CAA", "0 issue \"letsencrypt.org\"", ttl);
            default -> new ZoneEntry(id, host, "A", "198.51." + (100 + number / 256 % 100) + "." + number % 256, ttl);
        };
    }
}
