// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import io.github.camelovh.domain.api.model.Money;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much may be spent, with tax. Where none is set nothing is bought.
 *
 * @param perItem for one name; null if not limited
 * @param perRun for one run; null if not limited
 * @param perDay for one calendar day, in the zone of the ledger's clock; null if not limited
 */
public record BudgetLimits(Money perItem, Money perRun, Money perDay) {
    public BudgetLimits {
        long currencies = Stream.of(perItem, perRun, perDay)
                .filter(limit -> limit != null)
                .map(Money::currency)
                .distinct()
                .count();
        if (currencies > 1) {
            throw new LedgerException("The budget's limits are in different currencies: " + perItem + " per item, "
                    + perRun + " per run, " + perDay + " per day. Nothing is bought until they are in one.");
        }
    }

    /** No limit at all, so nothing is bought. */
    public static BudgetLimits none() {
        return new BudgetLimits(null, null, null);
    }

    /** Whether buying is allowed at all: at least one limit is set, and none is zero. */
    public boolean allowBuying() {
        return any().isPresent()
                && Stream.of(perItem, perRun, perDay)
                        .noneMatch(limit -> limit != null && limit.amount().signum() <= 0);
    }

    /**
     * The tighter of two limits each; where only one is set, that one.
     *
     * @throws LedgerException if they are in different currencies
     */
    public BudgetLimits tightenedBy(BudgetLimits other) {
        return new BudgetLimits(
                tighter(perItem, other.perItem), tighter(perRun, other.perRun), tighter(perDay, other.perDay));
    }

    private static Money tighter(Money one, Money other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        if (!one.currency().equals(other.currency())) {
            throw new LedgerException(
                    "The plan was shown with limits in " + other.currency() + ", those set now are in " + one.currency()
                            + ". Nothing is bought until they are in one currency.");
        }
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** One of them; empty if none is set. */
    public Optional<Money> any() {
        return Stream.of(perItem, perRun, perDay).filter(limit -> limit != null).findFirst();
    }
}
