// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

import java.math.BigDecimal;

/**
 * An amount as OVHcloud writes it ({@code order.Price}).
 *
 * @param currencyCode such as {@code EUR}
 * @param text for people, such as {@code 6.99 €}
 * @param value the amount
 */
public record Price(String currencyCode, String text, BigDecimal value) {

    /** The same amount for arithmetic. */
    public Money money() {
        return new Money(value, currencyCode);
    }
}
