/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
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
