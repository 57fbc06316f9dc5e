// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static io.github.camelovh.domain.app.ledger.LedgerFixture.key;
import static io.github.camelovh.domain.app.ledger.LedgerFixture.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.model.Money;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Money limits on every database. */
abstract class BudgetContract extends LedgerContract {
    private static final Money TEN = Money.of("10.00 EUR");

    private final ActiveLeases held = new ActiveLeases();

    private void buying(String... domains) {
        long file = new LedgerFixture(ledger).approved(domains);
        new LedgerFixture(ledger).claimAll(file, "node").forEach(request -> held.hold(request.claim()));
    }

    private LedgerBudget budget(String run, String perRun, String perDay) {
        return new LedgerBudget(
                ledger,
                held,
                new BudgetLimits(
                        null, perRun == null ? null : Money.of(perRun), perDay == null ? null : Money.of(perDay)),
                run);
    }

    @Test
    void sixteenBuyersNeverPassTheLimitTogether() throws Exception {
        String[] names = names("n", 160);
        buying(names);
        AtomicInteger granted = new AtomicInteger();

        LedgerContract.inParallel(16, worker -> {
            LedgerBudget budget = budget("run" + worker % 2, "10000.00 EUR", "505.00 EUR");
            for (int i = worker * 10; i < worker * 10 + 10; i++) {
                if (budget.reserve(key(names[i]), TEN).isEmpty()) {
                    granted.incrementAndGet();
                }
            }
        });

        assertThat(granted).hasValue(50);
        assertThat(budget("run0", null, "1.00 EUR").standing("EUR").today()).isEqualTo(Money.of("500.00 EUR"));
    }

    @Test
    void asksTwiceAndCountsOnce() {
        buying("one.fr", "two.fr");
        LedgerBudget budget = budget("run", "15.00 EUR", null);

        assertThat(budget.reserve(key("one.fr"), TEN)).isEmpty();
        assertThat(budget.reserve(key("one.fr"), TEN)).isEmpty();
        assertThat(budget.standing("EUR").inRun()).isEqualTo(TEN);
        budget.settle(key("one.fr"), Money.of("9.00 EUR"));
        budget.settle(key("one.fr"), Money.of("9.00 EUR"));
        budget.release(key("one.fr"));
        assertThat(budget.standing("EUR").inRun())
                .as("what is spent is not released")
                .isEqualTo(Money.of("9.00 EUR"));
        assertThat(budget.reserve(key("one.fr"), TEN)).isEmpty();
        assertThat(budget.standing("EUR").inRun())
                .as("the dearer price counts once it is granted")
                .isEqualTo(TEN);
    }

    @Test
    void refusalSaysWhichLimitHowMuchIsLeftAndWhatToDo() {
        buying("one.fr", "two.fr");
        LedgerBudget run = budget("run", "15.00 EUR", null);
        run.reserve(key("one.fr"), TEN);

        assertThat(run.reserve(key("two.fr"), TEN).orElseThrow())
                .contains("two.fr (10.00 EUR)", "limit of 15.00 EUR per run 5.00 EUR is left", "drop the row again");
        assertThat(budget("other", "15.00 EUR", "12.00 EUR")
                        .reserve(key("two.fr"), TEN)
                        .orElseThrow())
                .contains("limit of 12.00 EUR per day 2.00 EUR is left", "drop the row again tomorrow");
        assertThat(run.standing("EUR").inRun()).isEqualTo(TEN);
    }

    @Test
    void releasedMoneyCanBeSpentAndTheNextDayBeginsAnew() {
        buying("one.fr", "two.fr", "three.fr");
        LedgerBudget budget = budget("run", null, "10.00 EUR");

        assertThat(budget.reserve(key("one.fr"), TEN)).isEmpty();
        assertThat(budget.reserve(key("two.fr"), TEN)).isPresent();
        budget.release(key("one.fr"));
        assertThat(budget.reserve(key("two.fr"), TEN)).isEmpty();
        clock.pass(Duration.ofDays(1));
        assertThat(budget.reserve(key("three.fr"), TEN)).isEmpty();
        assertThat(budget.reserve(key("one.fr"), TEN)).isPresent();
    }

    @Test
    void whoeverLostItsLeaseMovesNoMoneyOfWhoeverTookOver() {
        buying("one.fr");
        LedgerBudget former = budget("run", "15.00 EUR", null);
        assertThat(former.reserve(key("one.fr"), TEN)).isEmpty();
        clock.pass(Duration.ofHours(1));
        List<Request> taken = ledger.claims().claim(OptionalLong.empty(), true, "other");
        assertThat(taken).hasSize(1);

        former.release(key("one.fr"));

        assertThat(former.standing("EUR").inRun()).isEqualTo(TEN);
        assertThat(former.reserve(key("one.fr"), Money.of("1.00 EUR")).orElseThrow())
                .contains("no claim on it");
        assertThat(former.standing("EUR").inRun()).isEqualTo(TEN);
    }

    @Test
    void aDearerPriceIsCheckedAgain() {
        buying("one.fr");
        LedgerBudget budget = budget("run", "15.00 EUR", null);

        assertThat(budget.reserve(key("one.fr"), TEN)).isEmpty();
        assertThat(budget.reserve(key("one.fr"), Money.of("15.01 EUR"))).isPresent();
        assertThat(budget.reserve(key("one.fr"), Money.of("15.00 EUR"))).isEmpty();
        assertThat(budget.standing("EUR").inRun()).isEqualTo(Money.of("15.00 EUR"));
    }

    @Test
    void aDearerPriceThanTheOneThatWasPaidIsCheckedToo() {
        buying("one.fr");
        LedgerBudget budget = budget("run", "15.00 EUR", null);
        budget.settle(key("one.fr"), TEN);

        assertThat(budget.reserve(key("one.fr"), Money.of("15.01 EUR"))).isPresent();
        assertThat(budget.reserve(key("one.fr"), Money.of("15.00 EUR"))).isEmpty();
        assertThat(budget("run", "9.00 EUR", null).reserve(key("one.fr"), TEN))
                .as("what is paid already needs no money")
                .isEmpty();
        assertThat(budget.standing("EUR").inRun()).isEqualTo(Money.of("15.00 EUR"));
        budget.release(key("one.fr"));
        assertThat(budget.standing("EUR").inRun()).as("it stays spent").isEqualTo(Money.of("15.00 EUR"));
    }

    @Test
    void twoBuyersDoNotPassTheLimitWhereOneOrdersAgain() {
        buying("one.fr", "two.fr");
        LedgerBudget budget = budget("run", "15.00 EUR", null);
        budget.settle(key("one.fr"), TEN);

        assertThat(budget.reserve(key("one.fr"), Money.of("15.00 EUR"))).isEmpty();
        assertThat(budget.reserve(key("two.fr"), Money.of("5.00 EUR"))).isPresent();
    }

    @Test
    void anOrderAfterACancelledOneNeedsTheMoneyOfItsOwnDay() {
        buying("one.fr", "two.fr", "three.fr");
        LedgerBudget budget = budget("run", null, "20.00 EUR");
        budget.settle(key("one.fr"), Money.of("16.00 EUR"));
        clock.pass(Duration.ofDays(2));
        assertThat(budget.reserve(key("two.fr"), TEN)).isEmpty();

        budget.cancel(key("one.fr"));

        assertThat(budget.reserve(key("one.fr"), Money.of("12.00 EUR")).orElseThrow())
                .contains("10.00 EUR is left");
        assertThat(budget.reserve(key("one.fr"), TEN)).isEmpty();
        assertThat(budget.standing("EUR").today()).isEqualTo(Money.of("20.00 EUR"));
        assertThat(budget.reserve(key("three.fr"), Money.of("0.01 EUR"))).isPresent();
    }

    @Test
    void whoeverLostItsLeaseCancelsNoMoneyOfWhoeverTookOver() {
        buying("one.fr");
        LedgerBudget former = budget("run", "15.00 EUR", null);
        former.settle(key("one.fr"), TEN);
        clock.pass(Duration.ofHours(1));
        assertThat(ledger.claims().claim(OptionalLong.empty(), true, "other")).hasSize(1);

        former.cancel(key("one.fr"));

        assertThat(former.standing("EUR").inRun()).isEqualTo(TEN);
    }

    @Test
    void whatWasChargedAboveTheLimitCountsAsItWasCharged() {
        buying("one.fr", "two.fr");
        LedgerBudget budget = budget("run", "15.00 EUR", null);
        budget.reserve(key("one.fr"), TEN);

        budget.settle(key("one.fr"), Money.of("16.00 EUR"));

        assertThat(budget.standing("EUR").inRun()).isEqualTo(Money.of("16.00 EUR"));
        assertThat(budget.reserve(key("two.fr"), Money.of("0.01 EUR"))).isPresent();
    }

    @Test
    void buysNothingWithoutALimitOrInAnotherCurrencyOrOverTheItemsLimit() {
        buying("one.fr");

        assertThat(budget("run", null, null).reserve(key("one.fr"), TEN).orElseThrow())
                .contains("buying is off");
        assertThat(budget("run", "0.00 EUR", "99.00 EUR").reserve(key("one.fr"), Money.of("0.00 EUR")))
                .isPresent();
        assertThat(budget("run", "99.00 USD", null).reserve(key("one.fr"), TEN).orElseThrow())
                .contains("limits are in USD, the price is in EUR");
        assertThat(new LedgerBudget(ledger, held, new BudgetLimits(Money.of("9.99 EUR"), null, null), "run")
                        .reserve(key("one.fr"), TEN)
                        .orElseThrow())
                .contains("over the limit of 9.99 EUR per item");
        assertThat(budget("run", "99.00 EUR", null)
                        .reserve(key("stranger.fr"), TEN)
                        .orElseThrow())
                .contains("no claim on it");
        assertThat(budget("run", null, "1.00 EUR").standing("EUR").today()).isEqualTo(Money.of("0.00 EUR"));
    }

    @Test
    void moneySpentBeforeTheLedgerKnewCountsWhenSettled() {
        buying("one.fr");
        LedgerBudget budget = budget("run", "15.00 EUR", null);

        budget.settle(key("one.fr"), TEN);

        assertThat(budget.standing("EUR")).isEqualTo(new LedgerBudget.Standing(TEN, TEN));
    }
}
