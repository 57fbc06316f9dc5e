// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.order.Holdings;
import java.util.Optional;
import java.util.function.Supplier;

/** The account's holdings for workflows that name them before the connection to the account exists. Thread-safe. */
final class LazyHoldings implements Holdings {
    private final Supplier<? extends Holdings> account;

    LazyHoldings(Supplier<? extends Holdings> account) {
        this.account = account;
    }

    @Override
    public boolean owns(DomainName name) {
        return account.get().owns(name);
    }

    @Override
    public Optional<String> underWay(DomainName name) {
        return account.get().underWay(name);
    }

    @Override
    public void ordered(DomainName name, long orderId) {
        account.get().ordered(name, orderId);
    }
}
