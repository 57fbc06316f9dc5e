// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.model.DomainName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks after zones: one call for each and look, and one more for each that changed. Used by one thread at a time.
 *
 * <p>Keeps the zones in memory, some 200 bytes a record, to tell what is different.
 */
public final class ZoneWatch {
    private final ZoneCalls calls;
    private final List<DomainName> zones;
    private final Map<DomainName, ZoneSnapshot> seen = new HashMap<>();

    /**
     * A watch that has seen nothing.
     *
     * @param zones which; none for all of the account, with one call more each time
     */
    public ZoneWatch(OvhApi api, List<DomainName> zones) {
        this.calls = new ZoneCalls(api);
        this.zones = List.copyOf(zones);
    }

    /** The zones to look after at present. */
    public List<DomainName> zones() {
        return zones.isEmpty() ? calls.zones() : zones;
    }

    /**
     * Looks at all zones.
     *
     * @return what changed since the last look, or since ever for a zone that is looked at for the first time
     */
    public List<ZoneDifference> look() {
        List<ZoneDifference> differences = new ArrayList<>();
        for (DomainName zone : zones()) {
            look(zone).ifPresent(differences::add);
        }
        return differences;
    }

    private Optional<ZoneDifference> look(DomainName zone) {
        ZoneSnapshot former = seen.get(zone);
        if (former != null && calls.authority(zone).serial() == former.serial()) {
            return Optional.empty();
        }
        ZoneSnapshot now = ZoneSync.ofExport(zone, calls.export(zone));
        seen.put(zone, now);
        return Optional.of(former == null ? ZoneDifference.first(now) : ZoneDifference.between(former, now));
    }
}
