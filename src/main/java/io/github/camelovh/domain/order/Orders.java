// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhServerFaultException;
import io.github.camelovh.domain.api.OvhUnknownOutcomeException;
import io.github.camelovh.domain.api.Sleeper;
import io.github.camelovh.domain.api.model.BillingOrder;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Offer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Prices, orders and pays names and zones. Thread-safe. Closing it deletes its cart for prices, but leaves purchases
 * and the API alone.
 *
 * <p>Every method that calls OVHcloud throws {@link OvhApiException}. {@link #create} and {@link #resume} throw it only
 * when the keys or their rights are not sufficient: every other result is a {@link PurchaseOutcome}.
 */
public final class Orders implements AutoCloseable {

    private final OvhApi api;
    private final OrderSettings settings;
    private final PurchaseJournal journal;
    private final Clock clock;
    private final ServerTime time;
    private final Sleeper sleeper;
    private final CartCalls carts;
    private final OrderCalls orders;
    private final RecentOrders recent;
    private final EarlierOrder earlier;
    private final PlanningCart planning;
    private final DryRun dryRun;
    private final Holdings holdings;
    private final Holdings zones;
    private final PurchaseRunner nameRunner;
    private final PurchaseRunner zoneRunner;
    private final PurchaseRunner tradeRunner;
    private final Set<PurchaseKey> running = ConcurrentHashMap.newKeySet();

    public Orders(
            OvhApi api,
            OrderSettings settings,
            PurchaseJournal journal,
            Budget budget,
            Holdings holdings,
            Clock clock,
            Sleeper sleeper) {
        this(api, settings, journal, budget, holdings, clock, sleeper, (from, into) -> {});
    }

    Orders(
            OvhApi api,
            OrderSettings settings,
            PurchaseJournal journal,
            Budget budget,
            Holdings holdings,
            Clock clock,
            Sleeper sleeper,
            BiConsumer<PurchaseStep, PurchaseStep> moves) {
        this.api = api;
        this.settings = settings;
        this.journal = journal;
        this.clock = clock;
        this.sleeper = sleeper;
        this.carts = new CartCalls(api::send);
        this.orders = new OrderCalls(api::send);
        this.time = new ServerTime(clock, api.clock());
        this.recent = new RecentOrders(orders, time, journal);
        this.earlier =
                new EarlierOrder(new CartSearch(carts, orders, settings, time), orders, settings, journal, holdings);
        this.planning = new PlanningCart(carts, settings, time);
        this.dryRun = new DryRun(carts, settings, time);
        this.holdings = holdings;
        this.zones = new ZoneHoldings(api);
        this.nameRunner = runner(holdings, budget, moves);
        this.zoneRunner = runner(zones, budget, moves);
        this.tradeRunner = runner(new TradeHoldings(api), budget, moves);
    }

    /** The same account and settings, for what has a journal and a budget of its own; to be closed. */
    public Orders with(PurchaseJournal otherJournal, Budget otherBudget) {
        return new Orders(api, settings, otherJournal, otherBudget, holdings, clock, sleeper);
    }

    private PurchaseRunner runner(Holdings holdings, Budget budget, BiConsumer<PurchaseStep, PurchaseStep> moves) {
        return new PurchaseRunner(
                new PurchaseProtocol(settings),
                new PurchaseExecutor(carts, orders, holdings, budget, settings, time),
                journal,
                budget,
                holdings,
                time,
                sleeper,
                moves);
    }

    /** Whether the account has a name already, or an open task or order for it. */
    public Holding holding(DomainName domain) {
        boolean owned = holdings.owns(domain);
        return new Holding(owned, owned ? null : holdings.underWay(domain).orElse(null));
    }

    /** All offers for a name, from the shared cart for prices. */
    public List<Offer> check(DomainName domain) {
        return planning.offers(domain);
    }

    /** What the purchase would cost, from its offer and the account's tax rate: one call, a few more the first time. */
    public Quote quote(Purchase purchase) {
        return planning.quote(purchase);
    }

    /**
     * What the purchase would cost and whether its data is eligible, from the dry run of a checkout in a separate cart,
     * which is deleted afterwards: about eight calls. Nothing is ordered.
     */
    public Quote quoteByDryRun(Purchase purchase) {
        Quote offered = planning.quote(purchase);
        return offered.orderable() ? dryRun.of(purchase, offered) : offered;
    }

    /**
     * Buys, at most once per key: continues where the journal ended, or begins. Blocks until the end. After a lost
     * checkout that takes as long as {@link OrderSettings#answerWithin()} and {@link OrderSettings#settle()}.
     */
    public PurchaseOutcome create(Purchase purchase) {
        return run(purchase, false);
    }

    /**
     * Like {@link #create}, but searches for carts with the key before it creates one: for a purchase that was begun
     * elsewhere.
     */
    public PurchaseOutcome resume(Purchase purchase) {
        return run(purchase, true);
    }

    private PurchaseOutcome run(Purchase purchase, boolean searchFirst) {
        if (!running.add(purchase.key())) {
            return new PurchaseOutcome.UnderWay(
                    purchase.domain(), "another thread is buying " + purchase.domain() + " now", null);
        }
        try {
            PurchaseRunner runner =
                    switch (purchase.action()) {
                        case CREATE, TRANSFER -> nameRunner;
                        case ZONE -> zoneRunner;
                        case TRADE -> tradeRunner;
                    };
            PurchaseFacts fresh = PurchaseFacts.about(purchase);
            Optional<PurchaseRecord> record = journal.find(purchase.key());
            if (record.isEmpty()) {
                PurchaseFacts facts = searchFirst ? fresh.with(fresh.cart().searchFirst()) : fresh;
                return earlier.known(purchase, runner.run(purchase, facts));
            }
            PurchaseFacts known = record.get().facts();
            if (known.content().equals(fresh.content())) {
                return runner.run(purchase, known.restarted());
            }
            if (record.get().step().isEndWithoutOrder()) {
                return runner.run(purchase, known.replacedBy(purchase));
            }
            if (known.checkout().attempted() && record.get().step() != PurchaseStep.ORDERED) {
                return new PurchaseOutcome.Unfinished(
                        purchase.domain(),
                        "another request for " + purchase.domain() + " (with another period or configuration) is at"
                                + " step "
                                + record.get().step()
                                + (known.orderId() == null ? "" : " with order " + known.orderId())
                                + ", so it may be ordered already",
                        "It was not ordered again; run it with its original period and configuration, or check the"
                                + " orders since " + known.checkout().startedAt(),
                        false,
                        known.orderId(),
                        null,
                        null);
            }
            return new PurchaseOutcome.Refused(
                    purchase.domain(),
                    List.of("the key \"" + purchase.key()
                            + "\" is used by another request (with another period or configuration), which is at step "
                            + record.get().step() + (known.orderId() == null ? "" : " with order " + known.orderId())
                            + "; nothing was ordered: finish or withdraw that request first"),
                    known.orderId());
        } finally {
            running.remove(purchase.key());
        }
    }

    /**
     * Pays an order, once. If the answer is lost, the order's status decides.
     *
     * @param methodId see {@code GET /me/payment/method}; null uses the preferred one
     * @throws IllegalArgumentException when no method was given and there is no preferred one
     */
    public void pay(long orderId, Long methodId) {
        long method = methodId == null ? preferredMethod(orderId) : methodId;
        try {
            orders.pay(orderId, method);
        } catch (OvhUnknownOutcomeException | OvhServerFaultException e) {
            if (orders.status(orderId).unpaid()) {
                throw e;
            }
        }
    }

    /**
     * Pays an order as the settings say.
     *
     * @return false if the settings leave the payment to a person
     * @throws IllegalArgumentException as for {@link #pay}
     */
    public boolean payAsSet(long orderId) {
        if (settings.payment() == OrderSettings.Payment.NONE) {
            return false;
        }
        pay(orderId, settings.paymentMethodId());
        return true;
    }

    private long preferredMethod(long orderId) {
        List<Long> ids = orders.preferredMethods();
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("this account has no preferred payment method, so order " + orderId
                    + " was not paid: give a method, or set one as preferred");
        }
        return ids.get(0);
    }

    /**
     * The orders since {@code from} that may renew this name and were not cancelled, the latest first: all orders with
     * the name, unless OVHcloud says that they are for something else. The first name needs several calls for every
     * order in that period, each further name one call and those of new orders.
     *
     * @param from by OVHcloud's clock ({@link #now})
     */
    public List<Long> renewing(DomainName name, Instant from) {
        return recent.renewing(name, from);
    }

    /** Records that an order was created for this name, so that it need not be read for other names. */
    public void made(long orderId, DomainName name) {
        recent.made(orderId, name);
    }

    /** An order, one call. */
    public BillingOrder order(long orderId) {
        return orders.order(orderId);
    }

    /** OVHcloud's time. */
    public Instant now() {
        return time.asked();
    }

    /**
     * Whether something that left no trace may be ordered again without a person ({@link OrderSettings#checkoutAgain}).
     */
    public boolean mayOrderAgain() {
        return settings.checkoutAgain() != OrderSettings.CheckoutAgain.NEVER;
    }

    /** How long after an order without an answer "not seen" means "did not happen". */
    public Duration horizon() {
        return settings.horizon();
    }

    /** How often a status is read while it is awaited. */
    public Duration pollEvery() {
        return settings.pollEvery();
    }

    /** The status of an order, one call. */
    public OrderStatus status(long orderId) {
        return orders.status(orderId);
    }

    /**
     * Waits until the order will not change any more.
     *
     * @param atMost after this time the current status is returned; zero or less reads once
     * @throws InterruptedException when the thread is interrupted
     */
    public OrderStatus await(long orderId, Duration atMost) throws InterruptedException {
        return await(() -> orders.status(orderId), OrderStatus::ended, atMost);
    }

    /**
     * Waits until a zone is in the account, which is the delivery of an order for a zone.
     *
     * @param atMost after this time the current result is returned; zero or less reads once
     * @return whether it is in the account
     * @throws InterruptedException when the thread is interrupted
     */
    public boolean awaitZone(DomainName zone, Duration atMost) throws InterruptedException {
        return await(() -> zones.owns(zone), there -> there, atMost);
    }

    private <T> T await(Supplier<T> question, Predicate<T> ended, Duration atMost) throws InterruptedException {
        Instant until = clock.instant().plus(atMost);
        while (true) {
            T answer = question.get();
            Duration left = Duration.between(clock.instant(), until);
            if (ended.test(answer) || left.isNegative() || left.isZero()) {
                return answer;
            }
            sleeper.sleep(settings.pollEvery().compareTo(left) < 0 ? settings.pollEvery() : left);
        }
    }

    @Override
    public void close() {
        planning.close();
    }
}
