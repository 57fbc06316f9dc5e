// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.zone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;

/**
 * A zone as its name servers have it. Finding a name takes one step, however large the zone is. Immutable and
 * thread-safe.
 */
public final class ServedZone {
    private final Name origin;
    private final SoaEntry soa;
    private final Map<String, List<ZoneEntry>> owners = new HashMap<>();
    /** Names without records that have names below them. */
    private final Set<String> between = new HashSet<>();

    /** @param entries their targets must have passed {@link EntryCheck} */
    public ServedZone(String zone, SoaEntry soa, Collection<ZoneEntry> entries) {
        this.soa = soa;
        try {
            origin = WireForm.zone(zone);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (ZoneEntry entry : entries) {
            String owner = entry.subDomain().toLowerCase(Locale.ROOT);
            owners.computeIfAbsent(owner, name -> new ArrayList<>(2)).add(entry);
            for (int dot = owner.indexOf('.'); dot >= 0; dot = owner.indexOf('.', dot + 1)) {
                if (!between.add(owner.substring(dot + 1))) {
                    break;
                }
            }
        }
    }

    /** Why name servers would not load such a zone; empty if they would load it. */
    public static Optional<String> fault(Collection<ZoneEntry> entries) {
        Map<String, String> first = new HashMap<>();
        Set<String> aliases = new HashSet<>();
        Set<String> others = new HashSet<>();
        for (ZoneEntry entry : entries) {
            String owner = entry.subDomain().toLowerCase(Locale.ROOT);
            String former = entry.fieldType().equals("CNAME") ? first.put(owner, entry.target()) : null;
            if (former != null && !former.equals(entry.target())) {
                return Optional.of(named(owner) + ": multiple CNAME records");
            }
            (entry.fieldType().equals("CNAME") ? aliases : others).add(owner);
        }
        if (entries.stream()
                .noneMatch(entry ->
                        entry.subDomain().isEmpty() && entry.fieldType().equals("NS"))) {
            return Optional.of("@: no NS records");
        }
        others.add("");
        return aliases.stream()
                .filter(others::contains)
                .sorted()
                .findFirst()
                .map(owner -> named(owner) + ": CNAME and other data");
    }

    private static String named(String owner) {
        return owner.isEmpty() ? "@" : owner;
    }

    Name origin() {
        return origin;
    }

    private SOARecord soaRecord() {
        try {
            return WireForm.of(soa, origin);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The SOA record for a negative answer, with the TTL of negative answers. */
    SOARecord denial() {
        SOARecord whole = soaRecord();
        long ttl = Math.min(soa.ttl(), soa.nxDomainTtl());
        return (SOARecord) Record.newRecord(origin, Type.SOA, whole.getDClass(), ttl, whole.rdataToWireCanonical());
    }

    private String relative(Name name) {
        return name.equals(origin) ? "" : name.relativize(origin).toString().toLowerCase(Locale.ROOT);
    }

    /** Whether the name exists, with its own records or with names below it. Wildcards do not count. */
    boolean exists(Name name) {
        String owner = relative(name);
        return owner.isEmpty() || owners.containsKey(owner) || between.contains(owner);
    }

    /**
     * The records of a name, including the SOA; the records of a wildcard if the name does not exist. Duplicates count
     * once.
     */
    List<Record> at(Name name) {
        List<ZoneEntry> entries = owners.getOrDefault(relative(name), List.of());
        if (entries.isEmpty() && !exists(name)) {
            entries = wildcard(name);
        }
        Set<Record> records = new LinkedHashSet<>();
        try {
            for (ZoneEntry entry : entries) {
                records.add(WireForm.of(entry, name, origin, soa.ttl()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (name.equals(origin)) {
            records.add(soaRecord());
        }
        return List.copyOf(records);
    }

    /** Only the wildcard directly below the closest existing name counts. */
    private List<ZoneEntry> wildcard(Name name) {
        Name above = new Name(name, 1);
        while (!exists(above)) {
            above = new Name(above, 1);
        }
        String closest = relative(above);
        return owners.getOrDefault(closest.isEmpty() ? "*" : "*." + closest, List.of());
    }

    /** All records as lines of a zone file, with full names and targets. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(soaRecord().toString());
        owners.keySet().stream().sorted().forEach(owner -> {
            for (ZoneEntry entry : owners.get(owner)) {
                try {
                    lines.add(WireForm.of(entry, origin, soa.ttl()).toString());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        return lines;
    }
}
