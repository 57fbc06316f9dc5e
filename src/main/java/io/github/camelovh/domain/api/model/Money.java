// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * An amount in one currency. Equal amounts are equal, independent of their number of decimals.
 *
 * @param amount exact, stored with at least two decimals; may be negative
 * @param currency as OVHcloud names it: {@code EUR}, {@code USD}, also {@code points}
 */
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {
    public Money {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
        if (currency.isBlank()) {
            throw new IllegalArgumentException("An amount of money needs a currency");
        }
        BigDecimal plain = amount.stripTrailingZeros();
        amount = plain.setScale(Math.max(2, plain.scale()), RoundingMode.UNNECESSARY);
    }

    /**
     * Reads {@code 8.39 EUR}.
     *
     * @throws IllegalArgumentException when the text is not an amount, a space and a currency
     */
    public static Money of(String text) {
        int blank = text.strip().indexOf(' ');
        if (blank < 0) {
            throw new IllegalArgumentException("\"" + text + "\" is not an amount such as 8.39 EUR");
        }
        try {
            return new Money(
                    new BigDecimal(text.strip().substring(0, blank)),
                    text.strip().substring(blank + 1).strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not an amount such as 8.39 EUR", e);
        }
    }

    /** Zero in a currency. */
    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /**
     * The sum.
     *
     * @throws IllegalArgumentException when the currencies differ
     */
    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    /**
     * The difference.
     *
     * @throws IllegalArgumentException when the currencies differ
     */
    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    /**
     * Orders by amount.
     *
     * @throws IllegalArgumentException when the currencies differ
     */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(this + " and " + other + " have different currencies");
        }
        return other;
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
