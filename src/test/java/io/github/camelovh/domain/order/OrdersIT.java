// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import static io.github.camelovh.domain.api.catalog.OperationCatalog.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.ApiRegion;
import io.github.camelovh.domain.api.Credentials;
import io.github.camelovh.domain.api.HttpOptions;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiSettings;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.order.OrderSettings.Payment;
import io.github.camelovh.domain.order.PurchaseOutcome.Ordered;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.OvhSandboxExtension;
import io.github.camelovh.domain.sandbox.server.Fault;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Buying, transferring and paying over HTTP; the sandbox's journal shows what happened. */
class OrdersIT {

    private static final String CHECKOUT = "POST /order/cart/{cartId}/checkout";

    @RegisterExtension
    static final OvhSandboxExtension OVH = new OvhSandboxExtension();

    private final CamelContext context = new DefaultCamelContext();
    private OrderSettings settings = OrderSettings.of("FR").within(Duration.ofMillis(50), Duration.ofMillis(50));
    private OvhSandbox sandbox;
    private OvhApi api;

    @BeforeEach
    void open() {
        sandbox = OVH.sandbox();
        context.start();
        api = OvhApi.open(
                context,
                OvhApiSettings.of(
                                ApiRegion.of(sandbox.baseUrl().toString()),
                                new Credentials.ApplicationKey(
                                        OvhSandbox.APPLICATION_KEY,
                                        OvhSandbox.APPLICATION_SECRET,
                                        OvhSandbox.CONSUMER_KEY))
                        .withPace(1000, 8),
                HttpOptions.plain());
    }

    @AfterEach
    void close() {
        api.close();
        context.stop();
    }

    private Orders orders() {
        return new Orders(
                api,
                settings,
                PurchaseJournal.none(),
                Budget.unlimited(),
                new LiveHoldings(api),
                Clock.systemUTC(),
                sandbox::advance);
    }

    private static Purchase wish(PurchaseAction action, String name) {
        if (action == PurchaseAction.ZONE) {
            return Purchase.of(action, DomainName.of(name), "P1Y").withMaxPrice(Money.zero("EUR"));
        }
        Map<String, String> labels = new HashMap<>(World.CONFIGURATION);
        if (action == PurchaseAction.TRANSFER) {
            labels.put(Purchase.AUTH_INFO, "AUTH-" + name);
        }
        return Purchase.of(action, DomainName.of(name), "P1Y").withConfiguration(labels);
    }

    private static Ordered ordered(PurchaseOutcome outcome) {
        assertThat(outcome).isInstanceOf(Ordered.class);
        return (Ordered) outcome;
    }

    @Test
    void createsANameAndAwaitsIt() throws InterruptedException {
        Ordered order = ordered(orders().create(wish(PurchaseAction.CREATE, "bought.ovh")));

        assertThat(order.payByHand()).isFalse();
        assertThat(orders().await(order.orderId(), Duration.ofMinutes(5)).delivered())
                .isTrue();
        sandbox.verifySoldOnce("bought.ovh");
        sandbox.verifyCalls(CHECKOUT, 1);
    }

    @Test
    void movesANameHereByItsCode() throws InterruptedException {
        Ordered order = ordered(orders().create(wish(PurchaseAction.TRANSFER, "taken-name.com")));

        assertThat(orders().await(order.orderId(), Duration.ofDays(10)).delivered())
                .isTrue();
        assertThat(sandbox.orders()).singleElement().satisfies(sold -> assertThat(sold.action())
                .isEqualTo("transfer"));
        sandbox.verifyCalls(CHECKOUT, 1);
    }

    @Test
    void ordersAZoneWithoutItsNameAndAwaitsIt() throws InterruptedException {
        Purchase wish = wish(PurchaseAction.ZONE, "elsewhere.example");
        assertThat(orders().awaitZone(wish.domain(), Duration.ZERO)).isFalse();

        Ordered order = ordered(orders().create(wish));

        assertThat(order.priceWithTax()).isEqualTo(Money.zero("EUR"));
        assertThat(ordered(orders().create(wish)).orderId()).isEqualTo(order.orderId());
        assertThat(orders().awaitZone(wish.domain(), Duration.ofMinutes(30))).isTrue();
        assertThat(ordered(orders().create(wish)).orderId()).isEqualTo(order.orderId());
        assertThat(orders().status(order.orderId()).delivered()).isTrue();
        sandbox.verifySoldOnce("elsewhere.example");
        sandbox.verifyCalls(CHECKOUT, 1);
        assertThat(api.send(ApiCall.of(row("dns:listRecords"), "elsewhere.example"))
                        .asList(Long.class))
                .as("a minimized zone has its name servers only")
                .hasSize(2);
    }

    @Test
    void quotesAZoneByOfferAndByDryRunAndLeavesNothingBehind() {
        Purchase wish = wish(PurchaseAction.ZONE, "asked.example");
        try (Orders orders = orders()) {
            Quote quote = orders.quote(wish);
            assertThat(quote.orderable()).isTrue();
            assertThat(quote.priceWithTax()).isEqualTo(Money.zero("EUR"));
            assertThat(orders.quoteByDryRun(wish)).isEqualTo(quote);
        }
        assertThat(sandbox.orders()).isEmpty();
        sandbox.verifyCalls("DELETE /order/cart/{cartId}", sandbox.calls("POST /order/cart"));
    }

    @Test
    void paysAnOrderThatWasLeftOpen() {
        settings = settings.payingBy(Payment.NONE, null);
        Ordered order = ordered(orders().create(wish(PurchaseAction.CREATE, "unpaid.ovh")));
        assertThat(order.payByHand()).isTrue();
        assertThat(order.whatToDo()).contains("Pay order " + order.orderId());
        assertThat(orders().status(order.orderId()).unpaid()).isTrue();

        sandbox.fault(Fault.on("POST /me/order/{orderId}/pay", Fault.Kind.ANSWER_LOST));
        orders().pay(order.orderId(), null);

        assertThat(orders().status(order.orderId()).unpaid()).isFalse();
        sandbox.verifyCalls("POST /me/order/{orderId}/pay", 1);
    }

    @Test
    void resumesWithoutASecondOrder() {
        orders().create(wish(PurchaseAction.CREATE, "resumed.ovh"));

        assertThat(orders().resume(wish(PurchaseAction.CREATE, "resumed.ovh")))
                .isNotInstanceOf(PurchaseOutcome.Failed.class);

        sandbox.verifySoldOnce("resumed.ovh");
        sandbox.verifyCalls(CHECKOUT, 1);
    }

    @Test
    void quotesTheSameByOfferAndByDryRunAndLeavesNothingBehind() {
        Quote byOffer;
        Quote byDryRun;
        try (Orders orders = orders()) {
            byOffer = orders.quote(wish(PurchaseAction.CREATE, "asked.com"));
            byDryRun = orders.quoteByDryRun(wish(PurchaseAction.CREATE, "asked.com"));
        }

        assertThat(byDryRun).isEqualTo(byOffer);
        assertThat(byOffer.priceWithTax().amount())
                .isGreaterThan(byOffer.priceWithoutTax().amount());
        assertThat(sandbox.orders()).isEmpty();
        sandbox.verifyCalls(CHECKOUT, 0);
        sandbox.verifyCalls("DELETE /order/cart/{cartId}", sandbox.calls("POST /order/cart"));
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE, POST /order/cart/{cartId}/checkout, ANSWER_LOST, 1",
        "CREATE, POST /order/cart/{cartId}/checkout, GARBAGE, 1",
        "CREATE, POST /order/cart/{cartId}/checkout, RESET, 2",
        "CREATE, POST /order/cart/{cartId}/domain, STATUS, 1",
        "CREATE, POST /order/cart/{cartId}/domain, ANSWER_LOST, 1",
        "CREATE, POST /order/cart/{cartId}/assign, RESET, 1",
        "CREATE, POST /order/cart/{cartId}/assign, ANSWER_LOST, 1",
        "CREATE, POST /order/cart, ANSWER_LOST, 1",
        "CREATE, POST /order/cart/{cartId}/item/{itemId}/configuration, ANSWER_LOST, 1",
        "CREATE, GET /order/cart/{cartId}/checkout, STATUS, 1",
        "ZONE, POST /order/cart/{cartId}/checkout, ANSWER_LOST, 1",
        "ZONE, POST /order/cart/{cartId}/checkout, GARBAGE, 1",
        "ZONE, POST /order/cart/{cartId}/checkout, RESET, 2",
        "ZONE, GET /order/cart/{cartId}/dns, STATUS, 1",
        "ZONE, POST /order/cart/{cartId}/dns, STATUS, 1",
        "ZONE, POST /order/cart/{cartId}/dns, ANSWER_LOST, 1",
        "ZONE, POST /order/cart/{cartId}/dns, RESET, 1",
        "ZONE, POST /order/cart, ANSWER_LOST, 1",
        "ZONE, POST /order/cart/{cartId}/item/{itemId}/configuration, ANSWER_LOST, 1",
        "ZONE, GET /order/cart/{cartId}/checkout, STATUS, 1",
        "ZONE, GET /domain/zone, STATUS, 1",
        "ZONE, GET /me/task/dns, STATUS, 1"
    })
    void sellsOnceThrough(PurchaseAction action, String route, Fault.Kind kind, int checkouts) {
        sandbox.fault(Fault.on(route, kind).status(500));

        ordered(orders().create(wish(action, "through.ovh")));

        sandbox.verifySoldOnce("through.ovh");
        sandbox.verifyCalls(CHECKOUT, checkouts);
    }
}
