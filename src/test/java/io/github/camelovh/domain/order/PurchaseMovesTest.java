/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.order.FakeShop.Fault;
import io.github.camelovh.domain.order.OrderSettings.CheckoutAgain;
import io.github.camelovh.domain.order.OrderSettings.Payment;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A long campaign of trouble: no undeclared move is taken, and nothing is sold twice. */
class PurchaseMovesTest {

    @Test
    void takesOnlyDeclaredMovesAndSellsAtMostOnceWhateverHappens() {
        for (int seed = 0; seed < 800; seed++) {
            campaign(new Random(seed));
        }
        assertThat(MovesTaken.all())
                .contains("CHECK_OUT -> RECONCILE", "RECONCILE -> DRY_RUN", "READ_ORDER -> FIND_CARTS");
    }

    @Test
    void nothingFollowsAnEnd() {
        for (PurchaseStep step : PurchaseStep.values()) {
            assertThat(PurchaseMoves.after(step).isEmpty()).as(step.name()).isEqualTo(step.isEnd());
        }
    }

    private static void campaign(Random random) {
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
        for (int run = 0; run < 8; run++) {
            Fault fault = List.of(Fault.values()).get(random.nextInt(Fault.values().length));
            if (random.nextInt(4) == 0) {
                world.journal.crashAt(world.journal.entries() + random.nextInt(8), random.nextBoolean());
            } else {
                world.shop.breakCall(world.shop.calls.size() + random.nextInt(20), fault);
            }
            disturb(world, random);
            Purchase wish = random.nextBoolean() ? World.approvedWish() : World.wish();
            if (random.nextInt(12) == 0) {
                wish = wish.withMaxPrice(Money.of("2 EUR"));
            }
            try {
                PurchaseJournal journal = random.nextInt(6) == 0 ? PurchaseJournal.none() : world.journal;
                world.desk(journal).create(wish);
            } catch (FakeShop.Crash | OvhApiException e) {
                world.clock.pass(Duration.ofSeconds(random.nextInt(90)));
            }
            assertThat(world.shop.sold("example.fr")).isLessThanOrEqualTo(1);
        }
    }

    private static OrderSettings settings(OrderSettings settings, Random random) {
        OrderSettings set = random.nextInt(3) == 0 ? settings.payingBy(Payment.NAMED_METHOD, 7L) : settings;
        return random.nextInt(4) == 0 ? set.checkingOutAgain(CheckoutAgain.NEVER) : set;
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
            case 2 -> shop.prices.put("example.fr", new BigDecimal("5.00"));
            case 3 -> shop.answersPay = !shop.answersPay;
            case 4 -> open.forEach(cart -> cart.items.clear());
            case 5 -> {
                for (FakeShop.FakeCart cart : open) {
                    FakeShop.FakeItem twin = new FakeShop.FakeItem();
                    twin.domain = "example.fr";
                    twin.duration = random.nextBoolean() ? "P1Y" : "P2Y";
                    twin.mode = "create-default";
                    cart.items.put(9_000_000_000L + random.nextInt(1000), twin);
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
