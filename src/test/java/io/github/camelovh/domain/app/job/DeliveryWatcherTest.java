// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.endpoint.Endpoints;
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
import io.github.camelovh.domain.app.ledger.WorkKind;
import io.github.camelovh.domain.app.row.ReadOptions;
import io.github.camelovh.domain.app.row.RowParsers;
import io.github.camelovh.domain.contact.OwnerContactRegistry;
import io.github.camelovh.domain.order.OrderStatus;
import io.github.camelovh.domain.order.PurchaseAction;
import io.github.camelovh.domain.order.PurchaseKey;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryWatcherTest {
    private static final Money PRICE = Money.of("10.00 EUR");
    private static final String NAME = "awaited.com";

    @TempDir
    Path folder;

    private Ledger ledger;
    private DeliveryWatcher deliveryWatcher;
    private long file;
    private int asked;

    @BeforeEach
    void open() {
        ledger = Ledger.open(LedgerSettings.inFolder(folder), Clock.systemUTC());
        RowSecrets secrets = new RowSecrets(() -> SecretSeal.withKeyFile(folder.resolve("ledger.key")));
        PurchaseRequests purchaseRequests = new PurchaseRequests(
                ReadOptions.inCurrency("EUR"),
                RowParsers.standard(),
                new OwnerContactRegistry(() -> null),
                secrets,
                Map.of(),
                Set.of(),
                Set.of());
        Endpoints endpoints = new Endpoints(this::called);
        deliveryWatcher = new DeliveryWatcher(
                ledger,
                purchaseRequests,
                new AwaitedNames(ledger, endpoints, Clock.systemUTC()),
                new TaskRepair(ledger, endpoints, secrets, Clock.systemUTC()),
                "node",
                new CircuitBreaker(),
                Clock.systemUTC(),
                Duration.ofMillis(1),
                new DeliveryWatcher.Patience(Duration.ofHours(24), Duration.ofDays(60)));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private CamelContext called() {
        asked++;
        throw new UnsupportedOperationException("a task is being mended");
    }

    private Claim buying() {
        file = ledger.files().receive("a.csv", "0".repeat(64)).file().id();
        String key = PurchaseKey.of(PurchaseAction.CREATE, DomainName.of(NAME)).text();
        String cells = "{\"action\":\"order\",\"domain\":\"" + NAME + "\"}";
        ledger.requests().add(file, List.of(NewRequest.purchase(2, "order", NAME, key, cells, null)));
        ledger.files().completeReading(file);
        PlanFigures figures = new PlanFigures(PRICE, PRICE, "create-default", "P1Y", null);
        ledger.plans().record(file, List.of(PlanResult.planned(only(), figures, "offered")));
        ledger.plans().approve(file, ledger.plans().close(file).orElseThrow(), "tester");
        return ledger.claims()
                .claim(WorkKind.PURCHASE, OptionalLong.of(file), 1, "node")
                .get(0)
                .claim();
    }

    private void ordered(MoveNotes notes) {
        ledger.claims().advance(buying(), RequestEvent.ORDER, notes);
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

    @Test
    void mendsOnlyTheTaskThatTheOrderOfARowBegan() {
        ordered(MoveNotes.why("ordered").order(7, PRICE));
        OffsetDateTime now = OffsetDateTime.now(Clock.systemUTC());

        deliveryWatcher.settle(List.of(task("DomainCreate", now.minusDays(1)), task("DomainDnsUpdate", now)));
        await().until(() -> only().dueAt().isBefore(Clock.systemUTC().instant()));
        assertThat(asked).isZero();
        deliveryWatcher.settle(List.of(task("DomainCreate", now)));
        assertThat(asked).isEqualTo(1);
        assertThat(only().state()).isEqualTo(RequestState.ORDERED);
        assertThat(only().owner())
                .as("given back, though it could not be looked at")
                .isNull();
    }

    @Test
    void leavesTheTasksOfRowsAloneThatAreStillBeingBought() {
        buying();

        deliveryWatcher.settle(List.of(task("DomainCreate", OffsetDateTime.now(Clock.systemUTC()))));

        assertThat(only().state()).isEqualTo(RequestState.BUYING);
    }

    @Test
    void tellsOfAnUnpaidOrderFromTheFirstLookOnAndAsksForItsStatus() {
        ordered(MoveNotes.why("ordered, not paid yet").order(7, PRICE).toDo("pay order 7"));

        deliveryWatcher.settle(List.of());

        assertThat(only().outcome()).isEqualTo("order 7 is not paid yet");
        assertThat(deliveryWatcher.doubtfulOrders()).containsExactly(7L);
    }

    @Test
    void doesNotCallAnOrderUnpaidThatWasPaidSince() {
        ordered(MoveNotes.why("ordered, not paid yet").order(7, PRICE).toDo("pay order 7"));

        deliveryWatcher.status(new OrderStatus(7, "delivering"));
        deliveryWatcher.settle(List.of());

        assertThat(only().outcome()).isEqualTo("ordered, delivery is awaited");
    }
}
