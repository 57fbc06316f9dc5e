/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.ApiCall;
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
    private final OvhApi api;
    private final ZoneCalls calls;
    private final List<DomainName> zones;
    private final Map<DomainName, ZoneSnapshot> seen = new HashMap<>();

    /**
     * A watch that has seen nothing.
     *
     * @param zones which; none for all of the account, with one call more each time
     */
    public ZoneWatch(OvhApi api, List<DomainName> zones) {
        this.api = api;
        this.calls = new ZoneCalls(api);
        this.zones = List.copyOf(zones);
    }

    /** The zones to look after at present. */
    public List<DomainName> zones() {
        return zones.isEmpty()
                ? api
                        .send(ApiCall.get("/domain/zone").onRoute("/domain/zone", "dnsZone:apiovh:get"))
                        .asList(String.class)
                        .stream()
                        .map(DomainName::of)
                        .toList()
                : zones;
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
        ZoneSnapshot now = ZoneDesk.ofExport(zone, calls.export(zone));
        seen.put(zone, now);
        return Optional.of(former == null ? ZoneDifference.first(now) : ZoneDifference.between(former, now));
    }
}
