// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.renewal;

import io.github.camelovh.domain.api.model.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** How a renewal ended. Only after {@link Unfinished} it is unknown whether money was spent. */
public sealed interface RenewalOutcome {
    /** The outcome as one sentence. */
    String sentence();

    /**
     * It was ordered.
     *
     * @param orderId the order
     * @param priceWithTax the price; null if the order was found again without its price
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
     * It already expires later; nothing was ordered.
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
     * An order includes the name and may be the renewal; this run ordered nothing.
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
     * Nothing was ordered, and trying again unchanged does not help.
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
     * It was sent, and it is unknown whether it was ordered. Its money stays reserved.
     *
     * @param why what is not known
     * @param sent what was sent, and when
     * @param settledFrom after this time, by OVHcloud's clock, "no order seen" means that there is none; null if a
     * person decides that
     */
    record Unfinished(String why, RenewalRun.Sent sent, Instant settledFrom) implements RenewalOutcome {
        @Override
        public String sentence() {
            return why;
        }
    }
}
