// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.renewal;

import io.github.camelovh.domain.api.model.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** How a renewal ended. Only {@link Unfinished} leaves open whether money was spent. */
public sealed interface RenewalOutcome {
    /** The outcome as one sentence. */
    String sentence();

    /**
     * It was ordered.
     *
     * @param orderId the order
     * @param priceWithTax what it costs; null where the order was found again without its price
     * @param paid whether it was paid
     */
    record Ordered(long orderId, Money priceWithTax, boolean paid) implements RenewalOutcome {
        @Override
        public String sentence() {
            return "renewed by order " + orderId + (priceWithTax == null ? "" : " for " + priceWithTax)
                    + (paid ? "" : ", not paid yet");
        }
    }

    /**
     * It expires later already; nothing was ordered.
     *
     * @param until when it expires
     */
    record Renewed(LocalDate until) implements RenewalOutcome {
        @Override
        public String sentence() {
            return "expires on " + until + " already; nothing was ordered";
        }
    }

    /**
     * An order names it that may be the renewal; nothing was ordered by this run.
     *
     * @param orderId the order
     * @param text what is known of it
     */
    record UnderWay(long orderId, String text) implements RenewalOutcome {
        @Override
        public String sentence() {
            return text;
        }
    }

    /**
     * Nothing was ordered, and trying again unchanged is of no use.
     *
     * @param reasons one sentence each; never empty
     */
    record Refused(List<String> reasons) implements RenewalOutcome {
        public Refused {
            reasons = List.copyOf(reasons);
        }

        @Override
        public String sentence() {
            return String.join("; ", reasons);
        }
    }

    /**
     * It was sent, and nobody knows whether it was ordered. Its money stays reserved.
     *
     * @param why what is not known
     * @param sent what was sent, and when
     * @param settledFrom from when on a look that sees no order of it means that there is none, by OVHcloud's clock; null where that is
     *     left to a person
     */
    record Unfinished(String why, RenewalRun.Sent sent, Instant settledFrom) implements RenewalOutcome {
        @Override
        public String sentence() {
            return why;
        }
    }
}
