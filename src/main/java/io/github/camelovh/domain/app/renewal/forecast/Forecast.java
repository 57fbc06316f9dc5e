// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * What renewals come to, month by month. Costs are without tax.
 *
 * @param day when it was made
 * @param currency of all costs; null where no price is known
 * @param months the months that it covers, the present one first
 * @param names how many names there are
 * @param atRisk how many of them a person has to look at, or may be lost
 * @param unpriced renewals whose price is not known, and which are in no sum
 * @param payment what stands in the way of paying for what OVHcloud renews by itself; null where nothing does, or it renews nothing
 * @param givenUp names that are let go as the policy wants, by month
 * @param policy by what the policy says; never empty where there are names
 * @param extensions by extension, the dearest first
 * @param owners by whom the policy tells, or else the owner contact, the dearest first
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
     * Names that have something in common.
     *
     * @param name what
     * @param names how many
     * @param yearly what a year of one of them costs; null where that is not known, or differs
     * @param renewals how many of them are renewed, by month
     * @param costs what that costs, by month
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

        /** What all months cost. */
        public BigDecimal total() {
            return costs.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** What all months cost. */
    public BigDecimal total() {
        return policy.stream().map(Group::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Renewals in all months. */
    public int renewals() {
        return policy.stream().mapToInt(Group::allRenewals).sum();
    }
}
