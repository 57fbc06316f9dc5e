// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.change.ChangeRun;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.order.Budget;
import io.github.camelovh.domain.order.LiveHoldings;
import io.github.camelovh.domain.order.OrderSettings;
import io.github.camelovh.domain.order.Orders;
import io.github.camelovh.domain.order.PurchaseJournal;
import io.github.camelovh.domain.order.PurchaseKey;
import io.github.camelovh.domain.renewal.RenewalOutcome.Ordered;
import io.github.camelovh.domain.renewal.RenewalOutcome.Refused;
import io.github.camelovh.domain.renewal.RenewalOutcome.UnderWay;
import io.github.camelovh.domain.renewal.RenewalOutcome.Unfinished;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RenewerTest {
    private static final DomainName NAME = DomainName.of("example.fr");
    private static final LocalDate EXPIRY = LocalDate.of(2024, 1, 10);
    private static final Money PRICE = Money.of("8.39 EUR");
    private static final RenewalRun.Sent SENT = new RenewalRun.Sent(Instant.ofEpochSecond(1_700_000_000), PRICE);
    private static final RenewalRun.Sent ANSWERED = new RenewalRun.Sent(SENT.at(), PRICE, 100L);
    private final RenewingAccount account = new RenewingAccount();
    private final OvhApi api = account.api;
    private final List<RenewalRun.Sent> noted = new ArrayList<>();
    private Instant now = Instant.ofEpochSecond(1_700_000_000);

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private final Orders renewals = new Orders(
            api,
            OrderSettings.of("FR"),
            PurchaseJournal.none(),
            Budget.unlimited(),
            new LiveHoldings(api),
            clock,
            time -> now = now.plus(time));
    private final Renewer renewer =
            new Renewer(api, new Renewals(api), renewals, new RenewalTurns(), time -> now = now.plus(time));

    private RenewalRun run(RenewalRun.Sent before) {
        return new RenewalRun(Budget.unlimited(), before, offered -> Optional.empty(), noted::add);
    }

    private RenewalOutcome renew(RenewalRun run, Long... acknowledged) throws InterruptedException {
        return renewer.renew(new RenewalWish(NAME, EXPIRY, "P1Y", null, Set.of(acknowledged)), run);
    }

    @Test
    void aRestorableNameIsQuotedAsSuch() {
        now = Instant.parse("2024-02-20T10:00:00Z");
        RenewalWish wish = new RenewalWish(NAME, EXPIRY, "P1Y", null, Set.of());

        assertThat(renewer.quote(wish))
                .isInstanceOfSatisfying(RenewalQuote.Offered.class, offered -> assertThat(offered.restores())
                        .isTrue());
        now = Instant.parse("2024-01-09T10:00:00Z");
        account.calls.clear();
        assertThat(renewer.quote(wish))
                .isInstanceOfSatisfying(RenewalQuote.Offered.class, offered -> assertThat(offered.restores())
                        .isFalse());
        assertThat(account.calls)
                .as("no call more for a name that has not expired")
                .doesNotContain("GET /domain/example.fr");
    }

    @Test
    void isNotedBeforeItIsSentAndPaidAfter() throws InterruptedException {
        RenewalOutcome outcome = renew(run(null));

        assertThat(outcome).isEqualTo(new Ordered(100, PRICE, true));
        assertThat(noted).as("without its number before, with it after").containsExactly(SENT, ANSWERED);
        assertThat(account.payments()).containsExactly("POST /me/order/100/pay");
    }

    @Test
    void nothingIsSentThatCouldNotBeNoted() {
        RenewalRun refused = new RenewalRun(Budget.unlimited(), null, offered -> Optional.empty(), sent -> {
            throw new IllegalStateException("another worker has it");
        });

        assertThatThrownBy(() -> renew(refused)).hasMessage("another worker has it");
        assertThat(account.ordered()).isZero();
    }

    @Test
    void whatWasNotApprovedIsNotOrdered() throws InterruptedException {
        RenewalRun objecting = new RenewalRun(
                Budget.unlimited(), null, offered -> Optional.of("it costs " + offered.withTax()), noted::add);

        assertThat(renew(objecting)).isEqualTo(new Refused(List.of("it costs 8.39 EUR")));
        assertThat(noted).isEmpty();
        assertThat(account.ordered()).isZero();
    }

    @Test
    void everyOrderThatMayBeItsRenewalStandsInTheWayUntilItIsAcknowledged() throws InterruptedException {
        account.orders.put(41L, new RenewingAccount.Bill("example.fr - .fr - 12 months", "", "8.39", "delivered"));
        account.orders.put(42L, RenewingAccount.Bill.renewal("example.fr"));

        assertThat(renew(run(null), 42L)).isInstanceOfSatisfying(UnderWay.class, way -> assertThat(way.orderId())
                .isEqualTo(41));
        assertThat(account.ordered()).isZero();
        assertThat(renew(run(null), 41L, 42L)).isInstanceOf(Ordered.class);
    }

    @Test
    void anOrderForSomethingElseOrOfAnotherNameDoesNot() throws InterruptedException {
        account.orders.put(
                40L, new RenewingAccount.Bill("example.fr - .fr - 12 months", "installation", "8.39", "delivered"));
        account.orders.put(41L, RenewingAccount.Bill.renewal("www.example.fr"));
        account.orders.put(42L, RenewingAccount.Bill.renewal("example.free"));
        account.orders.put(43L, new RenewingAccount.Bill("example.fr renewal", "renew", "8.39", "cancelled"));

        assertThat(renew(run(null))).isInstanceOf(Ordered.class);
    }

    @Test
    void aLostAnswerIsFoundAmongTheOrders() throws InterruptedException {
        account.lost = true;

        assertThat(renew(run(null))).isEqualTo(new Ordered(100, PRICE, true));
        assertThat(account.ordered()).isEqualTo(1);
    }

    @Test
    void anAcknowledgedOrderIsNeitherTakenForItNorPaid() throws InterruptedException {
        account.orders.put(42L, RenewingAccount.Bill.renewal("example.fr"));
        account.lost = true;
        account.arrives = false;

        assertThat(renew(run(null), 42L)).isInstanceOf(Unfinished.class);
        assertThat(account.payments()).isEmpty();
        assertThat(account.ordered()).isEqualTo(1);
    }

    @Test
    void afterARestartItIsLookedForAndNeverSentAgain() throws InterruptedException {
        assertThat(renew(run(SENT))).isInstanceOf(Unfinished.class);
        account.orders.put(100L, RenewingAccount.Bill.renewal("example.fr"));

        assertThat(renew(run(SENT))).isEqualTo(new Ordered(100, PRICE, true));
        assertThat(account.ordered()).isZero();
        assertThat(noted).isEmpty();
    }

    @Test
    void aDayLaterNoOrderMeansThatThereIsNone() throws InterruptedException {
        RenewalOutcome first = renew(run(SENT));
        assertThat(first).isInstanceOfSatisfying(Unfinished.class, unfinished -> assertThat(unfinished.settledFrom())
                .isEqualTo(SENT.at().plus(Duration.ofDays(1))));
        assertThat(account.ordered()).isZero();

        now = SENT.at().plus(Duration.ofDays(1));
        assertThat(renew(run(SENT))).isEqualTo(new Ordered(100, PRICE, true));
        assertThat(account.ordered()).isEqualTo(1);
        assertThat(noted)
                .as("it is noted anew before it is sent")
                .extracting(RenewalRun.Sent::orderId)
                .containsExactly(null, 100L);
    }

    /** The state after a kill between order and payment that no run continued in time. */
    @Test
    void anOrderThatDiedUnpaidIsNoneAndIsOrderedOnceMore() throws InterruptedException {
        account.orders.put(42L, new RenewingAccount.Bill("example.fr renewal", "renew", "8.39", "cancelled"));
        now = SENT.at().plus(Duration.ofDays(15));

        assertThat(renew(run(SENT))).isEqualTo(new Ordered(100, PRICE, true));
        assertThat(account.ordered()).isEqualTo(1);
        assertThat(account.payments()).containsExactly("POST /me/order/100/pay");
    }

    @Test
    void aListThatCannotBeReadSettlesNothing() throws InterruptedException {
        now = SENT.at().plus(Duration.ofDays(2));
        account.listsFail = 10;

        assertThat(renew(run(SENT))).isInstanceOf(Unfinished.class);
        assertThat(account.ordered()).isZero();
    }

    @Test
    void anOrderThatAppearsAtTheLastMomentIsTheOne() throws InterruptedException {
        now = SENT.at().plus(Duration.ofDays(2));
        account.lateOrder = RenewingAccount.Bill.renewal("example.fr");

        assertThat(renew(run(SENT))).isEqualTo(new Ordered(100, PRICE, true));
        assertThat(account.ordered()).isZero();
    }

    @Test
    void aDayLaterItIsOrderedOnlyIfNoPersonIsToSaySo() throws InterruptedException {
        Renewer careful = new Renewer(
                api,
                new Renewals(api),
                new Orders(
                        api,
                        OrderSettings.of("FR").checkingOutAgain(OrderSettings.CheckoutAgain.NEVER),
                        PurchaseJournal.none(),
                        Budget.unlimited(),
                        new LiveHoldings(api),
                        clock,
                        time -> now = now.plus(time)),
                new RenewalTurns(),
                time -> now = now.plus(time));
        now = SENT.at().plus(Duration.ofDays(3));

        assertThat(careful.renew(new RenewalWish(NAME, EXPIRY, "P1Y", null, Set.of()), run(SENT)))
                .isInstanceOfSatisfying(Unfinished.class, unfinished -> assertThat(unfinished.settledFrom())
                        .isNull());
        assertThat(account.ordered()).isZero();
    }

    @Test
    void anOrderAtAnotherPriceIsNotPaid() throws InterruptedException {
        account.orders.put(100L, new RenewingAccount.Bill("example.fr renewal", "renew", "83.90", "notPaid"));

        assertThat(renew(run(SENT))).isEqualTo(new Ordered(100, Money.of("83.90 EUR"), false));
        assertThat(account.payments()).isEmpty();
    }

    @Test
    void anOrderWithoutAPriceIsReadBeforeItIsPaid() throws InterruptedException {
        account.priced = false;

        assertThat(renew(run(null))).isEqualTo(new Ordered(100, PRICE, true));
        assertThat(account.calls.indexOf("GET /me/order/100"))
                .isBetween(0, account.calls.indexOf("POST /me/order/100/pay"));
        assertThat(account.ordered()).isEqualTo(1);
    }

    /** The answered number finds an order whose lines do not show the name as it is asked for. */
    @Test
    void anOrderWithAKnownNumberIsFoundWhateverItsLinesSay() throws InterruptedException {
        account.priced = false;
        account.made = new RenewingAccount.Bill("exämple.fr renewal", "renew", "8.39", "notPaid");

        assertThat(renew(run(null))).isEqualTo(new Ordered(100, PRICE, true));
        assertThat(noted).containsExactly(SENT, ANSWERED);
        assertThat(account.ordered()).isEqualTo(1);
    }

    @Test
    void afterARestartAKnownNumberIsReadAndNeverOrderedAgain() throws InterruptedException {
        account.orders.put(100L, new RenewingAccount.Bill("exämple.fr renewal", "renew", "8.39", "notPaid"));
        now = SENT.at().plus(Duration.ofDays(2));

        assertThat(renew(run(ANSWERED))).isEqualTo(new Ordered(100, PRICE, true));
        assertThat(account.ordered()).isZero();
    }

    @Test
    void aKnownNumberThatCannotBeReadIsNotOrderedAgain() throws InterruptedException {
        now = SENT.at().plus(Duration.ofDays(2));

        assertThat(renew(run(ANSWERED))).isInstanceOfSatisfying(Unfinished.class, unfinished -> {
            assertThat(unfinished.sentence()).contains("its order 100 could not be read");
            assertThat(unfinished.sent()).isEqualTo(ANSWERED);
        });
        assertThat(account.ordered()).isZero();
    }

    @Test
    void aKnownNumberThatWasCancelledIsOrderedOnceMore() throws InterruptedException {
        account.orders.put(100L, new RenewingAccount.Bill("exämple.fr renewal", "renew", "8.39", "cancelled"));
        now = SENT.at().plus(Duration.ofDays(2));

        assertThat(renew(run(ANSWERED))).isInstanceOf(Ordered.class);
        assertThat(account.ordered()).isEqualTo(1);
    }

    private ExecutionResult applied(String step) {
        RenewalRequest request = new RenewalRequest(NAME, EXPIRY, "P1Y", null, Set.of());
        return new RenewalChange(
                        new Renewals(api), renewer, renewals, request, KnownRenewals.none(), Duration.ofMinutes(1))
                .apply(new ChangeRun(null, step, noted -> {}, Budget.unlimited()));
    }

    @Test
    void aRowGoesOnWithThePaymentOfAnOrderWhoseNumberWasNoted() {
        account.orders.put(100L, new RenewingAccount.Bill("exämple.fr renewal", "renew", "8.39", "notPaid"));

        ExecutionResult first =
                applied(RenewalProgress.of(EXPIRY, ANSWERED, true).json());

        assertThat(first).isInstanceOfSatisfying(ExecutionResult.Ordered.class, ordered -> {
            assertThat(ordered.paid()).isTrue();
            assertThat(applied(ordered.step()))
                    .as("it was read once, and is only watched from then on")
                    .isInstanceOf(ExecutionResult.Stuck.class);
        });
        assertThat(account.payments()).containsExactly("POST /me/order/100/pay");
    }

    @Test
    void aStepOfAnOlderVersionWithAnOrderIsOnlyWatched() {
        account.orders.put(100L, RenewingAccount.Bill.renewal("example.fr"));

        assertThat(applied("{\"expiry\":\"2024-01-10\",\"sentAt\":1700000000000,\"amount\":8.39,\"currency\":\"EUR\","
                        + "\"orderId\":100}"))
                .isInstanceOf(ExecutionResult.Stuck.class);
        assertThat(account.payments()).isEmpty();
    }

    @Test
    void whatAnEarlierOrderCostDoesNotCountForTheNextOne() throws InterruptedException {
        List<String> asked = new ArrayList<>();
        Budget budget = new Budget() {
            @Override
            public Optional<String> reserve(PurchaseKey key, Money withTax) {
                asked.add("reserve " + withTax);
                return Optional.of("no money is left today");
            }

            @Override
            public void release(PurchaseKey key) {
                asked.add("release");
            }

            @Override
            public void cancel(PurchaseKey key) {
                asked.add("cancel");
            }

            @Override
            public void settle(PurchaseKey key, Money withTax) {
                asked.add("settle " + withTax);
            }
        };

        assertThat(renew(RenewalRun.unrecorded(budget))).isInstanceOf(Refused.class);
        assertThat(asked).containsExactly("cancel", "reserve 8.39 EUR");
    }

    @Test
    void anOrderThatTurnsOutDearerIsNotPaid() throws InterruptedException {
        account.priced = false;
        account.made = new RenewingAccount.Bill("example.fr renewal", "renew", "83.90", "notPaid");

        assertThat(renew(run(null))).isEqualTo(new Ordered(100, Money.of("83.90 EUR"), false));
        assertThat(account.payments()).isEmpty();
    }

    @Test
    void anOrderWhosePriceNothingTellsIsNotPaid() throws InterruptedException {
        account.lost = true;
        account.made = new RenewingAccount.Bill("example.fr renewal", "renew", null, "notPaid");

        assertThat(renew(run(null))).isEqualTo(new Ordered(100, PRICE, false));
        assertThat(account.payments()).isEmpty();
    }

    @Test
    void theOrdersOfOtherNamesThatItMadeAreNotReadAgain() throws InterruptedException {
        account.orders.put(100L, RenewingAccount.Bill.renewal("example.org"));
        renewals.made(100, DomainName.of("example.org"));

        renewer.quote(new RenewalWish(NAME, EXPIRY, "P1Y", Money.of("10 EUR"), Set.of()));

        assertThat(account.calls).noneMatch(call -> call.contains("/me/order/100"));
    }

    @Test
    void waitsForTheHorizonBeforeItSaysThatNothingIsKnown() throws InterruptedException {
        account.lost = true;
        account.arrives = false;

        renew(run(null));

        assertThat(Duration.between(SENT.at(), now)).isGreaterThanOrEqualTo(Duration.ofSeconds(45));
    }
}
