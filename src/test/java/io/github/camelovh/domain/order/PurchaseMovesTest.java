// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.order.FakeShop.Fault;
import io.github.camelovh.domain.order.OrderSettings.CheckoutAgain;
import io.github.camelovh.domain.order.OrderSettings.Payment;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Many purchases with failures: no undeclared move is taken, every declared move is taken, and nothing is sold twice.
 */
class PurchaseMovesTest {

    private static final int SEEDS = 1000;

    /** Seeds that take the rarest moves. After a change of the protocol they may miss them: then search for others. */
    private static final int[] RARE = {
        1113, 1172, 1226, 1291, 1366, 1377, 1520, 1584, 1618, 1940, 2166, 2219, 2860, 3901, 6157, 6455, 7331, 9706,
        13336, 16941, 1265, 2276, 2726, 3093, 4296, 5645
    };

    private static final String CONFIGURE = "POST /order/cart/{}/item/{}/configuration";

    private static final List<String> RARELY_BROKEN = List.of(
            "GET /order/cart/{}/domain",
            "GET /order/cart/{}/item",
            "GET /order/cart/{}/item/{}/requiredConfiguration",
            "GET /order/cart/{}/checkout",
            "GET /order/cart",
            "DELETE /order/cart/{}",
            "POST /order/cart/{}/assign",
            "DELETE /order/cart/{}/item/{}",
            "GET /order/cart/{}/item/{}/configuration",
            CONFIGURE,
            "POST /order/cart/{}/checkout",
            "GET /order/cart/{}/summary");

    @Test
    void takesAllDeclaredMovesAndNoOtherAndSellsAtMostOnceWhateverHappens() {
        Set<String> taken = new TreeSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            taken.addAll(campaign(new Random(seed)));
        }
        for (int seed : RARE) {
            taken.addAll(campaign(new Random(seed)));
        }
        for (String route : RARELY_BROKEN.subList(1, 4)) {
            taken.addAll(refusedInACartThatOthersClosed(route));
        }
        taken.addAll(refillingStopsAt("GET /order/cart/{}/item", "POST /order/cart/{}/domain", Fault.CRASH_AFTER));
        taken.addAll(refillingStopsAt("GET /order/cart/{}/item/{}/configuration", CONFIGURE, Fault.CRASH_BEFORE));
        for (String route : List.of(
                "POST /order/cart/{}/domain",
                "GET /order/cart/{}/item/{}/requiredConfiguration",
                CONFIGURE,
                "GET /order/cart/{}/checkout",
                "POST /order/cart/{}/checkout",
                "DELETE /order/cart/{}/item/{}")) {
            taken.addAll(refillingStopsAt(route, null, null));
        }
        taken.addAll(offersRefusedWhileOthersBuy());
        taken.addAll(twinCannotBeTakenOut());
        taken.addAll(othersTakeTwinsOut());
        taken.addAll(othersEmptyAnAdoptedCart());
        taken.addAll(aFilledCartIsConfirmed());
        taken.addAll(refillingIsNotAnsweredAndCheckoutNamesNoPrice());
        taken.addAll(noneOfManyCartsCanBeThrownAway());
        Set<String> declared = new TreeSet<>();
        for (PurchaseStep step : PurchaseStep.values()) {
            PurchaseMoves.after(step).forEach(next -> declared.add(step + " -> " + next));
        }
        assertThat(taken).as("only declared moves are taken").isSubsetOf(declared);
        declared.removeAll(taken);
        assertThat(declared).as("declared moves that nothing took").isEmpty();
    }

    @Test
    void nothingFollowsAnEnd() {
        assertThat(PurchaseStep.values())
                .filteredOn(step -> PurchaseMoves.after(step).isEmpty())
                .containsExactly(
                        PurchaseStep.ORDERED,
                        PurchaseStep.OWNED,
                        PurchaseStep.UNDER_WAY,
                        PurchaseStep.REFUSED,
                        PurchaseStep.FAILED,
                        PurchaseStep.UNFINISHED);
    }

    private static Set<String> refusedInACartThatOthersClosed(String route) {
        World world = new World();
        world.shop.tasksShow = false;
        boolean listing = route.equals("GET /order/cart/{}/item");
        if (listing) {
            dies(world, "POST /order/cart/{}/domain", Fault.CRASH_AFTER);
            world.journal.wipe(); // so that its cart is that of somebody else
        }
        world.shop.beforeRoute(route, () -> {
            world.clock.pass(Duration.ofSeconds(1)); // so that our cart is the older one
            world.orders(PurchaseJournal.none()).create(World.wish());
            world.shop.breakRoute(route, Fault.REFUSED);
        });
        assertThat(world.orders().create(World.wish())).isInstanceOf(PurchaseOutcome.Ordered.class);
        assertThat(world.shop.sold("example.fr")).isEqualTo(1);
        return world.moves;
    }

    private static Set<String> offersRefusedWhileOthersBuy() {
        World world = new World();
        world.shop.tasksShow = false;
        world.shop.breakRoute("GET /order/cart/{}/domain", Fault.REFUSED);
        world.shop.beforeCall(5, () -> {
            world.clock.pass(Duration.ofSeconds(1)); // so that our cart is the older one
            world.orders(PurchaseJournal.none()).create(World.approvedWish());
        });
        assertThat(world.orders().create(World.wish())).isInstanceOf(PurchaseOutcome.Ordered.class);
        assertThat(world.shop.sold("example.fr")).isEqualTo(1);
        return world.moves;
    }

    private static Set<String> twinCannotBeTakenOut() {
        World world = new World();
        world.shop.breakRouteForLong("GET /order/cart/{}/checkout", Fault.RATE_LIMITED);
        assertThat(world.orders().create(World.wish())).isInstanceOf(PurchaseOutcome.Failed.class);
        world.shop.mend();
        world.shop.carts.values().iterator().next().items.put(1L, FakeShop.FakeItem.of("example.fr", "P2Y"));
        world.shop.breakRouteForLong("DELETE /order/cart/{}/item/{}", Fault.RATE_LIMITED);
        assertThat(world.orders().create(World.wish())).isInstanceOf(PurchaseOutcome.Failed.class);
        assertThat(world.shop.orders).isEmpty();
        world.shop.mend();
        assertThat(world.orders().create(World.wish())).isInstanceOf(PurchaseOutcome.Ordered.class);
        assertThat(world.shop.sold("example.fr")).isEqualTo(1);
        return world.moves;
    }

    private static Set<String> othersTakeTwinsOut() {
        World world = new World();
        world.shop.breakRouteForLong("GET /order/cart/{}/checkout", Fault.RATE_LIMITED);
        assertThat(world.orders().create(World.wish())).isInstanceOf(PurchaseOutcome.Failed.class);
        world.shop.mend();
        Map<Long, FakeShop.FakeItem> items =
                world.shop.carts.values().iterator().next().items;
        items.put(1L, FakeShop.FakeItem.of("example.fr", "P2Y"));
        items.put(2L, FakeShop.FakeItem.of("example.fr", "P3Y"));
        items.put(3L, FakeShop.FakeItem.of("example.fr", "P4Y"));
        world.shop.beforeRoute(
                "DELETE /order/cart/{}/item/{}",
                () -> world.shop.beforeRoute(
                        "DELETE /order/cart/{}/item/{}", () -> items.keySet().removeIf(id -> id < 4)));
        assertThat(world.orders().create(World.wish())).isInstanceOf(PurchaseOutcome.Ordered.class);
        assertThat(world.shop.sold("example.fr")).isEqualTo(1);
        return world.moves;
    }

    private static Set<String> othersEmptyAnAdoptedCart() {
        World world = new World();
        dies(world, CONFIGURE, Fault.CRASH_AFTER);
        world.journal.wipe();
        Map<Long, FakeShop.FakeItem> items =
                world.shop.carts.values().iterator().next().items;
        world.shop.beforeRoute("GET /order/cart/{}/item/{}/configuration", items::clear);
        assertThat(world.orders().create(World.wish())).isInstanceOf(PurchaseOutcome.Ordered.class);
        assertThat(world.shop.sold("example.fr")).isEqualTo(1);
        return world.moves;
    }

    /** Earlier builds left carts that may hold items, and that no list has confirmed. */
    private static Set<String> aFilledCartIsConfirmed() {
        World world = new World();
        dies(world, "POST /order/cart/{}/assign", Fault.CRASH_BEFORE);
        PurchaseFacts facts =
                world.journal.find(World.wish().key()).orElseThrow().facts();
        world.journal.seed(
                World.wish().key(),
                PurchaseStep.ASSIGN_CART,
                facts.sure().with(facts.cart().doubted()));
        assertThat(world.orders().create(World.wish())).isInstanceOf(PurchaseOutcome.Ordered.class);
        assertThat(world.shop.sold("example.fr")).isEqualTo(1);
        return world.moves;
    }

    private static Set<String> refillingIsNotAnsweredAndCheckoutNamesNoPrice() {
        World world = new World();
        dies(world, "POST /order/cart/{}/checkout", Fault.CRASH_BEFORE);
        world.shop.carts.values().iterator().next().items.clear();
        world.shop.breakRoute("POST /order/cart/{}/domain", Fault.LOST_AFTER_EFFECT);
        world.shop.beforeCheckout = () -> world.shop.namesNoPrices = true;
        assertThat(world.orders().create(World.wish())).isInstanceOf(PurchaseOutcome.Ordered.class);
        return world.moves;
    }

    /** A checkout that never arrived, and then somebody emptied the cart, so that it must be filled again. */
    private static Set<String> refillingStopsAt(String route, String diesFirst, Fault death) {
        World world = new World();
        dies(world, "POST /order/cart/{}/checkout", Fault.CRASH_BEFORE);
        FakeShop.FakeCart cart = world.shop.carts.values().iterator().next();
        if (route.startsWith("DELETE")) {
            cart.items.put(9_000_000_000L, FakeShop.FakeItem.of("example.fr", "P1Y"));
        } else {
            cart.items.clear();
        }
        if (diesFirst != null) {
            dies(world, diesFirst, death);
        }
        world.shop.breakRouteForLong(route, Fault.RATE_LIMITED);
        assertThat(world.orders().create(World.wish())).isInstanceOf(PurchaseOutcome.Unfinished.class);
        assertThat(world.shop.orders).isEmpty();
        world.shop.mend();
        assertThat(world.orders().create(World.wish())).isInstanceOf(PurchaseOutcome.Ordered.class);
        assertThat(world.shop.sold("example.fr")).isEqualTo(1);
        return world.moves;
    }

    private static void dies(World world, String route, Fault death) {
        world.shop.breakRoute(route, death);
        assertThatThrownBy(() -> world.orders().create(World.wish())).isInstanceOf(FakeShop.Crash.class);
    }

    private static Set<String> noneOfManyCartsCanBeThrownAway() {
        World world = new World();
        for (int i = 0; i < 9; i++) {
            FakeShop.FakeCart cart = new FakeShop.FakeCart();
            cart.id = "cart-" + i;
            cart.description = World.wish().key().text();
            cart.expire = "2026-05-01T10:00:00Z";
            cart.assigned = true;
            world.shop.carts.put(cart.id, cart);
        }
        world.shop.breakRouteForLong("DELETE /order/cart/{}", Fault.BUSY_503);
        assertThat(world.orders().resume(World.wish()))
                .isInstanceOfSatisfying(PurchaseOutcome.Failed.class, failed -> assertThat(failed.retryable())
                        .isTrue());
        return world.moves;
    }

    private static Set<String> campaign(Random random) {
        World world = new World();
        world.settings = settings(world.settings, random);
        world.shop.tasksShow = random.nextBoolean();
        world.shop.summaryForgets = random.nextInt(4) == 0;
        if (random.nextInt(10) == 0) {
            world.shop.modes.put("example.fr", "create-premium");
        }
        if (random.nextInt(12) == 0) {
            world.budget.limit = Money.of("1 EUR");
        }
        if (random.nextInt(20) == 0) {
            world.shop.owned.add("example.fr");
        }
        if (random.nextInt(8) == 0) {
            world.shop.required.clear();
        }
        for (int run = 0; run < 8; run++) {
            world.shop.mend();
            Fault fault = oneOf(List.of(Fault.values()), random);
            int call = world.shop.calls.size() + random.nextInt(20);
            switch (random.nextInt(10)) {
                case 0, 1 -> world.journal.crashAt(world.journal.entries() + random.nextInt(8), random.nextBoolean());
                case 2 -> world.shop.breakCallsFrom(call, fault);
                case 3, 4, 5 -> world.shop.breakRoute(oneOf(RARELY_BROKEN, random), fault);
                case 6 -> world.shop.breakRouteForLong(oneOf(RARELY_BROKEN, random), fault);
                default -> world.shop.breakCall(call, fault);
            }
            if (random.nextInt(3) == 0) {
                world.shop.beforeCall(world.shop.calls.size() + random.nextInt(20), () -> meddle(world, random));
            }
            disturb(world, random);
            Purchase wish = random.nextBoolean() ? World.approvedWish() : World.wish();
            if (random.nextInt(12) == 0) {
                wish = wish.withMaxPrice(Money.of("2 EUR"));
            }
            try {
                PurchaseJournal journal = random.nextInt(6) == 0 ? PurchaseJournal.none() : world.journal;
                world.orders(journal).create(wish);
            } catch (FakeShop.Crash | OvhApiException e) {
                world.clock.pass(Duration.ofSeconds(random.nextInt(90)));
            }
            assertThat(world.shop.sold("example.fr")).isLessThanOrEqualTo(1);
        }
        return world.moves;
    }

    private static <T> T oneOf(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    private static OrderSettings settings(OrderSettings settings, Random random) {
        OrderSettings set = random.nextInt(3) == 0 ? settings.payingBy(Payment.NAMED_METHOD, 7L) : settings;
        return random.nextInt(4) == 0 ? set.checkingOutAgain(CheckoutAgain.NEVER) : set;
    }

    /** What others do during a run. */
    private static void meddle(World world, Random random) {
        FakeShop shop = world.shop;
        switch (random.nextInt(4)) {
            case 0 -> shop.carts.values().removeIf(cart -> cart.orderId == null);
            case 1 -> shop.prices.put("example.fr", new BigDecimal(random.nextBoolean() ? "6.50" : "7.50"));
            default -> world.orders(PurchaseJournal.none()).create(World.wish());
        }
    }

    /** What others do to the account between two runs. */
    private static void disturb(World world, Random random) {
        FakeShop shop = world.shop;
        List<FakeShop.FakeCart> open = shop.carts.values().stream()
                .filter(cart -> cart.orderId == null)
                .toList();
        switch (random.nextInt(12)) {
            case 0 -> shop.carts.values().removeIf(cart -> cart.orderId == null);
            case 1 -> shop.orders.values().forEach(order -> order.status = "cancelled");
            case 2 -> shop.prices.put("example.fr", new BigDecimal(random.nextBoolean() ? "5.00" : "7.50"));
            case 3 -> shop.answersPay = !shop.answersPay;
            case 4 -> open.forEach(cart -> cart.items.clear());
            case 5 -> {
                for (FakeShop.FakeCart cart : open) {
                    FakeShop.FakeItem twin = FakeShop.FakeItem.of("example.fr", random.nextBoolean() ? "P1Y" : "P2Y");
                    if (random.nextBoolean()) {
                        World.CONFIGURATION.forEach((label, value) ->
                                twin.configurations.put((long) label.length(), new String[] {label, value}));
                    }
                    if (random.nextInt(3) == 0) {
                        cart.items.clear();
                    }
                    cart.items.put(
                            (random.nextBoolean() ? 9_000_000_000L : 1_000_000_000L) + random.nextInt(1000), twin);
                }
            }
            case 6 ->
                open.forEach(cart -> cart.items
                        .values()
                        .forEach(item -> item.configurations.put(1L, new String[] {"OWNER_LEGAL_AGE", "false"})));
            default -> {}
        }
    }
}
