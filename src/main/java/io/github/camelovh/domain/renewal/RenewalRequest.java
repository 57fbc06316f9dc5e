// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.renewal;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * What is asked for about the renewal of a name.
 *
 * @param domain the name
 * @param expiry when it expires; where it expires later by now, it was renewed; null: whenever that is
 * @param period ISO 8601, for example {@code P1Y}
 * @param maxPrice the most that may be paid with tax; null for no limit of its own
 * @param acknowledgedOrders orders that name it and are known to be no renewal beyond this expiry
 */
public record RenewalRequest(
        DomainName domain, LocalDate expiry, String period, Money maxPrice, Set<Long> acknowledgedOrders) {
    public RenewalRequest {
        Objects.requireNonNull(domain);
        Objects.requireNonNull(period);
        acknowledgedOrders = Set.copyOf(acknowledgedOrders);
    }

    /** The same, beyond an expiry that is known. */
    RenewalWish beyond(LocalDate known) {
        return new RenewalWish(domain, known, period, maxPrice, acknowledgedOrders);
    }
}
