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
import io.github.camelovh.domain.order.PurchaseKey;
import io.github.camelovh.domain.order.PurchaseOutcome;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A {@link Worker} over a ledger, and {@code ovh-domain:order} with answers that are given beforehand. */
abstract class WorkerFixture {
    static final Money PRICE = Money.of("10.00 EUR");
    static final BudgetLimits LIMITED = new BudgetLimits(null, Money.of("100.00 EUR"), null);

    @TempDir
    Path folder;

    final AtomicLong nanos = new AtomicLong();
    final ActiveLeases held = new ActiveLeases(nanos::get);

    /** What {@code ovh-domain:order} answers, in the order in which it is asked. */
    final Deque<Supplier<PurchaseOutcome>> answers = new ArrayDeque<>();

    final List<Purchase> bought = new ArrayList<>();
    Ledger ledger;

    @BeforeEach
    void open() {
        ledger = Ledger.open(LedgerSettings.inFolder(folder), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    Worker worker(BudgetLimits limits) {
        return worker(limits, "EUR", Map.of(), Clock.systemUTC());
    }

    Worker worker(BudgetLimits limits, String currency, Map<String, String> usual, Clock clock) {
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
                new WorkGate(Optional::empty, () -> {}, clock),
                new FaultLog(clock),
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

    void answers(PurchaseOutcome outcome) {
        answers.add(() -> outcome);
    }

    PurchaseKey keyOf(long file) {
        return new PurchaseKey(only(file).purchaseKey());
    }

    LedgerBudget budget(long file) {
        return new LedgerBudget(ledger, held, LIMITED, "file-" + file);
    }

    /** Sets the price aside, as the purchase does before its checkout, and then ends so. */
    void answersAfterReserving(long file, PurchaseOutcome outcome) {
        answers.add(() -> {
            assertThat(budget(file).reserve(keyOf(file), PRICE)).isEmpty();
            return outcome;
        });
    }

    long approved(int number, String domain) {
        return approved(number, domain, BudgetLimits.none());
    }

    long approved(int number, String domain, BudgetLimits shown) {
        return approved(number, domain, shown, null);
    }

    long approved(int number, String domain, BudgetLimits shown, String terms) {
        long file = planned(number, domain, new PlanFigures(PRICE, PRICE, "create-default", "P1Y", terms));
        ledger.files().noteLimits(file, shown, true);
        ledger.plans().approve(file, ledger.files().find(file).orElseThrow().planCode(), "tester");
        return file;
    }

    long planned(int number, String domain, PlanFigures figures) {
        return planned(number, domain, figures, "");
    }

    long planned(int number, String domain, PlanFigures figures, String moreCells) {
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

    Request only(long file) {
        return ledger.requests()
                .page(file, 0, EnumSet.allOf(RequestState.class), 1)
                .get(0);
    }

    /** By a clock of hours ago, so that the pause before the next try is over at once. */
    void workOnce(int hoursAgo) {
        Worker worker = worker(LIMITED, "EUR", Map.of(), Clock.offset(Clock.systemUTC(), Duration.ofHours(-hoursAgo)));
        worker.workOnAllFiles();
        worker.execute(worker.approved().next());
    }

    void workOff(Worker worker) {
        worker.workOnAllFiles();
        worker.approved().forEachRemaining(worker::execute);
    }
}
