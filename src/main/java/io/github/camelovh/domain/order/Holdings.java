// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.Optional;

/** What the account has already: the first question of every purchase. Thread-safe. */
public interface Holdings {

    /** Whether the account holds this name. */
    boolean owns(DomainName name);

    /** A sentence about the open task or order for this name that buying would double; empty when there is none. */
    Optional<String> underWay(DomainName name);

    /** Tells that a name was ordered just now, so that an aged picture of the account is not believed about it. */
    void ordered(DomainName name, long orderId);
}
