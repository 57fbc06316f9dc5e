// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * The renewals and their costs, month by month. Costs are without tax.
 *
 * @param day when it was made
 * @param currency of all costs; null if no price is known
 * @param months the months of the forecast, the current one first
 * @param names how many names there are
 * @param atRisk how many of them a person must check, or may be lost
 * @param unpriced renewals whose price is not known, and which are in no sum
 * @param payment what prevents the payment of OVHcloud's automatic renewals; null if nothing does, or if it renews
 * nothing
 * @param givenUp names that expire as the policy says, by month
 * @param policy by outcome of the policy; never empty if there are names
 * @param extensions by extension, the most expensive first
 * @param owners by who is notified, or else the owner contact, the most expensive first
 */
public record Forecast(
        LocalDate day,
        String currency,
        List<YearMonth> months,
        int names,
        int atRisk,
        int unpriced,
        String payment,
        List<Integer> givenUp,
        List<Group> policy,
        List<Group> extensions,
        List<Group> owners) {
    public Forecast {
        months = List.copyOf(months);
        givenUp = List.copyOf(givenUp);
        policy = List.copyOf(policy);
        extensions = List.copyOf(extensions);
        owners = List.copyOf(owners);
    }

    /**
     * Names with something in common.
     *
     * @param name what they have in common
     * @param names how many
     * @param yearly the price of one year of one of them; null if that is not known, or differs
     * @param renewals how many of them are renewed, by month
     * @param costs the cost of that, by month
     */
    public record Group(String name, int names, BigDecimal yearly, List<Integer> renewals, List<BigDecimal> costs) {
        public Group {
            renewals = List.copyOf(renewals);
            costs = List.copyOf(costs);
        }

        /** Renewals in all months. */
        public int allRenewals() {
            return renewals.stream().mapToInt(Integer::intValue).sum();
        }

        /** The cost of all months. */
        public BigDecimal total() {
            return costs.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** The cost of all months. */
    public BigDecimal total() {
        return policy.stream().map(Group::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Renewals in all months. */
    public int renewals() {
        return policy.stream().mapToInt(Group::allRenewals).sum();
    }
}
