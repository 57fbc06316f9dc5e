// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Two records that cannot be in the same zone. The API accepts them, but then the zone fails silently.
 *
 * @param entry the record that cannot stay
 * @param sentence what is wrong
 */
record Conflict(Entry entry, String sentence) {

    /**
     * All conflicts at some of the names.
     *
     * @param entries all records that will be in the zone
     * @param names which names to check
     */
    static List<Conflict> among(DomainName zone, Collection<Entry> entries, Predicate<String> names) {
        List<Conflict> conflicts = new ArrayList<>();
        Map<String, List<Entry>> byName = new HashMap<>();
        Set<String> redirecting = new HashSet<>();
        for (Entry entry : entries) {
            if (names.test(entry.owner())) {
                byName.computeIfAbsent(entry.owner(), o -> new ArrayList<>(2)).add(entry);
            }
            if (entry.type() == RecordType.DNAME) {
                redirecting.add(entry.owner());
            }
        }
        for (List<Entry> here : byName.values()) {
            if (here.size() > 1) {
                alone(zone, here, conflicts);
                oneTtl(zone, here, conflicts);
            }
        }
        if (!redirecting.isEmpty()) {
            below(zone, entries, names, redirecting, conflicts);
        }
        return conflicts;
    }

    private static void alone(DomainName zone, List<Entry> here, List<Conflict> conflicts) {
        for (RecordType type : List.of(RecordType.CNAME, RecordType.DNAME)) {
            Entry first = null;
            for (Entry entry : here) {
                if (entry.type() == type && first != null && !entry.form().equals(first.form())) {
                    conflicts.add(new Conflict(
                            entry, name(zone, entry) + " has two " + type + " records, but can have only one"));
                }
                first = first == null && entry.type() == type ? entry : first;
            }
            if (first == null || type == RecordType.DNAME) {
                continue;
            }
            RecordType other = here.stream()
                    .map(Entry::type)
                    .filter(found -> found != RecordType.CNAME)
                    .findFirst()
                    .orElse(null);
            if (other != null) {
                conflicts.add(new Conflict(
                        first,
                        name(zone, first) + " has a CNAME and also " + other + "; a name with a CNAME can have no"
                                + " other records"));
            }
        }
    }

    private static void oneTtl(DomainName zone, List<Entry> here, List<Conflict> conflicts) {
        Map<String, Entry> seen = new HashMap<>();
        for (Entry entry : here) {
            Entry other =
                    seen.putIfAbsent(entry.form().type() + " " + entry.form().data(), entry);
            if (other != null && other.form().ttl() != entry.form().ttl()) {
                conflicts.add(new Conflict(
                        entry,
                        name(zone, entry) + " has the same " + entry.type() + " twice with the TTLs "
                                + other.form().ttl() + " and " + entry.form().ttl() + "; keep one"));
            }
        }
    }

    /** Names below a DNAME are not answered from the zone (RFC 6672, 2.4). */
    private static void below(
            DomainName zone,
            Collection<Entry> entries,
            Predicate<String> names,
            Set<String> redirecting,
            List<Conflict> conflicts) {
        Set<String> told = new HashSet<>();
        for (Entry entry : entries) {
            String name = entry.owner();
            for (String above = parent(name); above != null; above = parent(above)) {
                if (redirecting.contains(above) && (names.test(name) || names.test(above)) && told.add(name)) {
                    conflicts.add(new Conflict(
                            entry,
                            name(zone, entry) + " is below the DNAME of " + (above.isEmpty() ? "" : above + ".") + zone
                                    + ", so it is never answered"));
                }
            }
        }
    }

    private static String parent(String name) {
        int dot = name.indexOf('.');
        return name.isEmpty() ? null : dot < 0 ? "" : name.substring(dot + 1);
    }

    private static String name(DomainName zone, Entry entry) {
        return entry.owner().isEmpty() ? zone.ascii() : entry.owner() + "." + zone;
    }
}
