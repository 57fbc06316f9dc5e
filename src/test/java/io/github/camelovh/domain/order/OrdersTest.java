// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.order.FakeShop.Fault;
import io.github.camelovh.domain.order.OrderSettings.CheckoutAgain;
import io.github.camelovh.domain.order.OrderSettings.Payment;
import io.github.camelovh.domain.order.PurchaseOutcome.AlreadyOwned;
import io.github.camelovh.domain.order.PurchaseOutcome.Failed;
import io.github.camelovh.domain.order.PurchaseOutcome.Ordered;
import io.github.camelovh.domain.order.PurchaseOutcome.Refused;
import io.github.camelovh.domain.order.PurchaseOutcome.UnderWay;
import io.github.camelovh.domain.order.PurchaseOutcome.Unfinished;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
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
    }

    @Test
    void laterWishWithOtherContentMayFollowARefusal() {
        assertThat(buy(World.wish().withMaxPrice(Money.of("1 EUR")))).isInstanceOf(Refused.class);
        Purchase twoYears =
                Purchase.of(PurchaseAction.CREATE, World.NAME, "P2Y").withConfiguration(World.CONFIGURATION);
        assertThat(buy(twoYears)).isInstanceOf(Ordered.class);
    }

    @Test
    void buysNothingThatIsOwned() {
        shop.owned.add("example.fr");
        assertThat(buy(World.wish())).isInstanceOf(AlreadyOwned.class);
        assertThat(shop.calls).containsExactly("GET /domain/example.fr");
    }

    @Test
    void buysNothingThatIsUnderWay() {
        world.orders(PurchaseJournal.none()).create(World.wish());
        assertThat(world.orders(PurchaseJournal.none()).create(World.wish())).isInstanceOf(UnderWay.class);
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

        assertThat(world.orders(PurchaseJournal.none()).resume(World.wish())).isInstanceOf(Ordered.class);
        assertThat(shop.called("POST /order/cart")).isZero();
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

    @Test
    void buysNothingWithoutAPrice() {
        shop.namesNoPrices = true;
        assertThat(buy(World.wish())).isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.error())
                .contains("returned no price for example.fr", "not ordered"));
        assertThat(shop.orders).isEmpty();
    }

    @Test
    void dealsInTheTimeOfTheServer() {
        shop.ahead = Duration.ofDays(40);
        assertThat(buy(World.wish())).isInstanceOf(Ordered.class);
        assertThat(shop.carts.values())
                .extracting(cart -> Instant.parse(cart.expire))
                .containsExactly(world.clock.instant().plus(Duration.ofDays(70)).truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void findsAnOrderDatedByAServerWhoseClockIsBehind() {
        shop.ahead = Duration.ofHours(-3);
        shop.summaryForgets = true;
        shop.breakRoute("POST /order/cart/{}/checkout", Fault.LOST_AFTER_EFFECT);
        assertThat(buy(World.wish())).isInstanceOf(Ordered.class);
    }

    @Nested
    class WhenCheckoutGotNoAnswer {

        @Test
        void theSummaryTellsAtOnceThatItHappened() {
            shop.breakRoute("POST /order/cart/{}/checkout", Fault.LOST_AFTER_EFFECT);
            assertThat(buy(World.wish())).isInstanceOf(Ordered.class);
            assertThat(shop.called("POST /order/cart/{}/checkout")).isEqualTo(1);
        }

        @Test
        void theOrdersTellWhenTheSummaryDoesNot() {
            shop.summaryForgets = true;
            shop.breakRoute("POST /order/cart/{}/checkout", Fault.LOST_AFTER_EFFECT);
            assertThat(buy(World.wish())).isInstanceOf(Ordered.class);
            assertThat(shop.sold("example.fr")).isEqualTo(1);
        }

        @Test
        void itIsSentOnceMoreToTheSameCartOnlyAfterTheHorizon() {
            var before = world.clock.instant();
            shop.breakRoute("POST /order/cart/{}/checkout", Fault.LOST_BEFORE_EFFECT);
            assertThat(buy(World.wish())).isInstanceOf(Ordered.class);
            assertThat(shop.called("POST /order/cart/{}/checkout")).isEqualTo(2);
            assertThat(shop.called("POST /order/cart")).isEqualTo(1);
            assertThat(Duration.between(before, world.clock.instant())).isGreaterThanOrEqualTo(Duration.ofSeconds(45));
        }

        @Test
        void itIsNotSentAgainWhereThatIsForbidden() {
            world.settings = world.settings.checkingOutAgain(CheckoutAgain.NEVER);
            shop.breakRoute("POST /order/cart/{}/checkout", Fault.LOST_BEFORE_EFFECT);
            assertThat(buy(World.wish()))
                    .isInstanceOfSatisfying(Unfinished.class, unfinished -> assertThat(unfinished.sentence())
                            .contains("was not answered (1 sent)")
                            .contains("It was not ordered again"));
            assertThat(shop.called("POST /order/cart/{}/checkout")).isEqualTo(1);
            assertThat(world.budget.reserved.values()).containsExactly(Money.of("8.39 EUR"));
        }

        @Test
        void aPriceThatRoseMeanwhileStopsTheSecondOne() {
            shop.breakRoute("POST /order/cart/{}/checkout", Fault.CRASH_BEFORE);
            assertThatThrownBy(() -> buy(World.approvedWish())).isInstanceOf(FakeShop.Crash.class);
            shop.prices.put("example.fr", new BigDecimal("60.00"));
            assertThat(refusal(world.runTillDone(World.approvedWish()))).contains("rose to 60.00 EUR");
            assertThat(shop.orders).isEmpty();
            assertThat(world.budget.reserved).isEmpty();
        }

        @Test
        void aCartThatVanishedIsForAPerson() {
            shop.breakRoute("POST /order/cart/{}/checkout", Fault.LOST_BEFORE_EFFECT);
            world.settings = world.settings.checkingOutAgain(CheckoutAgain.NEVER);
            buy(World.wish());
            shop.carts.clear();
            assertThat(buy(World.wish()).sentence())
                    .contains("is gone, and no order since")
                    .contains("not ordered again");
        }
    }

    @Nested
    class PaysWithNamedMethod {

        PaysWithNamedMethod() {
            world.settings = world.settings.payingBy(Payment.NAMED_METHOD, 77L);
        }

        private String status() {
            return shop.orders.values().iterator().next().status;
        }

        @Test
        void onceAfterTheCheckout() {
            assertThat(buy(World.wish())).isInstanceOfSatisfying(Ordered.class, o -> assertThat(o.paid())
                    .isTrue());
            assertThat(status()).isEqualTo("checking");
        }

        @ParameterizedTest
        @EnumSource(
                value = Fault.class,
                names = {"LOST_AFTER_EFFECT", "BUSY_503_AFTER_EFFECT", "CRASH_AFTER", "CRASH_BEFORE"})
        void andReadsTheStatusWhenThatWasNotAnswered(Fault fault) {
            shop.breakRoute("POST /me/order/{}/pay", fault);
            PurchaseOutcome outcome = world.runTillDone(World.wish());
            if (fault == Fault.CRASH_BEFORE) {
                assertThat(outcome.sentence()).contains("is not paid").contains("not ordered again");
                assertThat(status()).isEqualTo("notPaid");
            } else {
                assertThat(outcome).isInstanceOf(Ordered.class);
                assertThat(status()).isEqualTo("checking");
            }
            assertThat(shop.called("POST /me/order/{}/pay")).isEqualTo(1);
            assertThat(shop.sold("example.fr")).isEqualTo(1);
        }

        @ParameterizedTest
        @EnumSource(
                value = Fault.class,
                names = {"RATE_LIMITED", "NEVER_LEFT", "REFUSED"})
        void againInTheNextRunWhatSurelyWasNotPaid(Fault fault) {
            shop.breakRouteForLong("POST /me/order/{}/pay", fault);
            assertThat(buy(World.wish())).isInstanceOf(Unfinished.class);
            shop.mend();
            assertThat(buy(World.wish())).isInstanceOfSatisfying(Ordered.class, o -> assertThat(o.paid())
                    .isTrue());
            assertThat(status()).isEqualTo("checking");
            assertThat(shop.sold("example.fr")).isEqualTo(1);
        }

        @Test
        void aRefusedPaymentLeavesAnOrderForAPerson() {
            shop.answersPay = false;
            assertThat(buy(World.wish()).sentence())
                    .contains("This payment method is refused")
                    .contains("Pay order");
            assertThat(shop.sold("example.fr")).isEqualTo(1);
        }
    }

    @Test
    void twentyNamesInParallelAreSoldOnceEach() throws Exception {
        Orders orders = world.orders();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<PurchaseOutcome>> jobs = new ArrayList<>();
            for (int round = 0; round < 3; round++) {
                IntStream.range(0, 20)
                        .forEach(i -> jobs.add(() -> orders.create(
                                Purchase.of(PurchaseAction.CREATE, DomainName.of("name" + i + ".fr"), "P1Y")
                                        .withConfiguration(World.CONFIGURATION))));
            }
            for (Future<PurchaseOutcome> outcome : pool.invokeAll(jobs)) {
                assertThat(outcome.get()).isInstanceOfAny(Ordered.class, UnderWay.class);
            }
        } finally {
            pool.shutdownNow();
        }
        IntStream.range(0, 20)
                .forEach(i -> assertThat(shop.sold("name" + i + ".fr")).isEqualTo(1));
    }

    /**
     * Two processes without a common ledger, executed step by step in turn: only the cart's description connects them.
     */
    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"})
    void twoProcessesWithOneKeySellOnce(int head) {
        AtomicInteger left = new AtomicInteger(head);
        List<PurchaseOutcome> outcomes = new ArrayList<>();
        shop.tasksShow = false;
        PurchaseJournal first = new PurchaseJournal() {
            @Override
            public boolean enter(PurchaseKey key, PurchaseStep step, PurchaseFacts facts) {
                if (left.decrementAndGet() == 0) {
                    // directly before this effect of the first, the second runs from its beginning to its end
                    outcomes.add(world.orders(PurchaseJournal.none()).create(World.wish()));
                }
                return true;
            }

            @Override
            public java.util.Optional<PurchaseRecord> find(PurchaseKey key) {
                return java.util.Optional.empty();
            }
        };
        outcomes.add(world.orders(first).create(World.wish()));

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Ordered.class));
        assertThat(shop.sold("example.fr")).isEqualTo(1);
    }

    @Test
    void stopsWhenTheLedgerGaveThePurchaseToAnother() {
        PurchaseJournal taken = new PurchaseJournal() {
            @Override
            public boolean enter(PurchaseKey key, PurchaseStep step, PurchaseFacts facts) {
                return step != PurchaseStep.CHECK_OUT;
            }

            @Override
            public java.util.Optional<PurchaseRecord> find(PurchaseKey key) {
                return java.util.Optional.empty();
            }
        };
        assertThat(world.orders(taken).create(World.wish())).isInstanceOf(UnderWay.class);
        assertThat(shop.orders).isEmpty();
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
    void anotherWishAfterACheckoutInDoubtIsNeverToldThatNothingWasOrdered() {
        shop.breakRoute("POST /order/cart/{}/checkout", Fault.CRASH_AFTER);
        assertThatThrownBy(() -> buy(World.wish())).isInstanceOf(FakeShop.Crash.class);

        PurchaseOutcome outcome = buy(World.wish().withConfiguration(Map.of("OWNER_LEGAL_AGE", "false")));

        assertThat(outcome).isInstanceOf(Unfinished.class);
        assertThat(outcome.sentence()).contains("may be ordered already", "not ordered again");
        assertThat(shop.sold("example.fr")).isEqualTo(1);
    }

    @Test
    void whatAnEarlierRunMightBuyTheNextOneMayNot() {
        shop.modes.put("example.fr", "create-premium");
        shop.breakRoute("POST /order/cart/{}/item/{}/configuration", Fault.CRASH_BEFORE);
        assertThatThrownBy(() -> buy(World.wish().allowing(true, false))).isInstanceOf(FakeShop.Crash.class);

        assertThat(refusal(buy(World.wish()))).contains("premium name");

        assertThat(shop.orders).isEmpty();
    }

    @Test
    void anotherNameInItsCartIsTakenOutAndNotBoughtAlong() {
        shop.breakRoute("GET /order/cart/{}/checkout", Fault.CRASH_BEFORE);
        assertThatThrownBy(() -> buy(World.wish())).isInstanceOf(FakeShop.Crash.class);
        FakeShop.FakeItem foreign = FakeShop.FakeItem.of("other.fr", "P1Y");
        shop.carts.values().iterator().next().items.put(77L, foreign);

        assertThat(buy(World.wish())).isInstanceOf(Ordered.class);

        assertThat(shop.orders.values()).extracting(order -> order.domain).containsExactly("example.fr");
        assertThat(shop.called("DELETE /order/cart/{}/item/{}")).isEqualTo(1);
    }

    @Test
    void aCartThatWasCheckedOutBeforeItCouldBeThrownAwayIsFound() {
        shop.ineligible.put("example.fr", "Field \"city\" is required");
        shop.beforeCartIsDeleted = () -> {
            FakeShop.FakeOrder order = new FakeShop.FakeOrder();
            order.id = 900;
            order.domain = "example.fr";
            order.status = "delivering";
            order.price = new BigDecimal("8.39");
            shop.orders.put(order.id, order);
            shop.carts.values().iterator().next().orderId = order.id;
        };

        PurchaseOutcome outcome = buy(World.wish());

        assertThat(outcome).isInstanceOf(Ordered.class);
        assertThat(((Ordered) outcome).orderId()).isEqualTo(900);
    }

    @Test
    void aCartThatSomebodyFilledTwiceIsEmptiedOfTheSecond() {
        world.shop.breakRoute("GET /order/cart/{}/checkout", Fault.CRASH_BEFORE);
        assertThatThrownBy(() -> buy(World.approvedWish())).isInstanceOf(FakeShop.Crash.class);
        FakeShop.FakeCart cart = shop.carts.values().iterator().next();
        cart.items.put(9_000_000_000L, FakeShop.FakeItem.of("example.fr", "P1Y"));

        assertThat(world.runTillDone(World.wish())).isInstanceOf(Ordered.class);
        assertThat(shop.sold("example.fr")).isEqualTo(1);
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
}
