// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.model.Money;
import java.time.Instant;

/**
 * The result of the dry run, and whether its money is reserved. Immutable.
 *
 * @param withoutTax of the whole cart; null before the dry run
 * @param withTax of the whole cart
 * @param at when it was read
 * @param reserved what the budget has reserved for this purchase; null if nothing
 * @param judged whether this price passed the limits of the request and the budget
 */
public record QuoteFacts(Money withoutTax, Money withTax, Instant at, Money reserved, boolean judged) {

    static final QuoteFacts NONE = new QuoteFacts(null, null, null, null, false);

    boolean known() {
        return withTax != null;
    }

    /** Whether exactly this price was checked and is reserved. */
    boolean covered() {
        return judged && withTax.equals(reserved);
    }

    QuoteFacts asked(CartPrice price, Instant now) {
        return new QuoteFacts(price.withoutTax(), price.withTax(), now, reserved, false);
    }

    QuoteFacts granted() {
        return new QuoteFacts(withoutTax, withTax, at, withTax, true);
    }

    /** The limits may have changed since it passed them. */
    QuoteFacts unjudged() {
        return new QuoteFacts(withoutTax, withTax, at, reserved, false);
    }

    /** The budget keeps nothing for it any more. */
    QuoteFacts released() {
        return new QuoteFacts(withoutTax, withTax, at, null, false);
    }

    /** Requires a new dry run; reserved money stays reserved. */
    QuoteFacts stale() {
        return new QuoteFacts(null, null, null, reserved, false);
    }
}
