// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.order.FakeShop.Fault;
import io.github.camelovh.domain.order.PurchaseOutcome.Ordered;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody else, without our journal, works on the same purchase or in the same cart. */
class SharedCartTest {

    private final World world = new World();
    private final FakeShop shop = world.shop;

    /** Only the carts can distinguish the two. */
    @BeforeEach
    void hideTasks() {
        shop.tasksShow = false;
    }

    private PurchaseOutcome ours() {
        return world.orders().create(World.wish());
    }

    private PurchaseOutcome theirs() {
        return world.orders(PurchaseJournal.none()).create(World.wish());
    }

    private void oursDiesAt(String route, Fault fault) {
        shop.breakRoute(route, fault);
        assertThatThrownBy(this::ours).isInstanceOf(FakeShop.Crash.class);
    }

    private FakeShop.FakeCart onlyCart() {
        assertThat(shop.carts).hasSize(1);
        return shop.carts.values().iterator().next();
    }

    @Test
    void aCartIsListedAgainOnceItIsAssignedSinceNobodySawItBefore() {
        oursDiesAt("POST /order/cart/{}/assign", Fault.CRASH_BEFORE);
        oursDiesAt("POST /order/cart/{}/assign", Fault.CRASH_BEFORE); // it was searched for and not found
        assertThat(theirs()).isInstanceOf(Ordered.class);

        assertThat(ours()).isInstanceOf(Ordered.class);

        assertThat(shop.sold("example.fr")).isEqualTo(1);
    }

    @Test
    void aCartThatOthersSeeWinsOverOneThatTheyDoNot() {
        oursDiesAt("POST /order/cart/{}/assign", Fault.CRASH_BEFORE);
        world.clock.pass(Duration.ofMinutes(1));
        // Their cart is newer, but only theirs is visible: they must not lose it while they fill it.
        shop.breakRoute("POST /order/cart/{}/domain", Fault.CRASH_BEFORE);
        assertThatThrownBy(this::theirs).isInstanceOf(FakeShop.Crash.class);
        String visible = shop.carts.values().stream()
                .filter(cart -> cart.assigned)
                .findFirst()
                .orElseThrow()
                .id;

        assertThat(ours()).isInstanceOfSatisfying(Ordered.class, ordered -> assertThat(ordered.cartId())
                .isEqualTo(visible));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_AFTER_EFFECT", "BUSY_503_AFTER_EFFECT", "CRASH_AFTER"})
    void anItemThatIsGoneAlreadyNeedNotBeTakenOut(Fault fault) {
        oursDiesAt("GET /order/cart/{}/checkout", Fault.CRASH_BEFORE);
        onlyCart().items.put(9_000_000_000L, FakeShop.FakeItem.of("example.fr", "P1Y"));
        shop.breakRoute("DELETE /order/cart/{}/item/{}", fault);

        assertThat(world.runTillDone(World.wish())).isInstanceOf(Ordered.class);

        assertThat(shop.sold("example.fr")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(value = Emptied.class)
    void anItemThatSomebodyTookOutIsAddedAnew(Emptied when) {
        oursDiesAt(when.route, Fault.CRASH_BEFORE);
        onlyCart().items.clear();

        assertThat(ours()).isInstanceOf(Ordered.class);

        assertThat(shop.sold("example.fr")).isEqualTo(1);
        assertThat(shop.orders.values().iterator().next().configuration).isEqualTo(World.CONFIGURATION);
    }

    private enum Emptied {
        BEFORE_ITS_REQUIREMENTS_WERE_READ("GET /order/cart/{}/item/{}/requiredConfiguration"),
        BEFORE_IT_WAS_CONFIGURED("POST /order/cart/{}/item/{}/configuration"),
        BEFORE_THE_DRY_RUN("GET /order/cart/{}/checkout"),
        BEFORE_THE_CHECKOUT("POST /order/cart/{}/checkout");

        private final String route;

        Emptied(String route) {
            this.route = route;
        }
    }

    /** A spare cart that could not be deleted may be used by somebody else. */
    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"RATE_LIMITED", "BUSY_503", "LOST_BEFORE_EFFECT"})
    void aSpareCartThatCouldNotBeThrownAwayIsLookedAtAgain(Fault fault) {
        oursDiesAt("POST /order/cart/{}/domain", Fault.CRASH_BEFORE);
        FakeShop.FakeCart mine = onlyCart();
        mine.assigned = false;
        shop.breakRoute("POST /order/cart/{}/domain", Fault.CRASH_BEFORE);
        assertThatThrownBy(this::theirs).isInstanceOf(FakeShop.Crash.class);
        mine.assigned = true;
        shop.breakRouteForLong("DELETE /order/cart/{}", fault);
        long listed = shop.called("GET /order/cart");

        assertThat(world.orders(PurchaseJournal.none()).resume(World.wish())).isInstanceOf(Ordered.class);

        assertThat(shop.called("GET /order/cart") - listed).isEqualTo(2);
    }

    @Test
    void anOrderMadeFromOurCartLongBeforeThisRunIsFoundAmongTheOrders() {
        oursDiesAt("GET /order/cart/{}/checkout", Fault.CRASH_BEFORE);
        world.clock.pass(Duration.ofMinutes(2));
        assertThat(theirs()).isInstanceOf(Ordered.class);
        shop.summaryForgets = true;
        world.clock.pass(Duration.ofHours(3));

        assertThat(ours()).isInstanceOf(Ordered.class);

        assertThat(shop.sold("example.fr")).isEqualTo(1);
    }
}
