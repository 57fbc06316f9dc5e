// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.action.Action;
import io.github.camelovh.domain.app.action.ActionRow;
import io.github.camelovh.domain.app.action.Actions;
import io.github.camelovh.domain.app.action.RouteCaller;
import io.github.camelovh.domain.app.endpoint.Endpoints;
import io.github.camelovh.domain.app.ledger.ActiveLeases;
import io.github.camelovh.domain.app.ledger.BudgetLimits;
import io.github.camelovh.domain.app.ledger.Claim;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import io.github.camelovh.domain.app.ledger.MoveNotes;
import io.github.camelovh.domain.app.ledger.NewRequest;
import io.github.camelovh.domain.app.ledger.PlanFigures;
import io.github.camelovh.domain.app.ledger.PlanResult;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestEvent;
import io.github.camelovh.domain.app.ledger.RequestState;
import io.github.camelovh.domain.app.ledger.SecretSeal;
import io.github.camelovh.domain.app.ledger.TickingClock;
import io.github.camelovh.domain.app.row.ReadOptions;
import io.github.camelovh.domain.app.row.RowParsers;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.order.OrderStatus;
import io.github.camelovh.domain.order.PurchaseAction;
import io.github.camelovh.domain.order.PurchaseKey;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatcherTest {
    private static final Money PRICE = Money.of("10.00 EUR");
    private static final String NAME = "awaited.com";

    @TempDir
    Path folder;

    private final List<DomainTask> open = new ArrayList<>();
    private final List<Long> statusAsked = new ArrayList<>();
    private final AtomicReference<ExecutionResult> seen = new AtomicReference<>();
    private final TickingClock clock = new TickingClock();
    private String orderStatus = "delivering";
    private int looks;
    private Ledger ledger;
    private Watcher watcher;
    private long file;
    private int mended;

    @BeforeEach
    void open() {
        ledger = Ledger.open(LedgerSettings.inFolder(folder), clock);
        RowSecrets secrets = new RowSecrets(() -> SecretSeal.withKeyFile(folder.resolve("ledger.key")));
        ActionRows rows = new ActionRows(
                ledger,
                ReadOptions.inCurrency("EUR"),
                RowParsers.standard(),
                secrets,
                new FileBudgets(ledger, new ActiveLeases(), BudgetLimits.none()));
        Endpoints endpoints = new Endpoints(this::called);
        TaskRepair repair = new TaskRepair(ledger, endpoints, secrets, clock);
        watcher = new Watcher(
                ledger,
                new DeliveryCheck(
                        new Routes(),
                        rows,
                        new AwaitedNames(ledger, endpoints, Clock.systemUTC()),
                        repair,
                        clock,
                        new DeliveryCheck.Patience(Duration.ofHours(24), Duration.ofDays(60))),
                new TaskCheck(
                        endpoints, repair, rows, new Actions(List.of(new Waiting())), clock, Duration.ofHours(24)),
                "node",
                new WorkGate(Optional::empty, () -> {}, clock),
                new FaultLog(clock),
                clock,
                Duration.ofMillis(1));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    /** The account has no name, and these open tasks. */
    private final class Routes implements RouteCaller {
        @Override
        public Object request(String route, Object body) {
            return switch (route) {
                case "check-order" -> List.of();
                case "check-open-tasks" -> List.copyOf(open);
                case "check-order-status" -> {
                    statusAsked.add((Long) body);
                    yield new OrderStatus((Long) body, orderStatus);
                }
                default -> throw new IllegalArgumentException(route);
            };
        }

        @Override
        public boolean has(String route) {
            return true;
        }
    }

    /** An action that waits for something of which no task tells. */
    private final class Waiting implements Action {
        @Override
        public List<String> actions() {
            return List.of("change-accounts");
        }

        @Override
        public List<PlanOutcome> look(DomainName name, List<ActionRow> rows) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ExecutionResult> act(DomainName name, List<ActionRow> rows) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<List<ExecutionResult>> check(DomainName name, List<ActionRow> rows) {
            looks++;
            return Optional.ofNullable(seen.get()).map(List::of);
        }
    }

    private CamelContext called() {
        mended++;
        throw new UnsupportedOperationException("a task is being mended");
    }

    private Claim executing() {
        file = ledger.files()
                .receive("a.csv", "0".repeat(64), "somebody")
                .file()
                .id();
        String key = PurchaseKey.of(PurchaseAction.CREATE, DomainName.of(NAME)).text();
        String cells = "{\"action\":\"order\",\"domain\":\"" + NAME + "\"}";
        ledger.requests().add(file, List.of(NewRequest.purchase(2, "order", NAME, key, cells, null)));
        ledger.files().completeReading(file);
        PlanFigures figures = new PlanFigures(PRICE, PRICE, "create-default", "P1Y", null);
        ledger.plans().record(file, List.of(PlanResult.planned(only(), figures, "offered")));
        ledger.plans().approve(file, ledger.plans().close(file).orElseThrow(), "tester");
        return ledger.claims().claim(OptionalLong.of(file), true, "node").get(0).claim();
    }

    private void ordered(MoveNotes notes) {
        ledger.claims().advance(executing(), RequestEvent.ORDER, notes);
    }

    private Request only() {
        return ledger.requests()
                .page(file, 0, EnumSet.allOf(RequestState.class), 1)
                .get(0);
    }

    private static DomainTask task(String function, OffsetDateTime created) {
        return new DomainTask(
                5, function, NAME, "error", "no", created, created, created, null, false, false, true, "domain");
    }

    private void lookAgain() {
        await().until(() -> only().dueAt().isBefore(Clock.systemUTC().instant()));
        watcher.look();
    }

    @Test
    void mendsOnlyTheTaskThatTheOrderOfARowBegan() {
        ordered(MoveNotes.why("ordered").order(7, PRICE));
        OffsetDateTime now = OffsetDateTime.now(Clock.systemUTC());
        open.add(task("DomainCreate", now.minusDays(1)));
        open.add(task("DomainDnsUpdate", now));

        watcher.look();
        assertThat(mended).isZero();
        open.clear();
        open.add(task("DomainCreate", now));
        lookAgain();
        assertThat(mended).isEqualTo(1);
        assertThat(only().state()).isEqualTo(RequestState.AWAITING);
        assertThat(only().owner())
                .as("given back, though it could not be looked at")
                .isNull();
    }

    @Test
    void leavesTheTasksOfRowsAloneThatAreStillBeingBought() {
        executing();
        open.add(task("DomainCreate", OffsetDateTime.now(Clock.systemUTC())));

        watcher.look();

        assertThat(mended).isZero();
        assertThat(only().state()).isEqualTo(RequestState.EXECUTING);
    }

    @Test
    void tellsOfAnUnpaidOrderFromTheFirstLookOnAndAsksForItsStatus() {
        ordered(MoveNotes.why("ordered, not paid yet").order(7, PRICE).toDo("pay order 7"));

        watcher.look();

        assertThat(only().outcome()).isEqualTo("order 7 is not paid yet");
        assertThat(statusAsked).containsExactly(7L);
    }

    @Test
    void anOrderThatStaysUnpaidEndsWithThatAndWithWhatToDo() {
        ordered(MoveNotes.why("ordered, not paid yet").order(7, PRICE).toDo("pay order 7"));
        orderStatus = "notPaid";
        watcher.look();
        clock.pass(Duration.ofHours(25));

        lookAgain();

        assertThat(only().state()).isEqualTo(RequestState.UNFINISHED);
        assertThat(only().outcome()).endsWith("not delivered within 24 h: order 7 is not paid yet");
        assertThat(only().whatToDo()).startsWith("pay or cancel order 7 at OVHcloud");
    }

    @Test
    void doesNotCallAnOrderUnpaidThatWasPaidSince() {
        ordered(MoveNotes.why("ordered, not paid yet").order(7, PRICE).toDo("pay order 7"));

        watcher.look();
        lookAgain();

        assertThat(only().outcome()).isEqualTo("ordered, delivery is awaited");
    }

    private void waiting() {
        file = ledger.files()
                .receive("b.csv", "1".repeat(64), "somebody")
                .file()
                .id();
        String cells = "{\"action\":\"change-accounts\",\"domain\":\"" + NAME + "\",\"contactTech\":\"xx1111-ovh\"}";
        ledger.requests()
                .add(
                        file,
                        List.of(NewRequest.change(2, "change-accounts", NAME, "change-accounts", null, cells, null)));
        ledger.files().completeReading(file);
        ledger.plans()
                .record(file, List.of(PlanResult.planned(only(), PlanFigures.ofChanges("another tech"), "change")));
        ledger.plans().approve(file, ledger.plans().close(file).orElseThrow(), "tester");
        Claim claim = ledger.claims()
                .claim(OptionalLong.of(file), false, "node")
                .get(0)
                .claim();
        ledger.claims()
                .advance(
                        claim,
                        RequestEvent.AWAIT,
                        MoveNotes.why("asked for").knowing(new AwaitedTasks(List.of(), true).json()));
    }

    /** Three events a minute for days: that is what a row that waits for an answer wrote before it was only looked at. */
    @Test
    void aRowThatWaitsIsLookedAtAHundredTimesWithoutAnEvent() {
        waiting();
        seen.set(new ExecutionResult.Later("asked for", List.of(), Duration.ZERO, "asked"));
        watcher.look();
        int before = ledger.requests().history(only().id()).size();
        int version = only().version();

        while (looks < 100) {
            lookAgain();
        }

        assertThat(ledger.requests().history(only().id())).hasSize(before);
        assertThat(only().state()).isEqualTo(RequestState.AWAITING);
        assertThat(only().version())
                .as("each look claims the row and gives it back")
                .isGreaterThan(version);
    }

    @Test
    void whatChangedIsToldOnce() {
        waiting();
        int before = ledger.requests().history(only().id()).size();
        seen.set(new ExecutionResult.Later("one side agreed", List.of(), Duration.ZERO, "asked"));

        watcher.look();
        lookAgain();

        assertThat(ledger.requests().history(only().id())).hasSize(before + 1);
        assertThat(only().outcome()).isEqualTo("one side agreed");
    }

    @Test
    void whatThereIsToDoGoesBackToAWorker() {
        waiting();

        watcher.look();

        assertThat(only().state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void whatWasCalledOffElsewhereIsRefused() {
        waiting();
        seen.set(new ExecutionResult.Refused("the other side said no", "drop the row again"));

        watcher.look();

        assertThat(only().state()).isEqualTo(RequestState.REFUSED);
    }
}
