// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.renewal;

import io.github.camelovh.domain.api.model.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The price of a renewal now, or why it is not possible. */
public sealed interface RenewalQuote {
    /**
     * Nothing would be ordered.
     *
     * @param outcome the reason
     */
    record Ends(RenewalOutcome outcome) implements RenewalQuote {
        public Ends {
            Objects.requireNonNull(outcome);
        }
    }

    /**
     * It would be ordered.
     *
     * @param expiry when the name expires now
     * @param period ISO 8601, for example {@code P1Y}
     * @param restores whether the name is in its redemption period, so that the price is for restoring it, which is
     * higher
     * @param along what is also renewed, because it belongs to the name; usually empty
     * @param withoutTax the price without tax
     * @param withTax the price to be paid
     */
    record Offered(
            LocalDate expiry, String period, boolean restores, List<String> along, Money withoutTax, Money withTax)
            implements RenewalQuote {
        public Offered {
            Objects.requireNonNull(expiry);
            Objects.requireNonNull(period);
            along = List.copyOf(along);
            Objects.requireNonNull(withoutTax);
            Objects.requireNonNull(withTax);
        }
    }
}
