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
 * Watches zones: each check makes one call for each zone, and one more for each that changed. Used by one thread at a
 * time.
 *
 * <p>Keeps the zones in memory, about 200 bytes per record, to find the differences.
 */
public final class ZoneWatch {
    private final ZoneCalls calls;
    private final List<DomainName> zones;
    private final Map<DomainName, ZoneSnapshot> seen = new HashMap<>();

    /**
     * A watch without earlier states.
     *
     * @param zones which zones; none for all zones of the account, with one more call each time
     */
    public ZoneWatch(OvhApi api, List<DomainName> zones) {
        this.calls = new ZoneCalls(api);
        this.zones = List.copyOf(zones);
    }

    /** The zones that are watched now. */
    private List<DomainName> zones() {
        return zones.isEmpty() ? calls.zones() : zones;
    }

    /**
     * Checks all zones.
     *
     * @return what changed since the last check; for a zone that is checked for the first time, only its serial
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
