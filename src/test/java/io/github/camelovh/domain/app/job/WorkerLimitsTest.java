// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.ledger.BudgetLimits;
import io.github.camelovh.domain.app.ledger.LedgerPurchaseJournal;
import io.github.camelovh.domain.app.ledger.PlanFigures;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestState;
import io.github.camelovh.domain.order.PurchaseFacts;
import io.github.camelovh.domain.order.PurchaseKey;
import io.github.camelovh.domain.order.PurchaseOutcome;
import io.github.camelovh.domain.order.PurchaseStep;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a {@link Worker} may spend, and under which settings it buys what was approved. */
class WorkerLimitsTest extends WorkerFixture {
    private static final DomainName NAME = DomainName.of("example.com");

    @Test
    void whatWasApprovedUnderALimitWaitsForOne() {
        long file = approved(1, "waits.com");
        Worker worker = worker(BudgetLimits.none());
        worker.workOnAllFiles();

        assertThat(worker.approved().hasNext()).isFalse();
        assertThat(only(file).state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void whatWasApprovedUnderALimitIsBoughtUnderItWhereNoOtherIsSet() {
        approved(1, "waits.com");
        approved(2, "goes-on.com", LIMITED);
        Worker worker = worker(BudgetLimits.none());
        worker.workOnAllFiles();

        Iterator<NameRows> names = worker.approved();

        assertThat(names.next().domain()).isEqualTo("goes-on.com");
        assertThat(names.hasNext()).isFalse();
    }

    @Test
    void theTighterOfTheLimitSetNowAndTheOneOfTheApprovalHolds() {
        Money nine = Money.of("9.00 EUR");
        long file = approved(1, "tight.com", new BudgetLimits(null, nine, null));
        FileBudgets budgets = new FileBudgets(ledger, held, LIMITED);
        Request request =
                ledger.claims().claim(OptionalLong.of(file), true, "node").get(0);
        held.hold(request.claim());
        PurchaseKey key = new PurchaseKey(request.purchaseKey());

        assertThat(budgets.reserve(key, PRICE).orElseThrow()).contains("limit of 9.00 EUR per run");
        assertThat(budgets.reserve(key, nine)).isEmpty();
    }

    @Test
    void aRowThatWasApprovedUnderOtherSettingsIsNotBought() {
        long same = approved(1, "same.com", LIMITED, "premium false, aftermarket false");
        long other = approved(2, "other.com", LIMITED, "ADMIN=x\npremium false, aftermarket false");
        answers(new PurchaseOutcome.AlreadyOwned(NAME));

        workOff(worker(LIMITED));

        assertThat(bought).extracting(purchase -> purchase.domain().ascii()).containsExactly("same.com");
        assertThat(only(same).state()).isEqualTo(RequestState.DONE);
        assertThat(only(other).state()).isEqualTo(RequestState.REFUSED);
        assertThat(only(other).outcome()).contains("something else than was approved", "nothing was bought");
    }

    @Test
    void aRowPutBackAfterAFaultIsNotBoughtUnderOtherSettings() {
        long file = approved(1, "put-back.com", LIMITED, "premium false, aftermarket false");
        answers.add(() -> {
            new LedgerPurchaseJournal(ledger, held)
                    .enter(keyOf(file), PurchaseStep.FAILED, PurchaseFacts.fromJson("{\"reasons\":[]}"));
            return new PurchaseOutcome.Failed(NAME, "the server is busy", true);
        });
        workOnce(1);
        assertThat(only(file).state()).isEqualTo(RequestState.APPROVED);

        workOff(worker(LIMITED, "EUR", Map.of("ADMIN", "x"), Clock.systemUTC()));

        assertThat(only(file).state()).isEqualTo(RequestState.REFUSED);
        assertThat(only(file).outcome()).contains("something else than was approved");
    }

    @Test
    void noLimitIsLoosenedOnceThePlanIsApproved() {
        long file = approved(1, "fixed.com", new BudgetLimits(null, Money.of("9.00 EUR"), null));

        ledger.files().noteLimits(file, LIMITED, true);

        assertThat(ledger.files().find(file).orElseThrow().limits().perRun()).isEqualTo(Money.of("9.00 EUR"));
    }

    @Test
    void aRowWhosePriceWithTaxIsNotKnownCountsAgainstTheLimits() {
        long file = planned(1, "untaxed.com", new PlanFigures(PRICE, null, "create-default", "P1Y", null));
        BudgetLimits tight = new BudgetLimits(null, Money.of("9.99 EUR"), null);

        assertThat(new PlanApproval(ledger, tight, false)
                        .obstacle(ledger.files().find(file).orElseThrow()))
                .hasValueSatisfying(why -> assertThat(why).contains("10.00 EUR", "9.99 EUR", "Nothing was bought"));
    }

    @Test
    void aRefusedPurchaseSetsItsMoneyFreeWhoeverSetItAside() {
        long file = approved(1, "refused.com");
        answersAfterReserving(file, new PurchaseOutcome.Refused(NAME, List.of("the price rose")));

        workOff(worker(LIMITED));

        assertThat(budget(file).standing("EUR").inRun()).isEqualTo(Money.of("0.00 EUR"));
        assertThat(only(file).state()).isEqualTo(RequestState.REFUSED);
    }

    @Test
    void anOrderOfUnknownPriceSpendsWhatWasSetAside() {
        long file = approved(1, "found-again.com");
        PurchaseKey key = keyOf(file);
        answersAfterReserving(file, new PurchaseOutcome.Ordered(NAME, 7L, "a-cart", null, null, false));

        workOff(worker(LIMITED));

        assertThat(only(file).state()).isEqualTo(RequestState.AWAITING);
        assertThat(only(file).orderId()).isEqualTo(7);
        held.hold(ledger.claims().watch(true, 0, 1, "node").get(0).claim());
        budget(file).release(key);
        assertThat(budget(file).standing("EUR").inRun())
                .as("spent money is not released")
                .isEqualTo(PRICE);
    }

    @Test
    void whatIsSpentCountsForItsFileAlsoWhereTheLeaseWasLostMeanwhile() {
        long file = approved(1, "frozen.com");
        FileBudgets budgets = new FileBudgets(ledger, held, LIMITED);
        PurchaseKey key = keyOf(file);
        Request request =
                ledger.claims().claim(OptionalLong.of(file), true, "node").get(0);
        held.hold(request.claim());
        assertThat(budgets.reserve(key, PRICE)).isEmpty();
        held.letGo(request.claim());

        budgets.settle(key, PRICE);

        assertThat(budget(file).standing("EUR").inRun()).isEqualTo(PRICE);
        assertThat(budgets.reserve(key, PRICE))
                .as("and sets nothing more aside")
                .isPresent();
    }
}
