// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.order.FakeShop.Fault;
import io.github.camelovh.domain.order.PurchaseOutcome.Failed;
import io.github.camelovh.domain.order.PurchaseOutcome.Ordered;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A purchase whose cart was filled, emptied or checked out by somebody else meanwhile. */
class ChangedCartTest {
    private final World world = new World();
    private final FakeShop shop = world.shop;

    private PurchaseOutcome buy(Purchase purchase) {
        return world.orders().create(purchase);
    }

    @Test
    void anotherNameInItsCartIsTakenOutAndNotBoughtAlong() {
        shop.breakRouteForLong("GET /order/cart/{}/checkout", Fault.RATE_LIMITED);
        assertThat(buy(World.wish())).isInstanceOf(Failed.class);
        shop.mend();
        FakeShop.FakeItem foreign = FakeShop.FakeItem.of("other.fr", "P1Y");
        shop.carts.values().iterator().next().items.put(77L, foreign);

        assertThat(buy(World.wish())).isInstanceOf(Ordered.class);

        assertThat(shop.orders.values()).extracting(order -> order.domain).containsExactly("example.fr");
        assertThat(shop.called("DELETE /order/cart/{}/item/{}")).isEqualTo(1);
    }

    @Test
    void aCartThatWasCheckedOutBeforeItCouldBeThrownAwayIsFound() {
        shop.ineligible.put("example.fr", "Field \"city\" is required");
        shop.beforeCartIsDeleted = () -> {
            FakeShop.FakeOrder order = new FakeShop.FakeOrder();
            order.id = 900;
            order.domain = "example.fr";
            order.status = "delivering";
            order.price = new BigDecimal("8.39");
            shop.orders.put(order.id, order);
            shop.carts.values().iterator().next().orderId = order.id;
        };

        PurchaseOutcome outcome = buy(World.wish());

        assertThat(outcome).isInstanceOf(Ordered.class);
        assertThat(((Ordered) outcome).orderId()).isEqualTo(900);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCartInDoubtIsNotUsedAfterARestartEither(boolean deletionWasNoted) {
        shop.breakRoute("POST /order/cart/{}/domain", Fault.LATE);
        world.journal.crashAt(3, deletionWasNoted);
        assertThatThrownBy(() -> buy(World.approvedWish())).isInstanceOf(FakeShop.Crash.class);

        assertThat(buy(World.approvedWish())).isInstanceOf(Ordered.class);

        assertThat(shop.sold("example.fr")).isEqualTo(1);
        assertThat(shop.called("DELETE /order/cart/{}")).isEqualTo(1);
    }

    @Test
    void aCartInDoubtIsNotUsedForAnotherRequestEither() {
        shop.breakRoute("POST /order/cart/{}/domain", Fault.LATE);
        shop.beforeCartIsDeleted = () -> shop.breakRouteForLong("DELETE /order/cart/{}", Fault.RATE_LIMITED);
        assertThat(buy(World.approvedWish())).isInstanceOf(Failed.class);
        shop.beforeCartIsDeleted = () -> {};
        shop.mend();

        assertThat(buy(Purchase.of(PurchaseAction.CREATE, World.NAME, "P2Y").withConfiguration(World.CONFIGURATION)))
                .isInstanceOf(Ordered.class);

        assertThat(shop.sold("example.fr")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_BEFORE_EFFECT", "LOST_AFTER_EFFECT"})
    void aCartThatWasEmptiedAfterItsCheckoutIsFilledAgainAlsoWithoutAnAnswer(Fault fault) {
        shop.breakRoute("POST /order/cart/{}/checkout", Fault.CRASH_BEFORE);
        assertThatThrownBy(() -> buy(World.wish())).isInstanceOf(FakeShop.Crash.class);
        shop.carts.values().iterator().next().items.clear();
        shop.breakRoute("POST /order/cart/{}/domain", fault);

        assertThat(buy(World.wish())).isInstanceOf(Ordered.class);

        assertThat(shop.sold("example.fr")).isEqualTo(1);
    }

    /** The price of the second dry run is that of both items. */
    @Test
    void aPriceWithATwinThatWasTakenOutIsReadAgain() {
        shop.breakRoute("POST /order/cart/{}/checkout", Fault.LOST_BEFORE_EFFECT);
        Purchase limited = World.wish().withMaxPrice(Money.of("8.39 EUR"));
        FakeShop.FakeItem twin = FakeShop.FakeItem.of("example.fr", "P2Y");
        shop.beforeRoute(
                "GET /order/cart/{}/summary",
                () -> shop.beforeRoute("GET /order/cart/{}/checkout", () -> {
                    shop.carts.values().iterator().next().items.put(9_000_000_000L, twin);
                    shop.breakRoute("DELETE /order/cart/{}/item/{}", Fault.CRASH_AFTER);
                }));
        assertThatThrownBy(() -> buy(limited)).isInstanceOf(FakeShop.Crash.class);

        assertThat(buy(limited)).isInstanceOf(Ordered.class);

        assertThat(shop.sold("example.fr")).isEqualTo(1);
    }

    @Test
    void aCartThatSomebodyFilledTwiceIsEmptiedOfTheSecond() {
        shop.breakRouteForLong("GET /order/cart/{}/checkout", Fault.RATE_LIMITED);
        assertThat(buy(World.approvedWish())).isInstanceOf(Failed.class);
        shop.mend();
        FakeShop.FakeCart cart = shop.carts.values().iterator().next();
        cart.items.put(9_000_000_000L, FakeShop.FakeItem.of("example.fr", "P1Y"));

        assertThat(world.runTillDone(World.wish())).isInstanceOf(Ordered.class);
        assertThat(shop.sold("example.fr")).isEqualTo(1);
    }
}
