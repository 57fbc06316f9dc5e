// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanningCartTest {

    private final World world = new World();
    private final PlanningCart cart = new PlanningCart(world.api(), world.settings, world.clock);

    private static Purchase wish(String name, String duration) {
        return Purchase.of(PurchaseAction.CREATE, DomainName.of(name), duration);
    }

    @Test
    void hundredNamesCostHundredCallsAndFour() {
        for (int i = 0; i < 100; i++) {
            Quote quote = cart.quote(wish("name" + i + ".fr", "P1Y"));
            assertThat(quote.orderable()).isTrue();
            assertThat(quote.priceWithoutTax()).isEqualTo(Money.of("6.99 EUR"));
            assertThat(quote.priceWithTax()).isEqualTo(Money.of("8.39 EUR"));
        }
        cart.close();
        assertThat(world.shop.calls).hasSize(104);
        assertThat(world.shop.called("GET /order/cart/{}/domain")).isEqualTo(100);
        assertThat(world.shop.carts).isEmpty();
    }

    @Test
    void severalYearsAreAskedInTheCart() {
        assertThat(cart.quote(wish("example.fr", "P2Y")).priceWithoutTax()).isEqualTo(Money.of("13.98 EUR"));
    }

    @Test
    void saysWhyANameCannotBeBought() {
        world.shop.modes.put("premium.fr", "create-premium");
        world.shop.prices.put("premium.fr", new BigDecimal("900.00"));
        Quote quote = cart.quote(wish("premium.fr", "P1Y"));
        assertThat(quote.orderable()).isFalse();
        assertThat(quote.priceWithoutTax()).isEqualTo(Money.of("900.00 EUR"));
        assertThat(quote.remarks()).singleElement().asString().contains("premium name at 900.00 EUR");
        assertThat(cart.quote(wish("premium.fr", "P1Y").allowing(true, false)).orderable())
                .isTrue();
        assertThat(cart.quote(wish("example.fr", "P1Y").withMaxPrice(Money.of("8.38 EUR")))
                        .orderable())
                .isFalse();
    }

    @Test
    void livesADayByTheClockOfTheServer() {
        world.shop.ahead = Duration.ofDays(2);
        cart.quote(wish("a.fr", "P1Y"));
        assertThat(world.shop.carts.values())
                .extracting(made -> Instant.parse(made.expire))
                .containsExactly(world.clock.instant().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void leavesThePriceWithTaxOpenWhereTheSummaryNamesNone() {
        world.shop.namesNoPrices = true;
        Quote quote = cart.quote(wish("a.fr", "P1Y"));
        assertThat(quote.orderable()).isTrue();
        assertThat(quote.priceWithoutTax()).isEqualTo(Money.of("6.99 EUR"));
        assertThat(quote.priceWithTax()).isNull();
    }

    @Test
    void goesOnInAnotherCartWhenItsOwnExpired() {
        cart.quote(wish("a.fr", "P1Y"));
        world.shop.carts.clear();
        assertThat(cart.quote(wish("b.fr", "P1Y")).orderable()).isTrue();
        assertThat(world.shop.called("POST /order/cart")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeShop.Fault.class,
            names = {"LOST_BEFORE_EFFECT", "LOST_AFTER_EFFECT", "BUSY_503"})
    void asksAgainInAnotherCartWhenNobodyKnowsWhatTheFirstHolds(FakeShop.Fault fault) {
        for (String route : List.of("POST /order/cart", "POST /order/cart/{}/domain")) {
            world.shop.breakRoute(route, fault);
            assertThat(cart.quote(wish("a.fr", "P2Y")).priceWithTax()).isEqualTo(Money.of("16.78 EUR"));
        }
    }
}
