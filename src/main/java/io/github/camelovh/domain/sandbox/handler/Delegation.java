// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import io.github.camelovh.domain.sandbox.zone.ServedZone;
import java.util.List;
import java.util.Optional;

/** Who answers for a name: those name servers that its registry points to, as everybody in the world asks. */
final class Delegation {

    private final Portfolio portfolio;
    private final OtherRegistrars elsewhere;
    private final Zones zones;

    Delegation(Portfolio portfolio, OtherRegistrars elsewhere, Zones zones) {
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
