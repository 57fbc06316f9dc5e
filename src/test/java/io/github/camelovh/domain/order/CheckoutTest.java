// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.order.FakeShop.Fault;
import io.github.camelovh.domain.order.OrderSettings.CheckoutAgain;
import io.github.camelovh.domain.order.OrderSettings.Payment;
import io.github.camelovh.domain.order.PurchaseOutcome.Ordered;
import io.github.camelovh.domain.order.PurchaseOutcome.Refused;
import io.github.camelovh.domain.order.PurchaseOutcome.UnderWay;
import io.github.camelovh.domain.order.PurchaseOutcome.Unfinished;
import java.math.BigDecimal;
import java.time.Duration;
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

/** What is bought while answers get lost, several buy at once, or carts change: once, and never in vain. */
class CheckoutTest {
    private final World world = new World();
    private final FakeShop shop = world.shop;

    private PurchaseOutcome buy(Purchase purchase) {
        return world.orders().create(purchase);
    }

    private static String refusal(PurchaseOutcome outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return outcome.sentence();
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
            assertThat(buy(World.wish())).isInstanceOfSatisfying(Ordered.class, o -> assertThat(o.payByHand())
                    .isFalse());
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
            assertThat(buy(World.wish())).isInstanceOfSatisfying(Ordered.class, o -> assertThat(o.payByHand())
                    .isFalse());
            assertThat(status()).isEqualTo("checking");
            assertThat(shop.sold("example.fr")).isEqualTo(1);
        }

        @Test
        void notAboveALimitThatWasLoweredMeanwhile() {
            shop.breakRouteForLong("POST /me/order/{}/pay", Fault.RATE_LIMITED);
            assertThat(buy(World.wish())).isInstanceOf(Unfinished.class);
            shop.mend();
            assertThat(buy(World.wish().withMaxPrice(Money.of("5 EUR"))).sentence())
                    .contains("costs 8.39 EUR with tax, more than is allowed; it was not paid");
            assertThat(status()).isEqualTo("notPaid");
        }

        @Test
        void notWithMoneyThatWasReleasedAndIsSpentByNow() {
            shop.tasksShow = false;
            shop.breakRouteForLong("POST /order/cart/{}/checkout", Fault.RATE_LIMITED);
            assertThat(buy(World.wish())).isInstanceOf(PurchaseOutcome.Failed.class);
            assertThat(world.budget.reserved).isEmpty();
            shop.mend();
            shop.answersPay = false;
            world.orders(PurchaseJournal.none()).create(World.wish());
            shop.answersPay = true;
            world.budget.limit = Money.of("1 EUR");

            assertThat(buy(World.wish()).sentence()).contains("more than is allowed", "it was not paid");
            assertThat(status()).isEqualTo("notPaid");
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

    @Nested
    class WhenSeveralBuyAtOnce {
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
    }
}
