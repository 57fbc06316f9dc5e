// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.model.DomainName;
import java.util.Optional;

/** Whether an owner change of a name is in progress. The caller must know whether it is needed. Thread-safe. */
final class TradeHoldings implements Holdings {
    private final HoldingCalls calls;

    TradeHoldings(OvhApi api) {
        this.calls = new HoldingCalls(api);
    }

    @Override
    public boolean owns(DomainName name) {
        return false;
    }

    @Override
    public Optional<String> underWay(DomainName name) {
        return calls.openTrade(name).map(HoldingCalls::sentence);
    }

    @Override
    public void ordered(DomainName name, long orderId) {
        // read again each time
    }
}
