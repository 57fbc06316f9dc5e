// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.renewal;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.api.model.Outcome;
import io.github.camelovh.domain.order.OrderStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** How a renewal ended. Only after {@link Unfinished} it is unknown whether money was spent. */
public sealed interface RenewalOutcome extends Outcome {
    /** The outcome as one sentence. */
    String sentence();

    /**
     * It was ordered.
     *
     * @param domain the name
     * @param orderId the order
     * @param priceWithTax the price; null if the order was found again without its price
     * @param paid as {@link Outcome#paid}
     * @param payByHand whether a person has to pay it: OVHcloud was not told to, or refused, and did not say that it is paid
     */
    record Ordered(DomainName domain, Long orderId, Money priceWithTax, Boolean paid, boolean payByHand)
            implements RenewalOutcome {
        public Ordered {
            Objects.requireNonNull(orderId);
        }

        @Override
        public String whatToDo() {
            return payByHand ? OrderStatus.toPay(orderId) : null;
        }

        @Override
        public String sentence() {
            return "renewed by order " + orderId + (priceWithTax == null ? "" : " for " + priceWithTax)
                    + (payByHand ? ", not paid yet" : "");
        }
    }

    /**
     * It already expires later; nothing was ordered.
     *
     * @param domain the name
     * @param until when it expires
     */
    record Renewed(
            DomainName domain,
            @JsonSerialize(using = ToStringSerializer.class) LocalDate until) implements RenewalOutcome {
        @Override
        public List<String> reasons() {
            return List.of(sentence());
        }

        @Override
        public String sentence() {
            return "expires on " + until + " already; nothing was ordered";
        }
    }

    /**
     * An order includes the name and may be the renewal; this run ordered nothing.
     *
     * @param domain the name
     * @param orderId the order
     * @param text what is known of it
     */
    record UnderWay(DomainName domain, Long orderId, String text) implements RenewalOutcome {
        @Override
        public List<String> reasons() {
            return List.of(text);
        }

        @Override
        public String whatToDo() {
            return "Look at order " + orderId + "; if it does not renew the name, acknowledge it and renew again";
        }

        @Override
        public String sentence() {
            return text;
        }
    }

    /**
     * Nothing was ordered, and trying again unchanged does not help.
     *
     * @param domain the name
     * @param reasons one sentence each; never empty
     */
    record Refused(DomainName domain, List<String> reasons) implements RenewalOutcome {
        public Refused {
            reasons = List.copyOf(reasons);
        }

        @Override
        public String whatToDo() {
            return "Correct the request, or what the endpoint allows, then renew again";
        }

        @Override
        public String sentence() {
            return String.join("; ", reasons);
        }
    }

    /**
     * It was sent, and it is unknown whether it was ordered. Its money stays reserved.
     *
     * @param domain the name
     * @param why what is not known
     * @param sent what was sent, and when
     * @param settledFrom after this time, by OVHcloud's clock, "no order seen" means that there is none; null if a
     * person decides that
     */
    record Unfinished(
            DomainName domain,
            String why,
            RenewalRun.Sent sent,
            @JsonSerialize(using = ToStringSerializer.class) Instant settledFrom)
            implements RenewalOutcome {
        @Override
        public Long orderId() {
            return sent.orderId();
        }

        @Override
        public List<String> reasons() {
            return List.of(why);
        }

        @Override
        public String whatToDo() {
            return orderId() == null
                    ? "Look for its order among those since " + sent.at()
                            + " before it is renewed again; there may be one"
                    : "Look at order " + orderId() + " before it is renewed again";
        }

        @Override
        public String sentence() {
            return why;
        }
    }
}
