// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.model.DomainName;
import java.util.Optional;

/** Asks OVHcloud for each name: two calls each, three if a task is open. Suitable for a few names. Thread-safe. */
public final class LiveHoldings implements Holdings {

    private final HoldingCalls calls;

    public LiveHoldings(OvhApi api) {
        this.calls = new HoldingCalls(api);
    }

    @Override
    public boolean owns(DomainName name) {
        return calls.owns(name);
    }

    @Override
    public Optional<String> underWay(DomainName name) {
        return calls.openTask(name).map(HoldingCalls::sentence);
    }

    @Override
    public void ordered(DomainName name, long orderId) {
        // read again each time
    }
}
