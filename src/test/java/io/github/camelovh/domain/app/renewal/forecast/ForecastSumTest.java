// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.ErrorFacts;
import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.renewal.policy.PolicyRule.Outcome;
import io.github.camelovh.domain.renewal.RenewalOffer;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForecastSumTest {
    private final List<DomainName> asked = new ArrayList<>();
    private final ForecastSum sum = new ForecastSum(Outlooks.TODAY, new RenewalPrices(this::offers));

    private List<RenewalOffer> offers(DomainName name) {
        asked.add(name);
        String price = name.ascii().endsWith(".fr") ? "7.00" : "10.50";
        return switch (name.ascii()) {
            case "no-offer.io", "none-1.dev", "none-2.dev", "none-3.dev", "none-4.dev" -> List.of();
            case "dollars.us" -> List.of(new RenewalOffer("P1Y", Money.of("9.00 USD"), List.of(1L), List.of()));
            default ->
                List.of(
                        new RenewalOffer("P1Y", Money.of("99.00 EUR"), List.of(1L, 2L), List.of("hosting")),
                        new RenewalOffer("P1Y", Money.of(price + " EUR"), List.of(1L), List.of()),
                        new RenewalOffer("P2Y", Money.of("55.00 EUR"), List.of(1L), List.of()));
        };
    }

    private Forecast forecast() {
        return sum.forecast(Optional::empty);
    }

    /** The months with a value in a list, and the value. */
    private static List<String> months(Forecast forecast, Forecast.Group group) {
        return IntStream.range(0, forecast.months().size())
                .filter(i -> group.renewals().get(i) > 0)
                .mapToObj(i -> forecast.months().get(i) + " " + group.renewals().get(i) + " "
                        + group.costs().get(i))
                .toList();
    }

    @Test
    void eachNameIsPaidWhenItIsRenewedAndEachTimeAgain() {
        sum.add(Outlooks.of("one.fr", Outcome.RENEW, 1, null, "2027-03-10", null)); // from 2027-02-08 on
        sum.add(Outlooks.of("two.fr", Outcome.RENEW, 2, "web", "2026-12-05", null)); // late by 20 days: now
        sum.add(Outlooks.of("three.com", Outcome.AUTOMATIC, 0, null, "2027-03-31", null));
        sum.add(Outlooks.of("four.com", Outcome.LET_EXPIRE, 0, null, "2027-01-02", null));
        sum.add(Outlooks.of("five.com", Outcome.ASK, 0, "web", "2028-10-31", null));
        sum.add(Outlooks.of("six.com", Outcome.ASK, 0, null, "2028-11-01", null)); // after the 24 months

        Forecast forecast = forecast();

        assertThat(forecast.months())
                .hasSize(24)
                .startsWith(YearMonth.of(2026, 11))
                .endsWith(YearMonth.of(2028, 10));
        Forecast.Group renew = group(forecast.policy(), "renew");
        assertThat(months(forecast, renew)).containsExactly("2026-11 1 14.00", "2027-02 1 7.00", "2028-02 1 7.00");
        assertThat(months(forecast, group(forecast.policy(), "automatic")))
                .containsExactly("2027-03 1 10.50", "2028-03 1 10.50");
        assertThat(months(forecast, group(forecast.policy(), "ask"))).containsExactly("2028-10 1 10.50");
        assertThat(group(forecast.policy(), "let-expire").allRenewals()).isZero();
        assertThat(forecast.givenUp().get(2)).as("in 2027-01").isEqualTo(1);
        assertThat(forecast.givenUp().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(1);
        assertThat(forecast.total()).isEqualByComparingTo("59.50");
        assertThat(forecast.renewals()).isEqualTo(6);
        assertThat(group(forecast.extensions(), "fr").yearly()).isEqualByComparingTo("7.00");
        assertThat(group(forecast.owners(), "web").total()).isEqualByComparingTo("24.50");
        assertThat(group(forecast.owners(), "77").names()).isEqualTo(4);
        for (List<Forecast.Group> each : List.of(forecast.policy(), forecast.extensions(), forecast.owners())) {
            assertThat(each.stream().map(Forecast.Group::total).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(forecast.total());
            assertThat(each.stream().mapToInt(Forecast.Group::names).sum()).isEqualTo(6);
        }
    }

    private static Forecast.Group group(List<Forecast.Group> groups, String name) {
        return groups.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsOrderedIsNotPaidAgain() {
        sum.add(Outlooks.of("one.fr", Outcome.RENEW, 1, null, "2026-12-05", 4711L));

        Forecast forecast = forecast();

        assertThat(months(forecast, forecast.policy().get(0))).containsExactly("2027-11 1 7.00");
    }

    @Test
    void onePriceIsAskedForEachExtension() {
        for (String name : List.of("a.fr", "b.fr", "c.com", "no-offer.io", "d.io", "e.io")) {
            sum.add(Outlooks.of(name, Outcome.AUTOMATIC, 0, null, "2027-03-10", null));
        }

        assertThat(asked).extracting(DomainName::ascii).containsExactly("a.fr", "c.com", "no-offer.io", "d.io");
        assertThat(forecast().unpriced())
                .as("two renewals of the first .io name")
                .isEqualTo(2);
    }

    @Test
    void afterThreeNamesWithoutAnOfferNoneIsAskedAgain() {
        for (int i = 1; i < 5; i++) {
            sum.add(Outlooks.of("none-" + i + ".dev", Outcome.AUTOMATIC, 0, null, "2028-03-10", null));
        }

        assertThat(asked).hasSize(3);
        assertThat(forecast().unpriced()).isEqualTo(4);
        assertThat(forecast().currency()).isNull();
    }

    @Test
    void twoCurrenciesAreNotAddedUp() {
        sum.add(Outlooks.of("a.fr", Outcome.AUTOMATIC, 0, null, "2028-03-10", null));
        sum.add(Outlooks.of("dollars.us", Outcome.AUTOMATIC, 0, null, "2028-03-10", null));

        assertThat(forecast().currency()).isEqualTo("EUR");
        assertThat(forecast().total()).isEqualByComparingTo("7.00");
        assertThat(forecast().unpriced()).isEqualTo(1);
    }

    @Test
    void aPriceThatCannotBeAskedStopsNothing() {
        ForecastSum troubled = new ForecastSum(Outlooks.TODAY, new RenewalPrices(name -> {
            throw new OvhNotFoundException(
                    new ErrorFacts("GET /service/1/renew", 404, "Client::NotFound", "gone", null, null), "gone", null);
        }));

        troubled.add(Outlooks.of("a.fr", Outcome.AUTOMATIC, 0, null, "2028-03-10", null));

        assertThat(troubled.forecast(Optional::empty).unpriced()).isEqualTo(1);
    }
}
