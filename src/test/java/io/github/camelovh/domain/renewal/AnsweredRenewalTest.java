// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.change.ChangeRun;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.order.Budget;
import io.github.camelovh.domain.order.PurchaseKey;
import io.github.camelovh.domain.renewal.RenewalOutcome.Ordered;
import io.github.camelovh.domain.renewal.RenewalOutcome.Refused;
import io.github.camelovh.domain.renewal.RenewalOutcome.Unfinished;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An order whose number was answered is found by it, and a next order passes the limits like a first one. */
class AnsweredRenewalTest extends RenewerFixture {
    /** The answered number finds an order whose lines do not show the name as it is asked for. */
    @Test
    void anOrderWithAKnownNumberIsFoundWhateverItsLinesSay() throws InterruptedException {
        account.priced = false;
        account.made = new RenewingAccount.Bill("exämple.fr renewal", "renew", "8.39", "notPaid");

        assertThat(renew(run(null))).isEqualTo(new Ordered(NAME, 100L, PRICE, null, false));
        assertThat(noted).containsExactly(SENT, ANSWERED);
        assertThat(account.ordered()).isEqualTo(1);
    }

    @Test
    void afterARestartAKnownNumberIsReadAndNeverOrderedAgain() throws InterruptedException {
        account.orders.put(100L, new RenewingAccount.Bill("exämple.fr renewal", "renew", "8.39", "notPaid"));
        now = SENT.at().plus(Duration.ofDays(2));

        assertThat(renew(run(ANSWERED))).isEqualTo(new Ordered(NAME, 100L, PRICE, null, false));
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

    /** Else its row would be read again for ever, and nobody would know of it. */
    @Test
    void aKnownNumberThatWasCancelledIsLeftToAPersonWhereNothingIsOrderedAgain() throws InterruptedException {
        account.orders.put(100L, new RenewingAccount.Bill("exämple.fr renewal", "renew", "8.39", "cancelled"));

        assertThat(careful().renew(new RenewalWish(NAME, EXPIRY, "P1Y", null, Set.of()), run(ANSWERED)))
                .isInstanceOfSatisfying(Unfinished.class, unfinished -> {
                    assertThat(unfinished.sentence()).contains("its order 100 is cancelled");
                    assertThat(unfinished.settledFrom()).isNull();
                });
        assertThat(account.ordered()).isZero();
    }

    @Test
    void aKnownNumberThatCannotBeReadIsReadAgainAlsoWhereNothingIsOrderedAgain() throws InterruptedException {
        assertThat(careful().renew(new RenewalWish(NAME, EXPIRY, "P1Y", null, Set.of()), run(ANSWERED)))
                .isInstanceOfSatisfying(Unfinished.class, unfinished -> assertThat(unfinished.settledFrom())
                        .isNotNull());
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
            assertThat(ordered.payByHand()).isFalse();
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
}
