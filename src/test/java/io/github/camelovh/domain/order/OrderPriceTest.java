// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.order.FakeShop.Fault;
import io.github.camelovh.domain.order.OrderSettings.Payment;
import io.github.camelovh.domain.order.PurchaseOutcome.Ordered;
import io.github.camelovh.domain.order.PurchaseOutcome.Refused;
import io.github.camelovh.domain.order.PurchaseOutcome.Unfinished;
import java.math.BigDecimal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order decides what is paid and counted: its price may be another one than that of the dry run, or not be told. */
class OrderPriceTest {
    private final World world = new World();
    private final FakeShop shop = world.shop;

    private PurchaseOutcome buy(Purchase purchase) {
        return world.orders().create(purchase);
    }

    @Nested
    class WhenThePriceRisesBetweenDryRunAndCheckout {
        WhenThePriceRisesBetweenDryRunAndCheckout() {
            shop.beforeCheckout = () -> shop.prices.put("example.fr", new BigDecimal("10.00"));
        }

        private final Purchase limited = World.wish().withMaxPrice(Money.of("8.39 EUR"));

        @ParameterizedTest
        @EnumSource(
                value = Fault.class,
                names = {"LOST_AFTER_EFFECT", "CRASH_AFTER", "RATE_LIMITED"})
        void anOrderAboveTheLimitIsNotPaid(Fault fault) {
            world.settings = world.settings.payingBy(Payment.NAMED_METHOD, 77L);
            if (fault != Fault.RATE_LIMITED) {
                shop.breakRoute("POST /order/cart/{}/checkout", fault);
            }

            PurchaseOutcome outcome = world.runTillDone(limited);

            assertThat(outcome).isInstanceOf(Unfinished.class);
            assertThat(outcome.sentence())
                    .contains(
                            "costs 12.00 EUR with tax, more than is allowed (8.39 EUR", "it was not paid", "Pay order");
            assertThat(shop.orders.values()).singleElement().satisfies(order -> assertThat(order.status)
                    .isEqualTo("notPaid"));
            assertThat(buy(limited)).as("and not at the next run").isInstanceOf(Unfinished.class);
            shop.orders.values().forEach(order -> order.status = "delivering");
            assertThat(buy(limited)).isInstanceOfSatisfying(Ordered.class, ordered -> assertThat(ordered.priceWithTax())
                    .isEqualTo(Money.of("12.00 EUR")));
            assertThat(world.budget.spent.values()).containsExactly(Money.of("12.00 EUR"));
            assertThat(shop.sold("example.fr")).isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void theNextRunDoesNotPayWhatNobodyAllowedEitherWhenTheOrderNamesNoPrice(boolean named) {
            world.settings = world.settings.payingBy(Payment.NAMED_METHOD, 77L);
            assertThat(buy(limited)).isInstanceOf(Unfinished.class);
            shop.ordersHaveNoPrices = !named;

            assertThat(buy(limited).sentence()).contains("costs 12.00 EUR with tax, more than is allowed");
            assertThat(shop.called("POST /me/order/{}/pay")).isZero();
        }

        @Test
        void anUnpaidOrderThatWasCancelledIsOrderedAnewWithinTheLimit() {
            world.settings = world.settings.payingBy(Payment.NONE, null);
            assertThat(buy(limited)).isInstanceOf(Unfinished.class);
            shop.orders.values().forEach(order -> order.status = "cancelled");
            shop.beforeCheckout = () -> {};
            shop.prices.clear();

            assertThat(buy(limited)).isInstanceOfSatisfying(Ordered.class, ordered -> assertThat(ordered.priceWithTax())
                    .isEqualTo(Money.of("8.39 EUR")));
        }

        @Test
        void theRowSaysWhatThePreferredMethodPaysTooMuch() {
            assertThat(buy(limited).sentence()).contains("12.00 EUR", "OVHcloud takes it by the preferred method");
            assertThat(shop.called("POST /order/cart/{}/checkout")).isEqualTo(1);
            assertThat(world.budget.spent.values())
                    .as("the budget counts what was charged")
                    .containsExactly(Money.of("12.00 EUR"));
            assertThat(world.budget.reserved).isEmpty();
        }

        @Test
        void whatWasChargedForAnOrderThatWasCancelledIsNotSpent() {
            assertThat(buy(limited)).isInstanceOf(Unfinished.class);
            shop.orders.values().forEach(order -> order.status = "cancelled");

            assertThat(buy(limited)).isInstanceOf(Refused.class);
            assertThat(world.budget.spent).isEmpty();
            assertThat(world.budget.reserved).isEmpty();
        }

        @Test
        void theBudgetKnowsTheRealPriceWithinTheLimit() {
            assertThat(buy(World.wish())).isInstanceOf(Ordered.class);
            assertThat(world.budget.spent.values()).containsExactly(Money.of("12.00 EUR"));
        }

        @Test
        void theBudgetIsALimitToo() {
            world.settings = world.settings.payingBy(Payment.NAMED_METHOD, 77L);
            world.budget.limit = Money.of("11 EUR");
            assertThat(buy(World.wish()).sentence()).contains("it was not paid");
            assertThat(shop.called("POST /me/order/{}/pay")).isZero();
        }
    }

    @Nested
    class WhenALimitIsLoweredBetweenCheckoutAndPayment {
        WhenALimitIsLoweredBetweenCheckoutAndPayment() {
            world.settings = world.settings.payingBy(Payment.NAMED_METHOD, 77L);
            shop.breakRoute("POST /me/order/{}/pay", Fault.CRASH_BEFORE);
            assertThatThrownBy(() -> buy(World.wish())).isInstanceOf(FakeShop.Crash.class);
            // as after a kill straight before the payment was noted
            world.journal.seed(
                    World.wish().key(),
                    PurchaseStep.CHECK_OUT,
                    world.journal
                            .find(World.wish().key())
                            .map(PurchaseRecord::facts)
                            .map(facts -> facts.with(facts.checkout().notPaid()))
                            .orElseThrow());
        }

        @Test
        void theRequestsLimitOfTheNextRunCounts() {
            shop.ordersHaveNoPrices = true;
            assertThat(buy(World.wish().withMaxPrice(Money.of("8.00 EUR"))).sentence())
                    .contains("costs 8.39 EUR with tax, more than is allowed; it was not paid");
            assertThat(shop.called("POST /me/order/{}/pay")).isEqualTo(1);
        }

        @Test
        void theBudgetOfTheNextRunCounts() {
            world.budget.limit = Money.of("8.00 EUR");
            assertThat(buy(World.wish()).sentence()).contains("more than is allowed; it was not paid");
            assertThat(shop.called("POST /me/order/{}/pay")).isEqualTo(1);
        }

        @Test
        void withinTheLimitItIsPaidAlsoWhenTheOrderNamesNoPrice() {
            shop.ordersHaveNoPrices = true;
            assertThat(buy(World.wish()))
                    .isInstanceOfSatisfying(Ordered.class, ordered -> assertThat(ordered.payByHand())
                            .isFalse());
            assertThat(shop.sold("example.fr")).isEqualTo(1);
        }
    }

    @Nested
    class WhenTheCheckoutNamesNoPrice {
        WhenTheCheckoutNamesNoPrice() {
            world.settings = world.settings.payingBy(Payment.NAMED_METHOD, 77L);
            shop.beforeCheckout = () -> shop.namesNoPrices = true;
        }

        private void priceRises() {
            shop.beforeCheckout = () -> {
                shop.namesNoPrices = true;
                shop.prices.put("example.fr", new BigDecimal("10.00"));
            };
        }

        @Test
        void theOrderIsReadBeforeItIsPaid() {
            assertThat(buy(World.wish().withMaxPrice(Money.of("8.39 EUR"))))
                    .isInstanceOfSatisfying(Ordered.class, ordered -> {
                        assertThat(ordered.priceWithTax()).isEqualTo(Money.of("8.39 EUR"));
                        assertThat(ordered.payByHand()).isFalse();
                    });
            assertThat(shop.calls.indexOf("GET /me/order/{}"))
                    .isBetween(0, shop.calls.indexOf("POST /me/order/{}/pay"));
        }

        @Test
        void anOrderAboveTheLimitIsNotPaid() {
            priceRises();
            assertThat(buy(World.wish().withMaxPrice(Money.of("8.39 EUR"))).sentence())
                    .contains("costs 12.00 EUR with tax, more than is allowed", "it was not paid");
            assertThat(shop.called("POST /me/order/{}/pay")).isZero();
        }

        @Test
        void anOrderIsPaidOnlyOnceItsPriceIsKnown() {
            shop.ordersHaveNoPrices = true;
            assertThat(buy(World.wish())).isInstanceOfSatisfying(Unfinished.class, unfinished -> {
                assertThat(unfinished.why()).contains("is not paid: OVHcloud returned no price");
                assertThat(unfinished.unread()).isTrue();
            });
            assertThat(shop.called("POST /me/order/{}/pay")).isZero();

            shop.ordersHaveNoPrices = false;
            assertThat(buy(World.wish())).isInstanceOf(Ordered.class);
            assertThat(shop.sold("example.fr")).isEqualTo(1);
        }

        @Test
        void anOrderThatWasFoundIsPaidOnlyOnceItsPriceIsKnown() {
            shop.ordersHaveNoPrices = true;
            shop.breakRoute("POST /order/cart/{}/checkout", Fault.LOST_AFTER_EFFECT);
            assertThat(buy(World.wish())).isInstanceOf(Unfinished.class);
            assertThat(shop.called("POST /me/order/{}/pay")).isZero();
        }

        @Test
        void theBudgetCountsWhatThePreferredMethodTakes() {
            world.settings = world.settings.payingBy(Payment.PREFERRED_METHOD, null);
            priceRises();
            assertThat(buy(World.wish()))
                    .isInstanceOfSatisfying(Ordered.class, ordered -> assertThat(ordered.priceWithTax())
                            .isEqualTo(Money.of("12.00 EUR")));
            assertThat(world.budget.spent.values()).containsExactly(Money.of("12.00 EUR"));
        }
    }
}
