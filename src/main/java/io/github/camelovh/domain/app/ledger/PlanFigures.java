// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import io.github.camelovh.domain.api.model.Money;

/**
 * What a request will cost or change, as asked and as shown for approval.
 *
 * @param withoutTax price without tax; null for a request that buys nothing
 * @param withTax price with tax in the same currency, null where only the offer was asked
 * @param pricingMode the offer's pricing mode, null if unknown
 * @param duration period that is bought, as the API writes it ({@code P1Y}), null if unknown
 * @param terms what the order would carry and may be, settings included, null if it was not noted; for a request that buys
 *     nothing what it would change, a line each
 */
public record PlanFigures(Money withoutTax, Money withTax, String pricingMode, String duration, String terms) {
    public PlanFigures {
        if (withoutTax == null && (withTax != null || terms == null)) {
            throw new IllegalArgumentException("A plan has a price, or says what changes");
        }
        if (withTax != null && !withTax.currency().equals(withoutTax.currency())) {
            throw new IllegalArgumentException(
                    "Prices of one plan are in two currencies: " + withoutTax + " and " + withTax);
        }
    }

    /**
     * Of a request that buys nothing.
     *
     * @param changes what it would change, a line each
     */
    public static PlanFigures ofChanges(String changes) {
        return new PlanFigures(null, null, null, null, changes);
    }
}
