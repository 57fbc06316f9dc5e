// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.renewal;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.order.PurchaseKey;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * The wish to renew a name once, beyond the expiry that the wisher saw.
 *
 * @param domain the name
 * @param expiry when it expires now; where it expires later already, it was renewed
 * @param period ISO 8601, for example {@code P1Y}
 * @param maxPriceWithTax the most that may be paid for all that is renewed together; null = no limit of its own
 * @param acknowledgedOrders orders that name it and are known to be no renewal beyond this expiry
 */
public record RenewalWish(
        DomainName domain, LocalDate expiry, String period, Money maxPriceWithTax, Set<Long> acknowledgedOrders) {
    public RenewalWish {
        Objects.requireNonNull(domain);
        Objects.requireNonNull(expiry);
        Objects.requireNonNull(period);
        acknowledgedOrders = Set.copyOf(acknowledgedOrders);
    }

    /** The same for the same name and expiry, today and on another machine. */
    public PurchaseKey key() {
        return new PurchaseKey("camel-ovh-domain renew " + expiry + " " + domain.ascii());
    }
}
