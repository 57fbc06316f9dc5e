// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.action.transfer.ZoneCarrier;
import io.github.camelovh.domain.app.ledger.ActiveLeases;
import io.github.camelovh.domain.app.ledger.BudgetLimits;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerBudget;
import io.github.camelovh.domain.app.ledger.LedgerPurchaseJournal;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import io.github.camelovh.domain.app.ledger.NewRequest;
import io.github.camelovh.domain.app.ledger.PlanFigures;
import io.github.camelovh.domain.app.ledger.PlanResult;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestState;
import io.github.camelovh.domain.app.ledger.WorkKind;
import io.github.camelovh.domain.app.row.ReadOptions;
import io.github.camelovh.domain.app.row.RowParsers;
import io.github.camelovh.domain.contact.OwnerContactRegistry;
import io.github.camelovh.domain.dns.GuardSettings;
import io.github.camelovh.domain.dns.Ownership;
import io.github.camelovh.domain.order.PurchaseAction;
import io.github.camelovh.domain.order.PurchaseFacts;
import io.github.camelovh.domain.order.PurchaseKey;
import io.github.camelovh.domain.order.PurchaseOutcome;
import io.github.camelovh.domain.order.PurchaseStep;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PurchaseWorkerTest {
    private static final Money PRICE = Money.of("10.00 EUR");
    private static final BudgetLimits LIMITED = new BudgetLimits(null, Money.of("100.00 EUR"), null);

    @TempDir
    Path folder;

    private final ActiveLeases held = new ActiveLeases();
    private Ledger ledger;

    @BeforeEach
    void open() {
        ledger = Ledger.open(LedgerSettings.inFolder(folder), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private PurchaseWorker desk(BudgetLimits limits) {
        return desk(limits, wishes("EUR", Map.of()), Clock.systemUTC());
    }

    private PurchaseWorker desk(BudgetLimits limits, PurchaseRequests purchaseRequests, Clock clock) {
        return new PurchaseWorker(
                ledger,
                held,
                new FileBudgets(ledger, held, limits),
                purchaseRequests,
                new ZoneCarrier(
                        null, false, "EUR", () -> null, () -> null, () -> null, Ownership.ALL, GuardSettings.DEFAULT),
                "node",
                new CircuitBreaker(),
                clock,
                3);
    }

    private static PurchaseRequests wishes(String currency, Map<String, String> usual) {
        return new PurchaseRequests(
                ReadOptions.inCurrency(currency),
                RowParsers.standard(),
                new OwnerContactRegistry(() -> null),
                new RowSecrets(() -> null),
                usual,
                Set.of(),
                Set.of());
    }

    private long approved(int number, String domain) {
        return approved(number, domain, BudgetLimits.none());
    }

    private long approved(int number, String domain, BudgetLimits shown) {
        return approved(number, domain, shown, null);
    }

    private long approved(int number, String domain, BudgetLimits shown, String terms) {
        long file = planned(number, domain, new PlanFigures(PRICE, PRICE, "create-default", "P1Y", terms));
        ledger.files().noteLimits(file, shown, true);
        ledger.plans().approve(file, ledger.files().find(file).orElseThrow().planCode(), "tester");
        return file;
    }

    private long planned(int number, String domain, PlanFigures figures) {
        return planned(number, domain, figures, "");
    }

    private long planned(int number, String domain, PlanFigures figures, String moreCells) {
        long file = ledger.files()
                .receive(number + ".csv", String.format("%064x", number), "somebody")
                .file()
                .id();
        PurchaseKey key = PurchaseKey.of(PurchaseAction.CREATE, DomainName.of(domain));
        String cells = "{\"action\":\"order\",\"domain\":\"" + domain + "\"" + moreCells + "}";
        ledger.requests().add(file, List.of(NewRequest.purchase(2, "order", domain, key.text(), cells, null)));
        ledger.files().completeReading(file);
        ledger.plans().record(file, List.of(PlanResult.planned(only(file), figures, "offered")));
        assertThat(ledger.plans().close(file)).isPresent();
        return file;
    }

    private Request only(long file) {
        return ledger.requests()
                .page(file, 0, EnumSet.allOf(RequestState.class), 1)
                .get(0);
    }

    @Test
    void buysOnlyWhatItIsToldToBuy() {
        approved(1, "other.com");
        long file = approved(2, "mine.com");
        PurchaseWorker purchaseWorker = desk(LIMITED);

        assertThat(purchaseWorker.approved().hasNext()).isFalse();
        purchaseWorker.buyFrom(file);
        Iterator<Request> mine = purchaseWorker.approved();
        assertThat(mine.next().domain()).isEqualTo("mine.com");
        assertThat(mine.hasNext()).isFalse();
        purchaseWorker.buyFromAllFiles();
        assertThat(purchaseWorker.approved().next().domain()).isEqualTo("other.com");
    }

    /** Camel's splitter asks once more after the end, with nobody left to buy what it would be given. */
    @Test
    void takesNoRowForARoundThatIsOver() {
        PurchaseWorker purchaseWorker = desk(LIMITED);
        purchaseWorker.buyFromAllFiles();
        Iterator<Request> over = purchaseWorker.approved();
        assertThat(over.hasNext()).isFalse();

        long file = approved(1, "late.com");

        assertThat(over.hasNext()).isFalse();
        assertThat(only(file).state()).isEqualTo(RequestState.APPROVED);
        assertThat(purchaseWorker.approved().next().domain()).isEqualTo("late.com");
    }

    @Test
    void whatWasApprovedUnderALimitWaitsForOne() {
        long file = approved(1, "waits.com");
        PurchaseWorker purchaseWorker = desk(BudgetLimits.none());
        purchaseWorker.buyFromAllFiles();

        assertThat(purchaseWorker.approved().hasNext()).isFalse();
        assertThat(only(file).state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void whatWasApprovedUnderALimitIsBoughtUnderItWhereNoOtherIsSet() {
        approved(1, "waits.com");
        approved(2, "goes-on.com", LIMITED);
        PurchaseWorker purchaseWorker = desk(BudgetLimits.none());
        purchaseWorker.buyFromAllFiles();

        Iterator<Request> bought = purchaseWorker.approved();

        assertThat(bought.next().domain()).isEqualTo("goes-on.com");
        assertThat(bought.hasNext()).isFalse();
    }

    @Test
    void theTighterOfTheLimitSetNowAndTheOneOfTheApprovalHolds() {
        Money nine = Money.of("9.00 EUR");
        long file = approved(1, "tight.com", new BudgetLimits(null, nine, null));
        FileBudgets budgets = new FileBudgets(ledger, held, LIMITED);
        Request request = ledger.claims()
                .claim(WorkKind.PURCHASE, OptionalLong.of(file), 1, "node")
                .get(0);
        held.hold(request.claim());
        budgets.begin(request);
        PurchaseKey key = new PurchaseKey(request.purchaseKey());

        assertThat(budgets.reserve(key, PRICE).orElseThrow()).contains("limit of 9.00 EUR per run");
        assertThat(budgets.reserve(key, nine)).isEmpty();
    }

    @Test
    void aRowThatWasApprovedUnderOtherSettingsIsNotBought() {
        long same = approved(1, "same.com", LIMITED, "premium false, aftermarket false");
        long other = approved(2, "other.com", LIMITED, "ADMIN=x\npremium false, aftermarket false");
        PurchaseWorker purchaseWorker = desk(LIMITED);
        purchaseWorker.buyFromAllFiles();

        Iterator<Request> bought = purchaseWorker.approved();

        assertThat(bought.next().fileId()).isEqualTo(same);
        assertThat(bought.hasNext()).isFalse();
        assertThat(only(other).state()).isEqualTo(RequestState.REFUSED);
        assertThat(only(other).outcome()).contains("something else than was approved", "nothing was bought");
    }

    @Test
    void aRowPutBackAfterAFaultIsNotBoughtUnderOtherSettings() {
        long file = approved(1, "put-back.com", LIMITED, "premium false, aftermarket false");
        Clock anHourAgo = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)); // so that the pause is over
        PurchaseWorker before = desk(LIMITED, wishes("EUR", Map.of()), anHourAgo);
        before.buyFrom(file);
        Request request = before.approved().next();
        before.wish(request, List.of());
        PurchaseFacts facts = PurchaseFacts.fromJson("{\"reasons\":[]}");
        new LedgerPurchaseJournal(ledger, held)
                .enter(new PurchaseKey(request.purchaseKey()), PurchaseStep.FAILED, facts);
        before.record(request, new PurchaseOutcome.Failed("the server is busy", true));
        assertThat(only(file).state()).isEqualTo(RequestState.APPROVED);

        PurchaseWorker after = desk(LIMITED, wishes("EUR", Map.of("ADMIN", "x")), Clock.systemUTC());
        after.buyFrom(file);

        assertThat(after.approved().hasNext()).isFalse();
        assertThat(only(file).state()).isEqualTo(RequestState.REFUSED);
        assertThat(only(file).outcome()).contains("something else than was approved");
    }

    @Test
    void aRowThatIsNotUnderstoodAnyMoreIsRefusedAndTheNextIsBought() {
        String terms = "premium false, aftermarket false";
        long file = planned(
                1,
                "dollars.com",
                new PlanFigures(PRICE, PRICE, "create-default", "P1Y", terms),
                ",\"maxPrice\":\"50 EUR\"");
        ledger.plans().approve(file, ledger.files().find(file).orElseThrow().planCode(), "tester");
        approved(2, "next.com", BudgetLimits.none(), terms);
        PurchaseWorker purchaseWorker = desk(LIMITED, wishes("USD", Map.of()), Clock.systemUTC());
        purchaseWorker.buyFromAllFiles();

        assertThat(purchaseWorker.approved().next().domain()).isEqualTo("next.com");
        assertThat(only(file).state()).isEqualTo(RequestState.REFUSED);
        assertThat(only(file).outcome()).contains("not understood any more", "nothing was bought");
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
        PurchaseWorker purchaseWorker = desk(LIMITED);
        purchaseWorker.buyFrom(file);
        Request request = purchaseWorker.approved().next();
        purchaseWorker.wish(request, List.of());
        LedgerBudget budget = new LedgerBudget(ledger, held, LIMITED, "file-" + file);
        assertThat(budget.reserve(new PurchaseKey(request.purchaseKey()), PRICE))
                .isEmpty();

        purchaseWorker.record(request, new PurchaseOutcome.Refused(List.of("the price rose")));

        assertThat(budget.standing("EUR").inRun()).isEqualTo(Money.of("0.00 EUR"));
        assertThat(only(file).state()).isEqualTo(RequestState.REFUSED);
    }

    @Test
    void anOrderOfUnknownPriceSpendsWhatWasSetAside() {
        long file = approved(1, "found-again.com");
        PurchaseWorker purchaseWorker = desk(LIMITED);
        purchaseWorker.buyFrom(file);
        Request request = purchaseWorker.approved().next();
        purchaseWorker.wish(request, List.of());
        LedgerBudget budget = new LedgerBudget(ledger, held, LIMITED, "file-" + file);
        PurchaseKey key = new PurchaseKey(request.purchaseKey());
        assertThat(budget.reserve(key, PRICE)).isEmpty();

        purchaseWorker.record(request, new PurchaseOutcome.Ordered(7, "a-cart", null, true));

        assertThat(only(file).state()).isEqualTo(RequestState.ORDERED);
        held.hold(ledger.claims()
                .claim(WorkKind.DELIVERY, OptionalLong.of(file), 1, "node")
                .get(0)
                .claim());
        budget.release(key);
        assertThat(budget.standing("EUR").inRun())
                .as("spent money is not released")
                .isEqualTo(PRICE);
    }

    @Test
    void steppingAsideForAnotherWorkerIsNoOrder() {
        long file = approved(1, "aside.com");
        PurchaseWorker purchaseWorker = desk(LIMITED);
        purchaseWorker.buyFrom(file);
        Request request = purchaseWorker.approved().next();
        purchaseWorker.wish(request, List.of());

        purchaseWorker.record(request, new PurchaseOutcome.UnderWay("another thread is buying aside.com"));

        assertThat(only(file).state()).isEqualTo(RequestState.APPROVED);
    }
}
