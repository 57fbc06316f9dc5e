// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.order.FakeShop.Fault;
import io.github.camelovh.domain.order.PurchaseOutcome.AlreadyOwned;
import io.github.camelovh.domain.order.PurchaseOutcome.Failed;
import io.github.camelovh.domain.order.PurchaseOutcome.Ordered;
import io.github.camelovh.domain.order.PurchaseOutcome.Refused;
import io.github.camelovh.domain.order.PurchaseOutcome.UnderWay;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrdersTest {
    private final World world = new World();
    private final FakeShop shop = world.shop;

    private PurchaseOutcome buy(Purchase purchase) {
        return world.orders().create(purchase);
    }

    private static String refusal(PurchaseOutcome outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return outcome.sentence();
    }

    @Test
    void approvedNameCostsNineCallsBesidesTheHoldings() {
        buy(World.approvedWish());

        assertThat(shop.calls)
                .containsExactly(
                        "GET /domain/example.fr",
                        "GET /me/task/domain",
                        "POST /order/cart",
                        "POST /order/cart/{}/assign",
                        "GET /order/cart",
                        "POST /order/cart/{}/domain",
                        "GET /order/cart/{}/item/{}/requiredConfiguration",
                        "POST /order/cart/{}/item/{}/configuration",
                        "POST /order/cart/{}/item/{}/configuration",
                        "GET /order/cart/{}/checkout",
                        "POST /order/cart/{}/checkout");
    }

    @Test
    void keepsSecretsOutOfJournalAndTexts() {
        Map<String, String> labels = new java.util.HashMap<>(World.CONFIGURATION);
        labels.put("AUTH_INFO", "s3cr3t-code");
        shop.required.add(new String[] {"AUTH_INFO", "String", "true"});
        Purchase purchase = World.wish().withConfiguration(labels);
        PurchaseOutcome outcome = buy(purchase);

        assertThat(world.journal.written).isNotEmpty().allSatisfy(line -> assertThat(line)
                .doesNotContain("s3cr3t-code")
                .doesNotContain("hush"));
        assertThat(purchase.toString() + outcome).doesNotContain("s3cr3t-code").doesNotContain("hush");
    }

    @Test
    void failsRetryablyWhileNothingIsAnswered() {
        shop.breakRoute("GET /order/cart", Fault.BUSY_503);
        assertThat(buy(World.wish())).isInstanceOfAny(Ordered.class, Failed.class);
    }

    @Test
    void illegalMoveTellsMachineMoveAndHistory() {
        assertThatThrownBy(() -> PurchaseMoves.check(
                        World.wish().key(), List.of(PurchaseStep.LOOK_AT_HOLDINGS), PurchaseStep.CHECK_OUT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("camel-ovh-domain create example.fr")
                .hasMessageContaining("CHECK_OUT after [LOOK_AT_HOLDINGS]");
    }

    @Nested
    class Refuses {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                create-premium        | is a premium name at 6.99 EUR
                transfer-default      | is taken (registered elsewhere): transfer it instead
                transfer-aftermarket1 | sells it on the aftermarket
                reserved-create       | is reserved or not open
                none                  | is not on offer
                """)
        void whatWasNotAllowedBeforeAnythingIsInTheCart(String mode, String sentence) {
            shop.modes.put("example.fr", mode.equals("reserved-create") ? "reserved" : mode);
            assertThat(refusal(buy(World.wish()))).contains(sentence).contains("not ordered");
            assertThat(shop.called("POST /order/cart/{}/domain")).isZero();
            assertThat(shop.carts).as("the cart is thrown away").isEmpty();
        }

        @Test
        void nameThatBecamePremiumSinceItsPlan() {
            shop.modes.put("example.fr", "create-premium");
            assertThat(refusal(buy(World.approvedWish()))).contains("premium");
            assertThat(shop.sold("example.fr")).isZero();
        }

        @Test
        void priceThatRoseSinceItWasApproved() {
            shop.prices.put("example.fr", new BigDecimal("7.00"));
            assertThat(refusal(buy(World.approvedWish())))
                    .isEqualTo(
                            "the price of example.fr rose to 7.00 EUR without tax since 6.99 EUR was approved; it was"
                                    + " not ordered: make a new plan and approve it");
            assertThat(shop.called("POST /order/cart/{}/checkout")).isZero();
        }

        @Test
        void priceAboveItsLimit() {
            assertThat(refusal(buy(World.wish().withMaxPrice(Money.of("8.38 EUR")))))
                    .contains("costs 8.39 EUR with tax, more than the limit of 8.38 EUR");
            assertThat(buy(World.wish().withMaxPrice(Money.of("8.39 EUR")))).isInstanceOf(Ordered.class);
        }

        @Test
        void limitInAnotherCurrency() {
            assertThat(refusal(buy(World.wish().withMaxPrice(Money.of("100 USD")))))
                    .contains("cannot be compared")
                    .contains("give the amount in EUR");
        }

        @Test
        void whatTheBudgetDoesNotGrant() {
            world.budget.limit = Money.of("8.38 EUR");
            assertThat(refusal(buy(World.wish()))).contains("the limit of this run is 8.38 EUR");
            assertThat(shop.orders).isEmpty();
        }

        @Test
        void ownerWhoIsNotEligible() {
            shop.ineligible.put("example.fr", "Field \"city\" is required");
            assertThat(refusal(buy(World.wish()))).contains("owner.city: Field \"city\" is required");
            assertThat(world.budget.reserved).isEmpty();
        }

        @Test
        void requiredConfigurationWithoutValueByName() {
            assertThat(refusal(buy(World.wish().withConfiguration(Map.of("OWNER_LEGAL_AGE", "true")))))
                    .contains("ACCEPT_CONDITIONS (bool), which was not given");
        }

        @Test
        void anotherWishUnderTheSameKey() {
            buy(World.wish());
            Purchase twoYears =
                    Purchase.of(PurchaseAction.CREATE, World.NAME, "P2Y").withConfiguration(World.CONFIGURATION);
            assertThat(refusal(buy(twoYears)))
                    .contains("used by another request")
                    .contains("is at step ORDERED with order")
                    .contains("nothing was ordered");
            assertThat(shop.sold("example.fr")).isEqualTo(1);
        }

        @Test
        void buysNothingWithoutAPrice() {
            shop.namesNoPrices = true;
            assertThat(buy(World.wish())).isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.error())
                    .contains("returned no price for example.fr", "not ordered"));
            assertThat(shop.orders).isEmpty();
        }

        @Test
        void laterWishWithOtherContentMayFollowARefusal() {
            assertThat(buy(World.wish().withMaxPrice(Money.of("1 EUR")))).isInstanceOf(Refused.class);
            Purchase twoYears =
                    Purchase.of(PurchaseAction.CREATE, World.NAME, "P2Y").withConfiguration(World.CONFIGURATION);
            assertThat(buy(twoYears)).isInstanceOf(Ordered.class);
        }
    }

    @Nested
    class LooksForWhatIsThereFirst {
        @Test
        void buysNothingThatIsOwned() {
            shop.owned.add("example.fr");
            assertThat(buy(World.wish())).isInstanceOf(AlreadyOwned.class);
            assertThat(shop.calls).containsExactly("GET /domain/example.fr");
        }

        @Test
        void buysNothingThatIsUnderWay() {
            PurchaseOutcome first = world.orders(PurchaseJournal.none()).create(World.wish());
            PurchaseOutcome again = world.orders(PurchaseJournal.none()).create(World.wish());
            assertThat(again).isInstanceOf(Ordered.class);
            assertThat(again.orderId()).isEqualTo(first.orderId());

            shop.carts.clear();
            assertThat(world.orders(PurchaseJournal.none()).create(World.wish()))
                    .as("OVHcloud keeps no cart for ever")
                    .isInstanceOf(UnderWay.class);
            assertThat(shop.sold("example.fr")).isEqualTo(1);
        }

        @Test
        void findsItsOrderAgainWithNothingButTheCart() {
            world.orders(PurchaseJournal.none()).create(World.wish());
            shop.tasksShow = false;

            PurchaseOutcome outcome = world.orders(PurchaseJournal.none()).create(World.wish());

            assertThat(outcome).isInstanceOfSatisfying(Ordered.class, ordered -> assertThat(ordered.priceWithTax())
                    .isEqualTo(Money.of("8.39 EUR")));
            assertThat(shop.sold("example.fr")).isEqualTo(1);
            assertThat(shop.carts).as("the second cart is thrown away").hasSize(1);
        }

        @Test
        void buysAnewAfterItsOrderWasCancelled() {
            buy(World.wish());
            shop.orders.values().forEach(order -> order.status = "cancelled");

            assertThat(buy(World.wish())).isInstanceOf(Ordered.class);
            assertThat(shop.orders).hasSize(2);
            assertThat(shop.sold("example.fr")).isEqualTo(1);
        }

        @Test
        void resumeLooksForCartsFirst() {
            world.orders(PurchaseJournal.none()).create(World.wish());
            shop.tasksShow = false;
            shop.calls.clear();

            assertThat(world.orders(PurchaseJournal.none()).resume(World.wish()))
                    .isInstanceOf(Ordered.class);
            assertThat(shop.called("POST /order/cart")).isZero();
        }
    }

    @Nested
    class GoesByTheClockOfTheServer {
        @Test
        void dealsInTheTimeOfTheServer() {
            shop.ahead = Duration.ofDays(40);
            assertThat(buy(World.wish())).isInstanceOf(Ordered.class);
            assertThat(shop.carts.values())
                    .extracting(cart -> Instant.parse(cart.expire))
                    .containsExactly(
                            world.clock.instant().plus(Duration.ofDays(70)).truncatedTo(ChronoUnit.SECONDS));
        }

        @Test
        void findsAnOrderDatedByAServerWhoseClockIsBehind() {
            shop.ahead = Duration.ofHours(-3);
            shop.summaryForgets = true;
            shop.breakRoute("POST /order/cart/{}/checkout", Fault.LOST_AFTER_EFFECT);
            assertThat(buy(World.wish())).isInstanceOf(Ordered.class);
        }
    }

    @Nested
    class QuotesByDryRun {

        @Test
        void andThrowsItsCartAway() {
            assertThat(world.orders().quoteByDryRun(World.wish()).priceWithTax())
                    .isEqualTo(Money.of("8.39 EUR"));
            assertThat(shop.carts).hasSize(1); // the cart for prices
        }

        @ParameterizedTest
        @EnumSource(
                value = Fault.class,
                names = {"REFUSED", "BUSY_503", "RATE_LIMITED"})
        void andKeepsItsAnswerWhenTheCartCannotBeThrownAway(Fault fault) {
            shop.breakRouteForLong("DELETE /order/cart/{}", fault);
            assertThat(world.orders().quoteByDryRun(World.wish()).priceWithTax())
                    .isEqualTo(Money.of("8.39 EUR"));
        }

        @Test
        void andTellsWhatWentWrongNotThatTheCartStays() {
            shop.breakRouteForLong("DELETE /order/cart/{}", Fault.BUSY_503);
            shop.required.clear();
            Orders orders = world.orders();
            orders.quote(World.wish());
            shop.beforeCall(shop.calls.size() + 5, () -> shop.carts.values().forEach(cart -> cart.assigned = false));
            assertThatThrownBy(() -> orders.quoteByDryRun(World.wish())).hasMessageContaining("GET /order/cart/");
        }

        @Test
        void andTakesTheOffersPriceWhereTheDryRunNamesNone() {
            shop.namesNoPrices = true;
            Quote quote = world.orders().quoteByDryRun(World.wish().withMaxPrice(Money.of("9 EUR")));
            assertThat(quote.orderable()).isTrue();
            assertThat(quote.priceWithoutTax()).isEqualTo(Money.of("6.99 EUR"));
        }
    }
}
