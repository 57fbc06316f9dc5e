// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.order.FakeShop.Fault;
import io.github.camelovh.domain.order.OrderSettings.Payment;
import io.github.camelovh.domain.order.PurchaseOutcome.Ordered;
import io.github.camelovh.domain.order.PurchaseOutcome.Unfinished;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From a journal record at each step, with each possible state of the shop, there is one order at the end. */
class PurchaseResumeTest {

    /** Where the earlier process stops: at the call of each step that makes one. */
    private static final Map<PurchaseStep, String> CALLS = calls();

    /** What happens to the shop between the earlier process and the next. */
    enum Meanwhile {
        NOTHING,
        OTHERS_BUY,
        OPEN_CARTS_VANISH,
        ORDER_IS_CANCELLED
    }

    record Case(PurchaseStep step, Fault death, Meanwhile meanwhile) {}

    private static Map<PurchaseStep, String> calls() {
        Map<PurchaseStep, String> calls = new LinkedHashMap<>();
        calls.put(PurchaseStep.LOOK_AT_HOLDINGS, "GET /domain/example.fr");
        calls.put(PurchaseStep.FIND_CARTS, "GET /order/cart");
        calls.put(PurchaseStep.CREATE_CART, "POST /order/cart");
        calls.put(PurchaseStep.ASSIGN_CART, "POST /order/cart/{}/assign");
        calls.put(PurchaseStep.DISCARD_CART, "DELETE /order/cart/{}");
        calls.put(PurchaseStep.ASK_OFFERS, "GET /order/cart/{}/domain");
        calls.put(PurchaseStep.LIST_ITEMS, "GET /order/cart/{}/item");
        calls.put(PurchaseStep.ADD_ITEM, "POST /order/cart/{}/domain");
        calls.put(PurchaseStep.DISCARD_ITEM, "DELETE /order/cart/{}/item/{}");
        calls.put(PurchaseStep.READ_REQUIREMENTS, "GET /order/cart/{}/item/{}/requiredConfiguration");
        calls.put(PurchaseStep.LIST_CONFIGURATION, "GET /order/cart/{}/item/{}/configuration");
        calls.put(PurchaseStep.CONFIGURE, "POST /order/cart/{}/item/{}/configuration");
        calls.put(PurchaseStep.DRY_RUN, "GET /order/cart/{}/checkout");
        calls.put(PurchaseStep.RESERVE, "GET /order/cart/{}/checkout");
        calls.put(PurchaseStep.CHECK_OUT, "POST /order/cart/{}/checkout");
        calls.put(PurchaseStep.RECONCILE, "GET /order/cart/{}/summary");
        calls.put(PurchaseStep.WAIT, "GET /order/cart/{}/summary");
        calls.put(PurchaseStep.PAY, "POST /me/order/{}/pay");
        calls.put(PurchaseStep.READ_ORDER, "GET /me/order/{}/status");
        return calls;
    }

    @Test
    void everyStepThatIsNoEndHasItsCall() {
        assertThat(CALLS.keySet())
                .isEqualTo(Arrays.stream(PurchaseStep.values())
                        .filter(step -> !PurchaseMoves.after(step).isEmpty())
                        .collect(Collectors.toSet()));
    }

    static Stream<Case> everyStepInEveryState() {
        List<Case> cases = new ArrayList<>();
        for (PurchaseStep step : CALLS.keySet()) {
            for (Fault death : List.of(Fault.CRASH_BEFORE, Fault.CRASH_AFTER)) {
                for (Meanwhile meanwhile : Meanwhile.values()) {
                    cases.add(new Case(step, death, meanwhile));
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("everyStepInEveryState")
    void endsWithOneOrder(Case c) {
        World world = stoppedAt(c);
        world.clock.pass(Duration.ofMinutes(1));
        switch (c.meanwhile()) {
            case NOTHING -> {}
            case OTHERS_BUY -> world.orders(PurchaseJournal.none()).create(World.wish());
            case OPEN_CARTS_VANISH -> world.shop.carts.values().removeIf(cart -> cart.orderId == null);
            case ORDER_IS_CANCELLED -> world.shop.orders.values().forEach(order -> order.status = "cancelled");
        }
        world.shop.mend();

        PurchaseOutcome outcome = world.orders().create(World.wish());

        long sold = world.shop.sold("example.fr");
        if (outcome instanceof Ordered) {
            assertThat(sold).isEqualTo(1);
            assertThat(world.budget.reserved).isEmpty();
        } else {
            assertThat(sold).isLessThanOrEqualTo(1);
            assertThat(outcome).isInstanceOf(Unfinished.class);
            assertThat(c.step())
                    .as("only what cannot be known is left to a person: %s", outcome)
                    .isIn(
                            PurchaseStep.CHECK_OUT,
                            PurchaseStep.PAY,
                            PurchaseStep.RECONCILE,
                            PurchaseStep.WAIT,
                            PurchaseStep.READ_ORDER);
            assertThat(world.budget.reserved).isNotEmpty();
        }
    }

    /** A dry run for a second checkout, which did not follow. */
    @Test
    void readsThePriceAgainThatWasReadForACheckoutThatDidNotFollow() {
        World world = new World();
        dies(world, CALLS.get(PurchaseStep.CHECK_OUT), Fault.CRASH_BEFORE);
        PurchaseFacts facts =
                world.journal.find(World.wish().key()).orElseThrow().facts();
        CartPrice price =
                new CartPrice(facts.quote().withoutTax(), facts.quote().withTax());
        Instant later = facts.checkout().lastAt().plusSeconds(1);
        world.journal.seed(
                World.wish().key(),
                PurchaseStep.DRY_RUN,
                facts.with(facts.quote().asked(price, later)));
        world.clock.pass(Duration.ofHours(1));
        world.shop.mend();

        assertThat(world.orders().create(World.wish())).isInstanceOf(Ordered.class);
        assertThat(world.shop.sold("example.fr")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("ends")
    void goesOnFromAnEnd(PurchaseStep end) {
        World world = new World();
        world.orders().create(World.wish());
        PurchaseRecord last = world.journal.find(World.wish().key()).orElseThrow();
        boolean never = Set.of(PurchaseStep.REFUSED, PurchaseStep.FAILED).contains(end);
        if (never) {
            world.shop.orders.clear();
            world.shop.carts.clear();
        }
        PurchaseFacts facts = never ? PurchaseFacts.about(World.wish()) : last.facts();
        world.journal.seed(World.wish().key(), end, facts);

        assertThat(world.orders().create(World.wish())).isInstanceOf(Ordered.class);

        assertThat(world.shop.sold("example.fr")).isEqualTo(1);
    }

    static Stream<PurchaseStep> ends() {
        return Arrays.stream(PurchaseStep.values())
                .filter(step -> PurchaseMoves.after(step).isEmpty());
    }

    /** A world in which a process reached the step and died there; the journal's last record is of that step. */
    private static World stoppedAt(Case c) {
        World world = new World();
        world.shop.tasksShow = false;
        if (c.step() == PurchaseStep.PAY || c.step() == PurchaseStep.READ_ORDER) {
            world.settings = world.settings.payingBy(Payment.NAMED_METHOD, 7L);
        }
        switch (c.step()) {
            case DISCARD_CART -> world.shop.ineligible.put("example.fr", "Field \"city\" is required");
            case LIST_ITEMS, DISCARD_ITEM -> {
                world.shop.breakRouteForLong("GET /order/cart/{}/checkout", Fault.RATE_LIMITED);
                world.orders().create(World.wish());
                world.shop.mend();
                world.shop
                        .carts
                        .values()
                        .forEach(cart -> cart.items.put(1L, FakeShop.FakeItem.of("example.fr", "P2Y")));
            }
            case LIST_CONFIGURATION -> {
                dies(world, CALLS.get(PurchaseStep.CONFIGURE), Fault.CRASH_AFTER);
                world.journal.wipe(); // so that its cart is that of somebody else
            }
            case RECONCILE, WAIT -> dies(world, CALLS.get(PurchaseStep.CHECK_OUT), c.death());
            case READ_ORDER -> dies(world, CALLS.get(PurchaseStep.PAY), c.death());
            default -> {}
        }
        dies(world, CALLS.get(c.step()), c.death());
        world.shop.ineligible.clear();
        PurchaseFacts facts = world.journal
                .find(World.wish().key())
                .map(PurchaseRecord::facts)
                .orElse(PurchaseFacts.about(World.wish()));
        world.journal.seed(World.wish().key(), c.step(), facts);
        return world;
    }

    private static void dies(World world, String route, Fault death) {
        world.shop.breakRoute(route, death);
        try {
            PurchaseOutcome outcome = world.orders().create(World.wish());
            throw new AssertionError("did not die at " + route + ": " + outcome);
        } catch (FakeShop.Crash crash) {
            assertThat(crash).hasMessageContaining(route);
        }
    }
}
