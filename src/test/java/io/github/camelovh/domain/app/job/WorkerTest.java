// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.action.Actions;
import io.github.camelovh.domain.app.action.RouteCaller;
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
import io.github.camelovh.domain.app.row.ReadOptions;
import io.github.camelovh.domain.app.row.RowParsers;
import io.github.camelovh.domain.order.Holdings;
import io.github.camelovh.domain.order.Purchase;
import io.github.camelovh.domain.order.PurchaseAction;
import io.github.camelovh.domain.order.PurchaseFacts;
import io.github.camelovh.domain.order.PurchaseKey;
import io.github.camelovh.domain.order.PurchaseOutcome;
import io.github.camelovh.domain.order.PurchaseStep;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerTest {
    private static final Money PRICE = Money.of("10.00 EUR");
    private static final BudgetLimits LIMITED = new BudgetLimits(null, Money.of("100.00 EUR"), null);

    @TempDir
    Path folder;

    private final ActiveLeases held = new ActiveLeases();
    /** What {@code ovh-domain:order} answers, in the order in which it is asked. */
    private final Deque<Supplier<PurchaseOutcome>> answers = new ArrayDeque<>();

    private final List<Purchase> bought = new ArrayList<>();
    private Ledger ledger;

    @BeforeEach
    void open() {
        ledger = Ledger.open(LedgerSettings.inFolder(folder), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Worker worker(BudgetLimits limits) {
        return worker(limits, "EUR", Map.of(), Clock.systemUTC());
    }

    private Worker worker(BudgetLimits limits, String currency, Map<String, String> usual, Clock clock) {
        FileBudgets budgets = new FileBudgets(ledger, held, limits);
        PurchaseRequests requests = new PurchaseRequests(usual, Set.of(), Set.of());
        PurchaseActions purchases =
                new PurchaseActions(ledger, budgets, requests, new NoHoldings(), null, new Routes());
        return new Worker(
                ledger,
                held,
                new ActionRows(
                        ledger,
                        ReadOptions.inCurrency(currency),
                        RowParsers.standard(),
                        new RowSecrets(() -> null),
                        budgets),
                new Actions(List.of(purchases)),
                budgets,
                "node",
                new CircuitBreaker(),
                clock,
                3);
    }

    private final class Routes implements RouteCaller {
        @Override
        public Object request(String route, Object body) {
            if (route.equals("carry-zone")) {
                return List.of();
            }
            assertThat(route).isEqualTo("do-order");
            bought.add((Purchase) ((Map<?, ?>) body).get("purchase"));
            return answers.remove().get();
        }

        @Override
        public boolean has(String route) {
            return true;
        }
    }

    private static final class NoHoldings implements Holdings {
        @Override
        public boolean owns(DomainName name) {
            return false;
        }

        @Override
        public Optional<String> underWay(DomainName name) {
            return Optional.empty();
        }

        @Override
        public void ordered(DomainName name, long orderId) {}
    }

    private void answers(PurchaseOutcome outcome) {
        answers.add(() -> outcome);
    }

    private PurchaseKey keyOf(long file) {
        return new PurchaseKey(only(file).purchaseKey());
    }

    private LedgerBudget budget(long file) {
        return new LedgerBudget(ledger, held, LIMITED, "file-" + file);
    }

    /** Sets the price aside, as the purchase does before its checkout, and then ends so. */
    private void answersAfterReserving(long file, PurchaseOutcome outcome) {
        answers.add(() -> {
            assertThat(budget(file).reserve(keyOf(file), PRICE)).isEmpty();
            return outcome;
        });
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
    void doesOnlyWhatItIsToldToDo() {
        approved(1, "other.com");
        long file = approved(2, "mine.com");
        Worker worker = worker(LIMITED);

        assertThat(worker.approved().hasNext()).isFalse();
        worker.workOn(file);
        Iterator<NameRows> mine = worker.approved();
        assertThat(mine.next().domain()).isEqualTo("mine.com");
        assertThat(mine.hasNext()).isFalse();
        worker.workOnAllFiles();
        assertThat(worker.approved().next().domain()).isEqualTo("other.com");
    }

    /** Camel's splitter asks once more after the end, with nobody left to buy what it would be given. */
    @Test
    void takesNoRowForARoundThatIsOver() {
        Worker worker = worker(LIMITED);
        worker.workOnAllFiles();
        Iterator<NameRows> over = worker.approved();
        assertThat(over.hasNext()).isFalse();

        long file = approved(1, "late.com");

        assertThat(over.hasNext()).isFalse();
        assertThat(only(file).state()).isEqualTo(RequestState.APPROVED);
        assertThat(worker.approved().next().domain()).isEqualTo("late.com");
    }

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

    /** By a clock of hours ago, so that the pause before the next try is over at once. */
    private void workOnce(int hoursAgo) {
        Worker worker = worker(LIMITED, "EUR", Map.of(), Clock.offset(Clock.systemUTC(), Duration.ofHours(-hoursAgo)));
        worker.workOnAllFiles();
        worker.execute(worker.approved().next());
    }

    private void workOff(Worker worker) {
        worker.workOnAllFiles();
        worker.approved().forEachRemaining(worker::execute);
    }

    @Test
    void aRowThatWasApprovedUnderOtherSettingsIsNotBought() {
        long same = approved(1, "same.com", LIMITED, "premium false, aftermarket false");
        long other = approved(2, "other.com", LIMITED, "ADMIN=x\npremium false, aftermarket false");
        answers(new PurchaseOutcome.AlreadyOwned());

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
            return new PurchaseOutcome.Failed("the server is busy", true);
        });
        workOnce(1);
        assertThat(only(file).state()).isEqualTo(RequestState.APPROVED);

        workOff(worker(LIMITED, "EUR", Map.of("ADMIN", "x"), Clock.systemUTC()));

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
        answers(new PurchaseOutcome.AlreadyOwned());

        workOff(worker(LIMITED, "USD", Map.of(), Clock.systemUTC()));

        assertThat(bought).extracting(purchase -> purchase.domain().ascii()).containsExactly("next.com");
        assertThat(only(file).state()).isEqualTo(RequestState.REFUSED);
        assertThat(only(file).outcome()).contains("not understood any more");
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
        answersAfterReserving(file, new PurchaseOutcome.Refused(List.of("the price rose")));

        workOff(worker(LIMITED));

        assertThat(budget(file).standing("EUR").inRun()).isEqualTo(Money.of("0.00 EUR"));
        assertThat(only(file).state()).isEqualTo(RequestState.REFUSED);
    }

    @Test
    void anOrderOfUnknownPriceSpendsWhatWasSetAside() {
        long file = approved(1, "found-again.com");
        PurchaseKey key = keyOf(file);
        answersAfterReserving(file, new PurchaseOutcome.Ordered(7, "a-cart", null, true));

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

    @Test
    void steppingAsideForAnotherWorkerIsNoOrder() {
        long file = approved(1, "aside.com");
        answers(new PurchaseOutcome.UnderWay("another thread is buying aside.com"));

        workOff(worker(LIMITED));

        assertThat(only(file).state()).isEqualTo(RequestState.APPROVED);
        assertThat(only(file).dueAt()).isNotNull();
    }

    @Test
    void whatIsFoundUnderWayIsAwaited() {
        long file = approved(1, "under-way.com");
        answers.add(() -> {
            new LedgerPurchaseJournal(ledger, held)
                    .enter(keyOf(file), PurchaseStep.UNDER_WAY, PurchaseFacts.fromJson("{\"reasons\":[]}"));
            return new PurchaseOutcome.UnderWay("task 5 creates it");
        });

        workOff(worker(LIMITED));

        assertThat(only(file).state()).isEqualTo(RequestState.AWAITING);
        assertThat(only(file).facts()).as("the purchase's own").contains("reasons");
    }

    @Test
    void whatMayHaveBeenOrderedWaitsForAPerson() {
        long file = approved(1, "unknown.com");
        answersAfterReserving(file, new PurchaseOutcome.Unfinished("no answer to its checkout", "look at the orders"));

        workOff(worker(LIMITED));

        assertThat(only(file).state()).isEqualTo(RequestState.UNFINISHED);
        assertThat(only(file).whatToDo()).isEqualTo("look at the orders");
        assertThat(budget(file).standing("EUR").inRun())
                .as("its money stays set aside")
                .isEqualTo(PRICE);
    }

    @Test
    void aPassingFaultIsTriedAgainAndFailsAfterTheLastTry() {
        long file = approved(1, "busy.com");
        for (int hours = 3; hours > 0; hours--) {
            answers(new PurchaseOutcome.Failed("the server is busy", true));
            workOnce(hours);
        }

        assertThat(only(file).state()).isEqualTo(RequestState.FAILED);
        assertThat(bought).hasSize(3);
    }

    @Test
    void whatBreaksOffIsNeverClosedUnseen() {
        long file = approved(1, "broken.com");
        for (int hours = 3; hours > 0; hours--) {
            answers.add(() -> {
                throw new IllegalStateException("a fault of ours");
            });
            workOnce(hours);
        }

        assertThat(only(file).state()).isEqualTo(RequestState.UNFINISHED);
        assertThat(only(file).outcome()).contains("a fault of ours");
        assertThat(held.all()).as("what it held was given back").isEmpty();
    }
}
