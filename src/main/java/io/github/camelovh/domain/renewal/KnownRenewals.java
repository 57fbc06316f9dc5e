// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.renewal;

import io.github.camelovh.domain.api.model.DomainName;
import java.time.LocalDate;
import java.util.Optional;

/** Which renewals were ordered before: their orders may be older than those that OVHcloud is asked for. */
@FunctionalInterface
public interface KnownRenewals {
    /** None is known. */
    static KnownRenewals none() {
        return (name, expiry) -> Optional.empty();
    }

    /** The order that renewed a name beyond this expiry, whether its expiry moved already or not. */
    Optional<Long> orderOf(DomainName name, LocalDate expiry);
}
