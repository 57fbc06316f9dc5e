// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.order.Budget;
import io.github.camelovh.domain.renewal.RenewalOutcome.Ordered;
import io.github.camelovh.domain.renewal.RenewalOutcome.Refused;
import io.github.camelovh.domain.renewal.RenewalOutcome.UnderWay;
import io.github.camelovh.domain.renewal.RenewalOutcome.Unfinished;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RenewerTest extends RenewerFixture {
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

        assertThat(outcome).isEqualTo(new Ordered(NAME, 100L, PRICE, null, false));
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

        assertThat(renew(objecting)).isEqualTo(new Refused(NAME, List.of("it costs 8.39 EUR")));
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

        assertThat(renew(run(null))).isEqualTo(new Ordered(NAME, 100L, PRICE, null, false));
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

        assertThat(renew(run(SENT))).isEqualTo(new Ordered(NAME, 100L, PRICE, null, false));
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
        assertThat(renew(run(SENT))).isEqualTo(new Ordered(NAME, 100L, PRICE, null, false));
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

        assertThat(renew(run(SENT))).isEqualTo(new Ordered(NAME, 100L, PRICE, null, false));
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

        assertThat(renew(run(SENT))).isEqualTo(new Ordered(NAME, 100L, PRICE, null, false));
        assertThat(account.ordered()).isZero();
    }

    @Test
    void aDayLaterItIsOrderedOnlyIfNoPersonIsToSaySo() throws InterruptedException {
        now = SENT.at().plus(Duration.ofDays(3));

        assertThat(careful().renew(new RenewalWish(NAME, EXPIRY, "P1Y", null, Set.of()), run(SENT)))
                .isInstanceOfSatisfying(Unfinished.class, unfinished -> assertThat(unfinished.settledFrom())
                        .isNull());
        assertThat(account.ordered()).isZero();
    }

    @Test
    void anOrderAtAnotherPriceIsNotPaid() throws InterruptedException {
        account.orders.put(100L, new RenewingAccount.Bill("example.fr renewal", "renew", "83.90", "notPaid"));

        assertThat(renew(run(SENT))).isEqualTo(new Ordered(NAME, 100L, Money.of("83.90 EUR"), false, true));
        assertThat(account.payments()).isEmpty();
    }

    @Test
    void anOrderWhosePaymentFailsIsPaidLater() throws InterruptedException {
        account.paymentsFail = 1;
        Unfinished unfinished = (Unfinished) renew(run(null));
        assertThat(unfinished.why()).contains("its order 100 is not seen to be paid");
        assertThat(unfinished.settledFrom()).isEqualTo(now.plus(Duration.ofDays(1)));

        assertThat(renew(run(unfinished.sent()))).isEqualTo(new Ordered(NAME, 100L, PRICE, null, false));
        assertThat(account.ordered()).isEqualTo(1);
        assertThat(account.payments()).hasSize(2);
    }

    @Test
    void anOrderWhosePaymentFailsForADayIsLeftToAPerson() throws InterruptedException {
        account.paymentsFail = 10;
        Unfinished unfinished = (Unfinished) renew(run(null));
        now = now.plus(Duration.ofDays(1));

        assertThat(renew(run(unfinished.sent()))).isEqualTo(new Ordered(NAME, 100L, PRICE, false, true));
    }

    @Test
    void anOrderWhosePaymentIsRefusedIsLeftToAPerson() throws InterruptedException {
        account.paymentsFail = 1;
        account.paymentFailure = 403;

        assertThat(renew(run(null))).isEqualTo(new Ordered(NAME, 100L, PRICE, false, true));
        assertThat(account.payments()).hasSize(1);
    }

    @Test
    void anOrderWithoutAPriceIsReadBeforeItIsPaid() throws InterruptedException {
        account.priced = false;

        assertThat(renew(run(null))).isEqualTo(new Ordered(NAME, 100L, PRICE, null, false));
        assertThat(account.calls.indexOf("GET /me/order/100"))
                .isBetween(0, account.calls.indexOf("POST /me/order/100/pay"));
        assertThat(account.ordered()).isEqualTo(1);
    }

    @Test
    void anOrderThatTurnsOutDearerIsNotPaid() throws InterruptedException {
        account.priced = false;
        account.made = new RenewingAccount.Bill("example.fr renewal", "renew", "83.90", "notPaid");

        assertThat(renew(run(null))).isEqualTo(new Ordered(NAME, 100L, Money.of("83.90 EUR"), false, true));
        assertThat(account.payments()).isEmpty();
    }

    @Test
    void anOrderWhosePriceNothingTellsIsNotPaid() throws InterruptedException {
        account.lost = true;
        account.made = new RenewingAccount.Bill("example.fr renewal", "renew", null, "notPaid");

        assertThat(renew(run(null))).isEqualTo(new Ordered(NAME, 100L, PRICE, false, true));
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
