// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.api.model.Outcome;
import java.util.List;
import java.util.Objects;

/** How a run of a purchase ended. Only after {@link Unfinished} it is unknown whether money was spent. */
public sealed interface PurchaseOutcome extends Outcome {

    /** One method for each kind, so that a new kind is handled everywhere or does not compile. */
    interface Cases<T> {
        T ordered(Ordered outcome);

        T alreadyOwned(AlreadyOwned outcome);

        T underWay(UnderWay outcome);

        T refused(Refused outcome);

        T failed(Failed outcome);

        T unfinished(Unfinished outcome);
    }

    /** Calls the method of this kind. */
    <T> T match(Cases<T> cases);

    /** The outcome as one sentence for a log line or a report; contains no secret. */
    String sentence();

    /**
     * The name was ordered, by this run or by an earlier run with the same key.
     *
     * @param domain the name or zone
     * @param orderId the order, {@code GET /me/order/{orderId}}
     * @param cartId the cart it came from; null where that is not known any more
     * @param priceWithTax the price, tax included; null when the order was found again without its price
     * @param paid as {@link Outcome#paid}
     * @param payByHand whether a person has to pay it: OVHcloud was not told to, and did not say that it is paid. Delivery follows later
     */
    record Ordered(DomainName domain, Long orderId, String cartId, Money priceWithTax, Boolean paid, boolean payByHand)
            implements PurchaseOutcome {
        public Ordered {
            Objects.requireNonNull(orderId);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.ordered(this);
        }

        @Override
        public String whatToDo() {
            return payByHand ? OrderStatus.toPay(orderId) : null;
        }

        @Override
        public String sentence() {
            return "ordered, order " + orderId + (priceWithTax == null ? "" : " for " + priceWithTax)
                    + (payByHand ? ", not paid yet" : "");
        }
    }

    /**
     * The account owns the name already, or the name has the requested owner already; nothing was bought.
     *
     * @param domain the name or zone
     */
    record AlreadyOwned(DomainName domain) implements PurchaseOutcome {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.alreadyOwned(this);
        }

        @Override
        public List<String> reasons() {
            return List.of(sentence());
        }

        @Override
        public String sentence() {
            return "already in this account; nothing was bought";
        }
    }

    /**
     * Another run or an open task is doing this already; this run bought nothing.
     *
     * @param domain the name or zone
     * @param text what is in progress
     * @param orderId the order that is in progress; null if it is not known
     */
    record UnderWay(DomainName domain, String text, Long orderId) implements PurchaseOutcome {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.underWay(this);
        }

        @Override
        public List<String> reasons() {
            return List.of(text);
        }

        @Override
        public String whatToDo() {
            return "Wait for its end; then send the same request again, which says how it ended";
        }

        @Override
        public String sentence() {
            return text;
        }
    }

    /**
     * Nothing was bought, and trying again unchanged does not help.
     *
     * @param domain the name or zone
     * @param reasons all reasons, one sentence each; never empty
     * @param orderId the order of another request that is in the way; null for none
     */
    record Refused(DomainName domain, List<String> reasons, Long orderId) implements PurchaseOutcome {
        public Refused {
            reasons = List.copyOf(reasons);
        }

        /** Where no order is in the way. */
        public Refused(DomainName domain, List<String> reasons) {
            this(domain, reasons, null);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.refused(this);
        }

        @Override
        public String whatToDo() {
            return "Correct the request, or what the endpoint allows, then send it again";
        }

        @Override
        public String sentence() {
            return String.join("; ", reasons);
        }
    }

    /**
     * Nothing was bought because of an error.
     *
     * @param domain the name or zone
     * @param error what happened, and what was not done
     * @param retryable whether the same request may succeed later, unchanged
     */
    record Failed(DomainName domain, String error, boolean retryable) implements PurchaseOutcome {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.failed(this);
        }

        @Override
        public List<String> reasons() {
            return List.of(error);
        }

        @Override
        public String whatToDo() {
            return retryable ? "Send the same request again later" : "Look at the error, then send a request again";
        }

        @Override
        public String sentence() {
            return error;
        }
    }

    /**
     * It is not known whether the name was ordered, or it was ordered and something is left to do. Its money stays
     * reserved, or counts as spent where OVHcloud takes it by the preferred method.
     *
     * @param domain the name or zone
     * @param why what is not known
     * @param whatToDo what a person should check or do next
     * @param unread whether it is not known only because OVHcloud did not answer: the same request, sent again, reads first and does not
     *     order twice
     * @param orderId the order; null while none is known
     * @param priceWithTax what the order costs; null if that is not known
     * @param paid as {@link Outcome#paid}
     */
    record Unfinished(
            DomainName domain,
            String why,
            String whatToDo,
            boolean unread,
            Long orderId,
            Money priceWithTax,
            Boolean paid)
            implements PurchaseOutcome {
        /** Where no order is known. */
        public Unfinished(DomainName domain, String why, String whatToDo, boolean unread) {
            this(domain, why, whatToDo, unread, null, null, null);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.unfinished(this);
        }

        @Override
        public List<String> reasons() {
            return List.of(why);
        }

        @Override
        public String sentence() {
            return why + ". " + whatToDo;
        }
    }
}
