// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import io.github.camelovh.domain.sandbox.zone.ServedZone;
import java.util.List;
import java.util.Optional;

/** The delegation of names: a name is answered by the name servers that its registry points to, as in the real DNS. */
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
     * The zone that answers; empty if the sandbox does not play the name servers, or they have no such zone. A zone
     * without a registered name is answered as it is.
     */
    Optional<ServedZone> served(String zone) {
        return registered(zone)
                .map(servers -> servers.stream().anyMatch(Delegation::isOvh)
                        ? zones.served(zone)
                        : elsewhere.served(zone).filter(there -> pointsThere(servers, zone)))
                .orElseGet(() -> zones.served(zone));
    }

    /** The name servers of a name at its registry, whichever registrar it has; empty if it is not registered. */
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
