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
 * A zone in two versions: as it was edited, which the API shows, and as it is served. Times are epoch milliseconds, 0
 * for never.
 */
final class SandboxZone {

    String name;
    long created;
    long updated;
    SoaEntry soa;
    transient Map<Long, ZoneEntry> records = new LinkedHashMap<>();
    /** Records that a test wants to be listed although they are gone. */
    Set<Long> ghosts = new TreeSet<>();

    SoaEntry servedSoa;
    transient List<ZoneEntry> served = new ArrayList<>();
    /** What the current refresh will serve; null if there is none. */
    transient Version pending;
    /** Why the name servers rejected the latest version; null if they accepted it. */
    String fault;
    /** The value that tests want {@code status} to show; null for the real value. */
    Boolean deployed;

    List<String> warnings = new ArrayList<>();
    String dnssec = "disabled";
    transient List<Version> history = new ArrayList<>();
    /** Titles and other texts of redirections, by the id of their TXT record. */
    Map<Long, Captions> captions = new HashMap<>();
    /** Subdomain by login. */
    Map<String, String> logins = new TreeMap<>();

    /** All of its versions while the state is written or read; null otherwise. */
    ZonePack pack;

    private transient ServedZone found;

    /** One complete state of the zone. */
    record Version(long at, SoaEntry soa, List<ZoneEntry> entries) {}

    /** The texts of an invisible redirection; each may be null. */
    record Captions(String title, String keywords, String description) {}

    void put(ZoneEntry entry) {
        records.put(entry.id(), entry);
    }

    /** Replaces all records. */
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
