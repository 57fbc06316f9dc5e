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
package io.github.camelovh.domain.sandbox.room;

import io.github.camelovh.domain.sandbox.zone.ServedZone;
import java.util.List;
import java.util.Optional;

/** Who answers for a name: those name servers that its registry points to, as everybody in the world asks. */
final class Delegation {

    private final Portfolio portfolio;
    private final Elsewhere elsewhere;
    private final Zones zones;

    Delegation(Portfolio portfolio, Elsewhere elsewhere, Zones zones) {
        this.portfolio = portfolio;
        this.elsewhere = elsewhere;
        this.zones = zones;
    }

    /**
     * What is answered from; empty where the name servers are none that the sandbox stands for, or have no such zone. A
     * zone without a registered name is answered from as it is.
     */
    Optional<ServedZone> served(String zone) {
        return registered(zone)
                .map(servers -> servers.stream().anyMatch(Delegation::isOvh)
                        ? zones.served(zone)
                        : elsewhere.served(zone).filter(there -> pointsThere(servers, zone)))
                .orElseGet(() -> zones.served(zone));
    }

    /** The name servers of a name at its registry, wherever it is registered; empty if it is not. */
    private Optional<List<String>> registered(String name) {
        Optional<List<String>> here = portfolio
                .find(name)
                .map(state -> state.nameServers.stream().map(host -> host.host).toList());
        return here.isPresent() ? here : elsewhere.find(name).map(state -> state.nameServers);
    }

    private boolean pointsThere(List<String> servers, String name) {
        return elsewhere.find(name).stream().anyMatch(state -> servers.stream().anyMatch(state.nameServers::contains));
    }

    /** Whether a name server is one of OVHcloud's. */
    static boolean isOvh(String host) {
        return host.endsWith(".ovh.net") || host.endsWith(".ovh.ca") || host.endsWith(".anycast.me");
    }
}
