// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.model.Money;
import java.time.Instant;

/**
 * What the dry run said, and whether its money is set aside. Immutable.
 *
 * @param withoutTax of the whole cart; null while no dry run was made
 * @param withTax of the whole cart
 * @param at when it was asked
 * @param reserved what the budget has set aside for this purchase; null while nothing is
 * @param judged whether this price passed the limits of the wish and the budget
 */
public record QuoteFacts(Money withoutTax, Money withTax, Instant at, Money reserved, boolean judged) {

    static final QuoteFacts NONE = new QuoteFacts(null, null, null, null, false);

    boolean known() {
        return withTax != null;
    }

    /** Whether exactly this price was judged and is set aside. */
    boolean covered() {
        return judged && withTax.equals(reserved);
    }

    QuoteFacts asked(CartPrice price, Instant now) {
        return new QuoteFacts(price.withoutTax(), price.withTax(), now, reserved, false);
    }

    QuoteFacts granted() {
        return new QuoteFacts(withoutTax, withTax, at, withTax, true);
    }

    /** To be asked again; money set aside stays so. */
    QuoteFacts stale() {
        return new QuoteFacts(null, null, null, reserved, false);
    }
}
