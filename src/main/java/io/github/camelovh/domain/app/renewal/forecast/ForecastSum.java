// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal.forecast;

import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.renewal.Outlook;
import io.github.camelovh.domain.app.renewal.policy.PolicyRule;
import io.github.camelovh.domain.portfolio.HeldName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Sums up names to a {@link Forecast}. Memory is limited by extensions and owners. Used by one thread. */
public final class ForecastSum {
    /** The number of months of a forecast. */
    public static final int MONTHS = 24;

    private static final String NOBODY = "(not known)";

    private final LocalDate today;
    private final LocalDate until;
    private final RenewalPrices prices;
    private final Map<String, Tally> policy = new HashMap<>();
    private final Map<String, Tally> extensions = new HashMap<>();
    private final Map<String, Tally> owners = new HashMap<>();
    private final int[] givenUp = new int[MONTHS];
    private int names;
    private int atRisk;
    private int unpriced;
    private String currency;
    private boolean byOvhcloud;

    /** Names of one group so far. */
    private static final class Tally {
        private final int[] renewals = new int[MONTHS];
        private final BigDecimal[] costs = new BigDecimal[MONTHS];
        private int names;
        private BigDecimal yearly;

        private Tally() {
            Arrays.fill(costs, BigDecimal.ZERO);
        }

        private Forecast.Group group(String name) {
            return new Forecast.Group(
                    name, names, yearly, Arrays.stream(renewals).boxed().toList(), Arrays.asList(costs));
        }
    }

    public ForecastSum(LocalDate today, RenewalPrices prices) {
        this.today = today;
        this.until = YearMonth.from(today).plusMonths(MONTHS).atDay(1);
        this.prices = prices;
    }

    /**
     * Adds a name.
     *
     * @return the price of one year; empty if that is not known, or the name is not renewed
     */
    public Optional<Money> add(Outlook outlook) {
        HeldName name = outlook.name();
        List<RenewalDates.Renewal> renewals = RenewalDates.of(outlook, today, until);
        Optional<Money> price = renewals.isEmpty() ? Optional.empty() : yearOf(name);
        names++;
        byOvhcloud |= outlook.decided(PolicyRule.Outcome.AUTOMATIC);
        atRisk += outlook.isAtRisk() ? 1 : 0;
        unpriced += price.isEmpty() ? renewals.size() : 0;
        countIfGivenUp(outlook);
        Tally extension = extensions.computeIfAbsent(name.extension(), key -> new Tally());
        price.ifPresent(money -> extension.yearly = money.amount());
        for (Tally each : List.of(
                policy.computeIfAbsent(outlook.outcome(), key -> new Tally()),
                extension,
                owners.computeIfAbsent(ownerOf(outlook), key -> new Tally()))) {
            each.names++;
            renewals.forEach(renewal -> add(each, renewal, price.map(Money::amount)));
        }
        return price;
    }

    /** Amounts of two currencies have no sum: only the first currency counts, other amounts count as unpriced. */
    private Optional<Money> yearOf(HeldName name) {
        Optional<Money> price = prices.of(name);
        if (currency == null) {
            currency = price.map(Money::currency).orElse(null);
        }
        return price.filter(money -> money.currency().equals(currency));
    }

    private void countIfGivenUp(Outlook outlook) {
        LocalDate expires = outlook.name().expires();
        if (expires != null
                && outlook.decided(PolicyRule.Outcome.LET_EXPIRE)
                && !expires.isBefore(today)
                && expires.isBefore(until)) {
            givenUp[monthOf(expires)]++;
        }
    }

    private int monthOf(LocalDate day) {
        return (int) ChronoUnit.MONTHS.between(YearMonth.from(today), YearMonth.from(day));
    }

    private void add(Tally tally, RenewalDates.Renewal renewal, Optional<BigDecimal> yearly) {
        int month = monthOf(renewal.on());
        tally.renewals[month]++;
        BigDecimal cost = yearly.orElse(BigDecimal.ZERO).multiply(BigDecimal.valueOf(renewal.years()));
        tally.costs[month] = tally.costs[month].add(cost);
    }

    /** Who is notified, or else the owner contact. */
    static String ownerOf(Outlook outlook) {
        String told =
                outlook.verdict().decided() ? outlook.verdict().rule().wish().tell() : null;
        String owner = told == null ? outlook.name().owner() : told;
        return owner == null ? NOBODY : owner;
    }

    /**
     * The forecast of all added names.
     *
     * @param payment called if OVHcloud renews names automatically: what prevents their payment
     */
    Forecast forecast(Supplier<Optional<String>> payment) {
        YearMonth first = YearMonth.from(today);
        return new Forecast(
                today,
                currency,
                Stream.iterate(first, month -> month.plusMonths(1))
                        .limit(MONTHS)
                        .toList(),
                names,
                atRisk,
                unpriced,
                byOvhcloud ? payment.get().orElse(null) : null,
                Arrays.stream(givenUp).boxed().toList(),
                groups(policy),
                groups(extensions),
                groups(owners));
    }

    private static List<Forecast.Group> groups(Map<String, Tally> tallies) {
        List<Forecast.Group> groups = new ArrayList<>();
        tallies.forEach((name, tally) -> groups.add(tally.group(name)));
        groups.sort(Comparator.comparing(Forecast.Group::total)
                .thenComparing(Forecast.Group::names)
                .reversed()
                .thenComparing(Forecast.Group::name));
        return groups;
    }
}
