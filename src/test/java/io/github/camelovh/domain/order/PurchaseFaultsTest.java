// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.order.FakeShop.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every exchange of a purchase, of a name and of a zone, fails in every way, and the process dies at every write. */
class PurchaseFaultsTest {

    private static final List<Purchase> WISHES = List.of(World.wish(), World.zoneWish());

    record Case(Purchase wish, int call, String route, Fault fault, boolean wipedJournal) {
        Money price() {
            return Money.of(wish.action() == PurchaseAction.ZONE ? "0.00 EUR" : "8.39 EUR");
        }

        @Override
        public String toString() {
            return wish.action() + " " + call + " " + route + " " + fault + (wipedJournal ? ", journal lost" : "");
        }
    }

    static Stream<Case> everyExchangeInEveryWay() {
        List<Case> cases = new ArrayList<>();
        for (Purchase wish : WISHES) {
            World clean = new World();
            clean.orders().create(wish);
            for (int call = 0; call < clean.shop.calls.size(); call++) {
                for (Fault fault : Fault.values()) {
                    cases.add(new Case(wish, call, clean.shop.calls.get(call), fault, false));
                    if (fault == Fault.CRASH_BEFORE || fault == Fault.CRASH_AFTER) {
                        cases.add(new Case(wish, call, clean.shop.calls.get(call), fault, true));
                    }
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("everyExchangeInEveryWay")
    void sellsOnceOrSaysClearlyThatItDidNot(Case c) {
        World world = new World();
        world.shop.breakCall(c.call(), c.fault());
        PurchaseOutcome outcome;
        try {
            outcome = world.orders().create(c.wish());
        } catch (FakeShop.Crash crash) {
            if (c.wipedJournal()) {
                world.journal.wipe();
                world.shop.tasksShow = false;
            }
            outcome = world.runTillDone(c.wish());
        }

        long sold = world.shop.sold("example.fr");
        if (outcome instanceof PurchaseOutcome.Ordered ordered) {
            assertThat(sold).isEqualTo(1);
            assertThat(world.shop.orders).containsOnlyKeys(ordered.orderId());
            assertThat(world.shop.orders.get(ordered.orderId()).configuration)
                    .isEqualTo(c.wish().configuration());
            assertThat(ordered.priceWithTax()).isEqualTo(c.price());
            assertThat(world.budget.spent.values()).containsExactly(c.price());
        } else {
            assertThat(outcome).isInstanceOfAny(PurchaseOutcome.Refused.class, PurchaseOutcome.Failed.class);
            assertThat(c.fault()).as("only a no ends a purchase").isEqualTo(Fault.REFUSED);
            assertThat(sold).isZero();
            assertThat(world.budget.spent).isEmpty();
        }
        assertThat(world.budget.reserved).isEmpty();

        PurchaseOutcome again = world.runTillDone(c.wish());
        assertThat(again).isInstanceOf(PurchaseOutcome.Ordered.class);
        assertThat(world.shop.sold("example.fr")).isEqualTo(1);
    }

    static Stream<Case> everyWriteOfTheJournal() {
        List<Case> cases = new ArrayList<>();
        for (Purchase wish : WISHES) {
            World clean = new World();
            clean.orders().create(wish);
            for (int entry = 0; entry < clean.journal.entries(); entry++) {
                cases.add(new Case(wish, entry, "journal", Fault.CRASH_BEFORE, false));
                cases.add(new Case(wish, entry, "journal", Fault.CRASH_AFTER, false));
                cases.add(new Case(wish, entry, "journal", Fault.CRASH_AFTER, true));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("everyWriteOfTheJournal")
    void sellsOnceWhenTheProcessDiesAtItsJournal(Case c) {
        World world = new World();
        world.journal.crashAt(c.call(), c.fault() == Fault.CRASH_AFTER);
        try {
            world.orders().create(c.wish());
        } catch (FakeShop.Crash crash) {
            if (c.wipedJournal()) {
                world.journal.wipe();
                world.shop.tasksShow = false;
            }
        }
        PurchaseOutcome outcome = world.runTillDone(c.wish());

        assertThat(outcome).isInstanceOf(PurchaseOutcome.Ordered.class);
        assertThat(world.shop.sold("example.fr")).isEqualTo(1);
        assertThat(world.shop.orders.values().iterator().next().configuration)
                .isEqualTo(c.wish().configuration());
        assertThat(world.budget.reserved).isEmpty();
        assertThat(world.budget.spent.values()).containsExactly(c.price());
    }
}
