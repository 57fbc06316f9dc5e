// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.renewal;

import io.github.camelovh.domain.api.model.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** What a renewal would come to now. */
public sealed interface RenewalQuote {
    /**
     * Nothing would be ordered.
     *
     * @param outcome why
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
     * @param restores whether the name is in its redemption period, so that the price is that of restoring it, which is higher
     * @param along what is renewed with it, because it belongs to it; empty mostly
     * @param withoutTax what it costs
     * @param withTax what has to be paid
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
