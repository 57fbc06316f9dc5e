// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.endpoint.Endpoints;
import io.github.camelovh.domain.order.Holding;
import io.github.camelovh.domain.order.Holdings;
import java.util.Map;
import java.util.Optional;

/** What the account holds, as {@code ovh-domain:order?operation=holding} tells it. Thread-safe. */
final class EndpointHoldings implements Holdings {
    private final Endpoints endpoints;

    EndpointHoldings(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    private Holding of(DomainName name) {
        return endpoints
                .call("order", "holding", Map.of("domain", name.ascii()))
                .as(Holding.class);
    }

    @Override
    public boolean owns(DomainName name) {
        return of(name).owned();
    }

    @Override
    public Optional<String> underWay(DomainName name) {
        return Optional.ofNullable(of(name).underWay());
    }

    @Override
    public void ordered(DomainName name, long orderId) {
        // The component notes what its endpoints order.
    }
}
