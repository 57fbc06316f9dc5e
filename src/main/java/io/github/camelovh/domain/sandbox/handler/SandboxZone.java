// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import io.github.camelovh.domain.sandbox.zone.ServedZone;
import io.github.camelovh.domain.sandbox.zone.SoaEntry;
import io.github.camelovh.domain.sandbox.zone.ZoneEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A zone twice: as it was edited, which is what the API shows, and as it is served. Times are epoch milliseconds, 0 for
 * never.
 */
final class SandboxZone {

    String name;
    long created;
    long updated;
    SoaEntry soa;
    transient Map<Long, ZoneEntry> records = new LinkedHashMap<>();
    /** Listed, but gone: a test wants it so. */
    Set<Long> ghosts = new TreeSet<>();

    SoaEntry servedSoa;
    transient List<ZoneEntry> served = new ArrayList<>();
    /** What a refresh that is under way will serve; null if there is none. */
    transient Version pending;
    /** Why name servers did not take the latest version; null if they did. */
    String fault;
    /** What tests want {@code status} to tell; null for the truth. */
    Boolean deployed;

    List<String> warnings = new ArrayList<>();
    String dnssec = "disabled";
    transient List<Version> history = new ArrayList<>();
    /** Titles and the like of redirections, by the id of their TXT record. */
    Map<Long, Captions> captions = new HashMap<>();
    /** Subdomain by login. */
    Map<String, String> logins = new TreeMap<>();

    /** All of its versions while the state is written or read; null otherwise. */
    ZonePack pack;

    private transient ServedZone found;

    /** One state of the zone as a whole. */
    record Version(long at, SoaEntry soa, List<ZoneEntry> entries) {}

    /** The texts of an invisible redirection, each or all null. */
    record Captions(String title, String keywords, String description) {}

    void put(ZoneEntry entry) {
        records.put(entry.id(), entry);
    }

    /** Takes other records in place of all there are. */
    void replace(Collection<ZoneEntry> entries) {
        records.clear();
        captions.clear();
        ghosts.clear();
        entries.forEach(this::put);
    }

    void serve(Version version) {
        servedSoa = version.soa();
        served = version.entries();
        found = null;
    }

    ServedZone served() {
        if (found == null) {
            found = new ServedZone(name, servedSoa, served);
        }
        return found;
    }
}
