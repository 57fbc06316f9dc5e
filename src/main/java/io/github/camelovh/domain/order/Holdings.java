// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.Optional;

/** What the account already has, which each purchase checks first. Thread-safe. */
public interface Holdings {

    /** Whether the account owns this name. */
    boolean owns(DomainName name);

    /**
     * A sentence about an open task or order for this name, which a purchase would duplicate; empty if there is none.
     */
    Optional<String> underWay(DomainName name);

    /** The order that is under way for this name, where that is known without asking OVHcloud for it. */
    default Optional<Long> orderOf(DomainName name) {
        return Optional.empty();
    }

    /** Records that a name was just ordered, because a snapshot of the account does not show it yet. */
    void ordered(DomainName name, long orderId);
}
