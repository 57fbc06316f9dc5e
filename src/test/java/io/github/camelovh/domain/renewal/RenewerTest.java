// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.Credentials;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.ScriptedTransport;
import io.github.camelovh.domain.api.Transport.Lost;
import io.github.camelovh.domain.api.Transport.Request;
import io.github.camelovh.domain.api.Transport.Result;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.order.Budget;
import io.github.camelovh.domain.order.LiveHoldings;
import io.github.camelovh.domain.order.OrderSettings;
import io.github.camelovh.domain.order.Orders;
import io.github.camelovh.domain.order.PurchaseJournal;
import io.github.camelovh.domain.renewal.RenewalOutcome.Ordered;
import io.github.camelovh.domain.renewal.RenewalOutcome.Refused;
import io.github.camelovh.domain.renewal.RenewalOutcome.UnderWay;
import io.github.camelovh.domain.renewal.RenewalOutcome.Unfinished;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** An account with one name, and orders that may include it. */
class RenewerTest {
    private static final DomainName NAME = DomainName.of("example.fr");
    private static final LocalDate EXPIRY = LocalDate.of(2024, 1, 10);
    private static final Money PRICE = Money.of("8.39 EUR");
    private static final RenewalRun.Sent SENT = new RenewalRun.Sent(Instant.ofEpochSecond(1_700_000_000), PRICE);

    /** An order of the account. */
    private record Bill(String text, String action, String price, String status) {
        static Bill renewal(String name) {
            return new Bill(name + " renewal", "renew", "8.39", "notPaid");
        }
    }

    private final Map<Long, Bill> orders = new TreeMap<>();
    private final List<String> calls = new ArrayList<>();
    private final ScriptedTransport transport = new ScriptedTransport(this::answer);
    private final OvhApi api = transport.api(new Credentials.PersonalToken("a-token"));
    private final List<RenewalRun.Sent> noted = new ArrayList<>();
    private boolean lost;
    private boolean arrives = true;
    private int listsFail;
    private Bill lateOrder;
    private Instant now = Instant.ofEpochSecond(1_700_000_000);

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private final Orders renewals = new Orders(
            api,
            OrderSettings.of("FR"),
            PurchaseJournal.none(),
            Budget.unlimited(),
            new LiveHoldings(api),
            clock,
            time -> now = now.plus(time));
    private final Renewer renewer =
            new Renewer(api, new Renewals(api), renewals, new RenewalTurns(), time -> now = now.plus(time));

    private Result answer(Request request) {
        String path = request.url().replaceFirst("^.*/(1\\.0|v1)", "").replaceFirst("\\?.*", "");
        String call = request.method() + " " + path;
        calls.add(call);
        String[] parts = path.split("/", -1);
        if (call.startsWith("GET /me/order/")) {
            return order(Long.parseLong(parts[3]), path.replaceFirst("/me/order/\\d+", ""));
        }
        switch (call) {
            case "GET /domain/example.fr/serviceInfos":
                if (lateOrder != null) {
                    orders.put(100L, lateOrder);
                }
                return json("{\"serviceId\":77,\"expiration\":\"2024-01-10\",\"renew\":{\"automatic\":false}}");
            case "GET /domain/example.fr":
                return json("{\"domain\":\"example.fr\",\"state\":\"restorable\"}");
            case "GET /service/77/renew":
                return json("[{\"renewPeriod\":\"P1Y\",\"strategies\":[{\"services\":[77],\"price\":"
                        + "{\"value\":6.99,\"currencyCode\":\"EUR\"},\"servicesDetails\":[]}]}]");
            case "POST /service/77/renew":
                return renew(new String(request.body(), StandardCharsets.UTF_8));
            case "GET /me/order":
                if (listsFail-- > 0) {
                    return ScriptedTransport.json(403, "{\"message\":\"no\"}");
                }
                // Only the orders of the last hour are read without an end.
                return json(
                        request.url().contains("date.to")
                                ? "[]"
                                : orders.keySet().toString());
            case "GET /me/payment/method":
                return json("[5]");
            default:
                return path.endsWith("/pay") ? json("null") : ScriptedTransport.json(404, "{\"message\":\"no\"}");
        }
    }

    private Result order(long id, String rest) {
        Bill bill = orders.get(id);
        switch (rest) {
            case "":
                return json("{\"orderId\":" + id + ",\"priceWithTax\":" + price(bill.price()) + "}");
            case "/status":
                return json("\"" + bill.status() + "\"");
            case "/details":
                return json("[1]");
            case "/details/1":
                return json("{\"orderDetailId\":1,\"domain\":\"*001\",\"description\":\"" + bill.text() + "\"}");
            default:
                return json("{\"order\":{\"action\":" + bill.action().transform(RenewerTest::quoted) + "}}");
        }
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "null" : "\"" + text + "\"";
    }

    private static String price(String value) {
        return "{\"value\":" + value + ",\"currencyCode\":\"EUR\"}";
    }

    private Result renew(String body) {
        boolean dry = body.contains("\"dryRun\":true");
        if (!dry) {
            calls.add("ordered");
            if (arrives) {
                orders.put(100L, Bill.renewal("example.fr"));
            }
        }
        return dry || !lost
                ? json("{\"orderId\":" + (dry ? "null" : "100") + ",\"priceWithTax\":" + price("8.39")
                        + ",\"priceWithoutTax\":" + price("6.99") + "}")
                : new Lost("connection reset", null);
    }

    private static Result json(String text) {
        return ScriptedTransport.json(200, text);
    }

    private RenewalRun run(RenewalRun.Sent before) {
        return new RenewalRun(Budget.unlimited(), before, offered -> Optional.empty(), noted::add);
    }

    private RenewalOutcome renew(RenewalRun run, Long... acknowledged) throws InterruptedException {
        return renewer.renew(new RenewalWish(NAME, EXPIRY, "P1Y", null, Set.of(acknowledged)), run);
    }

    private long ordered() {
        return calls.stream().filter("ordered"::equals).count();
    }

    private List<String> payments() {
        return calls.stream().filter(call -> call.endsWith("/pay")).toList();
    }

    @Test
    void aRestorableNameIsQuotedAsSuch() {
        now = Instant.parse("2024-02-20T10:00:00Z");
        RenewalWish wish = new RenewalWish(NAME, EXPIRY, "P1Y", null, Set.of());

        assertThat(renewer.quote(wish))
                .isInstanceOfSatisfying(RenewalQuote.Offered.class, offered -> assertThat(offered.restores())
                        .isTrue());
        now = Instant.parse("2024-01-09T10:00:00Z");
        calls.clear();
        assertThat(renewer.quote(wish))
                .isInstanceOfSatisfying(RenewalQuote.Offered.class, offered -> assertThat(offered.restores())
                        .isFalse());
        assertThat(calls).as("no call more for a name that has not expired").doesNotContain("GET /domain/example.fr");
    }

    @Test
    void isNotedBeforeItIsSentAndPaidAfter() throws InterruptedException {
        RenewalOutcome outcome = renew(run(null));

        assertThat(outcome).isEqualTo(new Ordered(100, PRICE, true));
        assertThat(noted).containsExactly(SENT);
        assertThat(payments()).containsExactly("POST /me/order/100/pay");
    }

    @Test
    void nothingIsSentThatCouldNotBeNoted() {
        RenewalRun refused = new RenewalRun(Budget.unlimited(), null, offered -> Optional.empty(), sent -> {
            throw new IllegalStateException("another worker has it");
        });

        assertThatThrownBy(() -> renew(refused)).hasMessage("another worker has it");
        assertThat(ordered()).isZero();
    }

    @Test
    void whatWasNotApprovedIsNotOrdered() throws InterruptedException {
        RenewalRun objecting = new RenewalRun(
                Budget.unlimited(), null, offered -> Optional.of("it costs " + offered.withTax()), noted::add);

        assertThat(renew(objecting)).isEqualTo(new Refused(List.of("it costs 8.39 EUR")));
        assertThat(noted).isEmpty();
        assertThat(ordered()).isZero();
    }

    @Test
    void everyOrderThatMayBeItsRenewalStandsInTheWayUntilItIsAcknowledged() throws InterruptedException {
        orders.put(41L, new Bill("example.fr - .fr - 12 months", "", "8.39", "delivered"));
        orders.put(42L, Bill.renewal("example.fr"));

        assertThat(renew(run(null), 42L)).isInstanceOfSatisfying(UnderWay.class, way -> assertThat(way.orderId())
                .isEqualTo(41));
        assertThat(ordered()).isZero();
        assertThat(renew(run(null), 41L, 42L)).isInstanceOf(Ordered.class);
    }

    @Test
    void anOrderForSomethingElseOrOfAnotherNameDoesNot() throws InterruptedException {
        orders.put(40L, new Bill("example.fr - .fr - 12 months", "installation", "8.39", "delivered"));
        orders.put(41L, Bill.renewal("www.example.fr"));
        orders.put(42L, Bill.renewal("example.free"));
        orders.put(43L, new Bill("example.fr renewal", "renew", "8.39", "cancelled"));

        assertThat(renew(run(null))).isInstanceOf(Ordered.class);
    }

    @Test
    void aLostAnswerIsFoundAmongTheOrders() throws InterruptedException {
        lost = true;

        assertThat(renew(run(null))).isEqualTo(new Ordered(100, PRICE, true));
        assertThat(ordered()).isEqualTo(1);
    }

    @Test
    void anAcknowledgedOrderIsNeitherTakenForItNorPaid() throws InterruptedException {
        orders.put(42L, Bill.renewal("example.fr"));
        lost = true;
        arrives = false;

        assertThat(renew(run(null), 42L)).isInstanceOf(Unfinished.class);
        assertThat(payments()).isEmpty();
        assertThat(ordered()).isEqualTo(1);
    }

    @Test
    void afterARestartItIsLookedForAndNeverSentAgain() throws InterruptedException {
        assertThat(renew(run(SENT))).isInstanceOf(Unfinished.class);
        orders.put(100L, Bill.renewal("example.fr"));

        assertThat(renew(run(SENT))).isEqualTo(new Ordered(100, PRICE, true));
        assertThat(ordered()).isZero();
        assertThat(noted).isEmpty();
    }

    @Test
    void aDayLaterNoOrderMeansThatThereIsNone() throws InterruptedException {
        RenewalOutcome first = renew(run(SENT));
        assertThat(first).isInstanceOfSatisfying(Unfinished.class, unfinished -> assertThat(unfinished.settledFrom())
                .isEqualTo(SENT.at().plus(Duration.ofDays(1))));
        assertThat(ordered()).isZero();

        now = SENT.at().plus(Duration.ofDays(1));
        assertThat(renew(run(SENT))).isEqualTo(new Ordered(100, PRICE, true));
        assertThat(ordered()).isEqualTo(1);
        assertThat(noted).as("it is noted anew before it is sent").hasSize(1);
    }

    /** The state after a kill between order and payment that no run continued in time. */
    @Test
    void anOrderThatDiedUnpaidIsNoneAndIsOrderedOnceMore() throws InterruptedException {
        orders.put(42L, new Bill("example.fr renewal", "renew", "8.39", "cancelled"));
        now = SENT.at().plus(Duration.ofDays(15));

        assertThat(renew(run(SENT))).isEqualTo(new Ordered(100, PRICE, true));
        assertThat(ordered()).isEqualTo(1);
        assertThat(payments()).containsExactly("POST /me/order/100/pay");
    }

    @Test
    void aListThatCannotBeReadSettlesNothing() throws InterruptedException {
        now = SENT.at().plus(Duration.ofDays(2));
        listsFail = 10;

        assertThat(renew(run(SENT))).isInstanceOf(Unfinished.class);
        assertThat(ordered()).isZero();
    }

    @Test
    void anOrderThatAppearsAtTheLastMomentIsTheOne() throws InterruptedException {
        now = SENT.at().plus(Duration.ofDays(2));
        lateOrder = Bill.renewal("example.fr");

        assertThat(renew(run(SENT))).isEqualTo(new Ordered(100, PRICE, true));
        assertThat(ordered()).isZero();
    }

    @Test
    void aDayLaterItIsOrderedOnlyIfNoPersonIsToSaySo() throws InterruptedException {
        Renewer careful = new Renewer(
                api,
                new Renewals(api),
                new Orders(
                        api,
                        OrderSettings.of("FR").checkingOutAgain(OrderSettings.CheckoutAgain.NEVER),
                        PurchaseJournal.none(),
                        Budget.unlimited(),
                        new LiveHoldings(api),
                        clock,
                        time -> now = now.plus(time)),
                new RenewalTurns(),
                time -> now = now.plus(time));
        now = SENT.at().plus(Duration.ofDays(3));

        assertThat(careful.renew(new RenewalWish(NAME, EXPIRY, "P1Y", null, Set.of()), run(SENT)))
                .isInstanceOfSatisfying(Unfinished.class, unfinished -> assertThat(unfinished.settledFrom())
                        .isNull());
        assertThat(ordered()).isZero();
    }

    @Test
    void anOrderAtAnotherPriceIsNotPaid() throws InterruptedException {
        orders.put(100L, new Bill("example.fr renewal", "renew", "83.90", "notPaid"));

        assertThat(renew(run(SENT))).isEqualTo(new Ordered(100, Money.of("83.90 EUR"), false));
        assertThat(payments()).isEmpty();
    }

    @Test
    void theOrdersOfOtherNamesThatItMadeAreNotReadAgain() throws InterruptedException {
        orders.put(100L, Bill.renewal("example.org"));
        renewals.made(100, DomainName.of("example.org"));

        renewer.quote(new RenewalWish(NAME, EXPIRY, "P1Y", Money.of("10 EUR"), Set.of()));

        assertThat(calls).noneMatch(call -> call.contains("/me/order/100"));
    }

    @Test
    void waitsForTheHorizonBeforeItSaysThatNothingIsKnown() throws InterruptedException {
        lost = true;
        arrives = false;

        renew(run(null));

        assertThat(Duration.between(SENT.at(), now)).isGreaterThanOrEqualTo(Duration.ofSeconds(45));
    }
}
