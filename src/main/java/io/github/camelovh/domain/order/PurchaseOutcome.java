// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.model.Money;
import java.util.List;

/** How a run of a purchase ended. Only after {@link Unfinished} it is unknown whether money was spent. */
public sealed interface PurchaseOutcome {

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
     * @param orderId the order, {@code GET /me/order/{orderId}}
     * @param cartId the cart it came from
     * @param priceWithTax the price, tax included; null when the order was found again without its price
     * @param paid whether it was paid, or OVHcloud was told to use the preferred method; delivery follows later
     */
    record Ordered(long orderId, String cartId, Money priceWithTax, boolean paid) implements PurchaseOutcome {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.ordered(this);
        }

        @Override
        public String sentence() {
            return "ordered, order " + orderId + (priceWithTax == null ? "" : " for " + priceWithTax)
                    + (paid ? "" : ", not paid yet");
        }
    }

    /** The account owns the name already, or the name has the requested owner already; nothing was bought. */
    record AlreadyOwned() implements PurchaseOutcome {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.alreadyOwned(this);
        }

        @Override
        public String sentence() {
            return "already in this account; nothing was bought";
        }
    }

    /**
     * Another run or an open task is doing this already; this run bought nothing.
     *
     * @param text what is in progress
     */
    record UnderWay(String text) implements PurchaseOutcome {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.underWay(this);
        }

        @Override
        public String sentence() {
            return text;
        }
    }

    /**
     * Nothing was bought, and trying again unchanged does not help.
     *
     * @param reasons all reasons, one sentence each; never empty
     */
    record Refused(List<String> reasons) implements PurchaseOutcome {
        public Refused {
            reasons = List.copyOf(reasons);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.refused(this);
        }

        @Override
        public String sentence() {
            return String.join("; ", reasons);
        }
    }

    /**
     * Nothing was bought because of an error.
     *
     * @param error what happened, and what was not done
     * @param retryable whether the same request may succeed later, unchanged
     */
    record Failed(String error, boolean retryable) implements PurchaseOutcome {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.failed(this);
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
     * @param why what is not known
     * @param whatToDo what a person should check or do next
     * @param unread whether it is not known only because OVHcloud did not answer: the same request, sent again, reads first and does not
     *     order twice
     */
    record Unfinished(String why, String whatToDo, boolean unread) implements PurchaseOutcome {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.unfinished(this);
        }

        @Override
        public String sentence() {
            return why + ". " + whatToDo;
        }
    }
}
