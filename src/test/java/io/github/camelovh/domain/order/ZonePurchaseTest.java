// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.order.FakeShop.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is special for a zone; the tests for names also show its behaviour after failures. */
class ZonePurchaseTest {

    private static final Map<String, String> CONFIGURATION = Map.of("zone", "example.fr", "template", "minimized");
    private static final String CHECKOUT = "POST /order/cart/{}/checkout";

    private final World world = new World();

    private PurchaseOutcome order() {
        return world.orders().create(World.zoneWish());
    }

    @Test
    void ordersAFreeZoneAndChecksThatItIsFree() {
        assertThat(order())
                .isInstanceOfSatisfying(PurchaseOutcome.Ordered.class, ordered -> assertThat(ordered.priceWithTax())
                        .isEqualTo(Money.zero("EUR")));

        assertThat(world.shop.calls)
                .containsExactly(
                        "GET /domain/zone",
                        "GET /me/task/dns",
                        "POST /order/cart",
                        "POST /order/cart/{}/assign",
                        "GET /order/cart",
                        "GET /order/cart/{}/dns",
                        "POST /order/cart/{}/dns",
                        "GET /order/cart/{}/item/{}/requiredConfiguration",
                        "POST /order/cart/{}/item/{}/configuration",
                        "POST /order/cart/{}/item/{}/configuration",
                        "GET /order/cart/{}/checkout",
                        CHECKOUT);
        assertThat(world.shop.orders.values()).singleElement().satisfies(order -> {
            assertThat(order.zone).isTrue();
            assertThat(order.configuration).isEqualTo(CONFIGURATION);
        });
        assertThat(world.shop.carts.values()).singleElement().satisfies(cart -> assertThat(cart.description)
                .isEqualTo("camel-ovh-domain zone example.fr"));
    }

    @Test
    void refusesAZoneThatCostsMoreThanAllowed() {
        world.shop.zonePrice = new BigDecimal("1.00");

        assertThat(order())
                .isInstanceOfSatisfying(PurchaseOutcome.Refused.class, refused -> assertThat(refused.sentence())
                        .contains("1.20 EUR with tax, more than the limit of 0.00 EUR"));
        assertThat(world.shop.orders).isEmpty();
        assertThat(world.shop.carts).isEmpty();

        Purchase dearer = World.zoneWish().withMaxPrice(Money.of("1.20 EUR"));
        world.budget.limit = Money.of("1.19 EUR");
        assertThat(world.orders().create(dearer)).isInstanceOf(PurchaseOutcome.Refused.class);
        world.budget.limit = Money.of("1.20 EUR");
        assertThat(world.orders().create(dearer)).isInstanceOf(PurchaseOutcome.Ordered.class);
        assertThat(world.budget.spent.values()).containsExactly(Money.of("1.20 EUR"));
    }

    @Test
    void ordersNothingThatIsThereOrComing() {
        assertThat(order()).isInstanceOf(PurchaseOutcome.Ordered.class);
        world.journal.wipe();
        assertThat(order())
                .isInstanceOfSatisfying(PurchaseOutcome.UnderWay.class, underWay -> assertThat(underWay.text())
                        .contains("ZoneCreate"));

        world.shop.ownedZones.add("example.fr");
        assertThat(order()).isInstanceOf(PurchaseOutcome.AlreadyOwned.class);
        assertThat(world.shop.sold("example.fr")).isEqualTo(1);
    }

    @Test
    void isAnotherPurchaseThanThatOfTheName() {
        assertThat(order()).isInstanceOf(PurchaseOutcome.Ordered.class);
        assertThat(world.orders().create(World.wish())).isInstanceOf(PurchaseOutcome.Ordered.class);

        assertThat(world.shop.orders.values()).extracting(order -> order.zone).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void takesTheOrderOfTheNameForNoEvidenceOfTheZoneAndTheReverse() {
        for (Purchase lost : new Purchase[] {World.zoneWish(), World.wish()}) {
            World other = new World();
            other.shop.tasksShow = false;
            Purchase found = lost.action() == PurchaseAction.ZONE ? World.wish() : World.zoneWish();
            other.shop.breakRoute(CHECKOUT, Fault.CRASH_BEFORE);
            assertThatThrownBy(() -> other.orders().create(lost)).isInstanceOf(FakeShop.Crash.class);
            other.shop.carts.clear();
            assertThat(other.orders(PurchaseJournal.none()).create(found)).isInstanceOf(PurchaseOutcome.Ordered.class);

            assertThat(other.orders().create(lost)).isInstanceOf(PurchaseOutcome.Unfinished.class);

            // When its own order is visible, that is the one.
            other.shop.orders.values().forEach(order -> order.zone = !order.zone);
            assertThat(other.orders().create(lost)).isInstanceOf(PurchaseOutcome.Ordered.class);
            assertThat(other.shop.orders).hasSize(1);
        }
    }

    @Test
    void takesAnItemOutThatIsForAnotherZone() {
        world.shop.breakRoute("GET /order/cart/{}/checkout", Fault.CRASH_BEFORE);
        assertThatThrownBy(this::order).isInstanceOf(FakeShop.Crash.class);
        FakeShop.FakeCart cart = world.shop.carts.values().iterator().next();
        cart.items.values().forEach(item -> item.configurations
                .values()
                .forEach(set -> set[1] = set[1].replace("example", "other")));
        world.journal.wipe();

        assertThat(world.orders().resume(World.zoneWish())).isInstanceOf(PurchaseOutcome.Ordered.class);

        assertThat(world.shop.orders.values()).singleElement().satisfies(order -> assertThat(order.configuration)
                .isEqualTo(CONFIGURATION));
    }

    @Test
    void takesANameOutOfTheCartOfAZone() {
        world.shop.breakRoute("GET /order/cart/{}/checkout", Fault.CRASH_BEFORE);
        assertThatThrownBy(this::order).isInstanceOf(FakeShop.Crash.class);
        world.shop.carts.values().forEach(cart -> cart.items.put(1L, FakeShop.FakeItem.of("example.fr", "P1Y")));

        assertThat(order()).isInstanceOf(PurchaseOutcome.Ordered.class);

        assertThat(world.shop.orders.values()).singleElement().satisfies(order -> assertThat(order.zone)
                .isTrue());
    }

    @Test
    void tellsTheItemItsNameEvenWhereNothingIsListed() {
        world.shop.zoneRequired.clear();

        assertThat(order()).isInstanceOf(PurchaseOutcome.Ordered.class);
        assertThat(world.shop.orders.values()).singleElement().satisfies(order -> assertThat(order.configuration)
                .isEqualTo(CONFIGURATION));
    }

    @Test
    void takesThePriceOfTheInstallationForTheWishedTime() {
        Quote quote = world.orders().quote(World.zoneWish());
        assertThat(quote.orderable()).isTrue();
        assertThat(quote.priceWithTax()).isEqualTo(Money.zero("EUR"));
        assertThat(world.orders().quoteByDryRun(World.zoneWish())).isEqualTo(quote);
        assertThat(world.shop.orders).isEmpty();

        Purchase forTwo = Purchase.of(PurchaseAction.ZONE, World.NAME, "P2Y");
        assertThat(world.orders().quote(forTwo).remarks())
                .singleElement()
                .asString()
                .contains("is sold for");
        assertThat(world.orders().create(forTwo)).isInstanceOf(PurchaseOutcome.Refused.class);
    }

    @Test
    void waitsUntilTheZoneIsThere() throws InterruptedException {
        assertThat(world.orders().awaitZone(World.NAME, Duration.ofMinutes(1))).isFalse();
        world.shop.beforeCall(world.shop.calls.size() + 2, () -> world.shop.ownedZones.add("example.fr"));
        assertThat(world.orders().awaitZone(World.NAME, Duration.ofMinutes(1))).isTrue();
    }

    @Test
    void cannotBeConfiguredAsAnotherZone() {
        assertThatThrownBy(() -> World.zoneWish().withConfiguration(Map.of("zone", "other.fr")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be configured as other.fr");
        assertThat(World.zoneWish()
                        .withConfiguration(Map.of("template", "basic"))
                        .configuration())
                .containsEntry("template", "basic")
                .containsEntry("zone", "example.fr");
    }
}
