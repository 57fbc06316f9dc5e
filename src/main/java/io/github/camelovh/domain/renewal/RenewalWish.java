// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.renewal;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.order.PurchaseKey;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * The request to renew a name once, beyond a known expiry.
 *
 * @param domain the name
 * @param expiry when it expires now; if it already expires later, it was renewed
 * @param period ISO 8601, for example {@code P1Y}
 * @param maxPriceWithTax the highest price for everything that is renewed together; null = no limit of its own
 * @param acknowledgedOrders orders that include the name and are known not to be a renewal beyond this expiry
 */
public record RenewalWish(
        DomainName domain, LocalDate expiry, String period, Money maxPriceWithTax, Set<Long> acknowledgedOrders) {
    public RenewalWish {
        Objects.requireNonNull(domain);
        Objects.requireNonNull(expiry);
        Objects.requireNonNull(period);
        acknowledgedOrders = Set.copyOf(acknowledgedOrders);
    }

    /** The same for the same name and expiry, at any time and on any machine. */
    public PurchaseKey key() {
        return new PurchaseKey("camel-ovh-domain renew " + expiry + " " + domain.ascii());
    }
}
