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

import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.order.FakeShop.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every exchange of a purchase goes wrong in every way, and the process dies at every write of its journal. */
class PurchaseFaultsTest {

    record Case(int call, String route, Fault fault, boolean wipedJournal) {
        @Override
        public String toString() {
            return call + " " + route + " " + fault + (wipedJournal ? ", journal lost" : "");
        }
    }

    static Stream<Case> everyExchangeInEveryWay() {
        World clean = new World();
        clean.desk().create(World.wish());
        List<Case> cases = new ArrayList<>();
        for (int call = 0; call < clean.shop.calls.size(); call++) {
            for (Fault fault : Fault.values()) {
                cases.add(new Case(call, clean.shop.calls.get(call), fault, false));
                if (fault == Fault.CRASH_BEFORE || fault == Fault.CRASH_AFTER) {
                    cases.add(new Case(call, clean.shop.calls.get(call), fault, true));
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
            outcome = world.desk().create(World.wish());
        } catch (FakeShop.Crash crash) {
            if (c.wipedJournal()) {
                world.journal.wipe();
                world.shop.tasksShow = false;
            }
            outcome = world.runTillDone(World.wish());
        }

        long sold = world.shop.sold("example.fr");
        if (outcome instanceof PurchaseOutcome.Ordered ordered) {
            assertThat(sold).isEqualTo(1);
            assertThat(world.shop.orders).containsOnlyKeys(ordered.orderId());
            assertThat(world.shop.orders.get(ordered.orderId()).configuration).isEqualTo(World.CONFIGURATION);
            assertThat(ordered.priceWithTax()).isEqualTo(Money.of("8.39 EUR"));
            assertThat(world.budget.spent.values()).containsExactly(Money.of("8.39 EUR"));
        } else {
            assertThat(outcome).isInstanceOfAny(PurchaseOutcome.Refused.class, PurchaseOutcome.Failed.class);
            assertThat(c.fault()).as("only a no ends a purchase").isEqualTo(Fault.REFUSED);
            assertThat(sold).isZero();
            assertThat(world.budget.spent).isEmpty();
        }
        assertThat(world.budget.reserved).isEmpty();

        PurchaseOutcome again = world.runTillDone(World.wish());
        assertThat(again).isInstanceOf(PurchaseOutcome.Ordered.class);
        assertThat(world.shop.sold("example.fr")).isEqualTo(1);
    }

    static Stream<Case> everyWriteOfTheJournal() {
        World clean = new World();
        clean.desk().create(World.wish());
        List<Case> cases = new ArrayList<>();
        for (int entry = 0; entry < clean.journal.entries(); entry++) {
            cases.add(new Case(entry, "journal", Fault.CRASH_BEFORE, false));
            cases.add(new Case(entry, "journal", Fault.CRASH_AFTER, false));
            cases.add(new Case(entry, "journal", Fault.CRASH_AFTER, true));
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("everyWriteOfTheJournal")
    void sellsOnceWhenTheProcessDiesAtItsJournal(Case c) {
        World world = new World();
        world.journal.crashAt(c.call(), c.fault() == Fault.CRASH_AFTER);
        try {
            world.desk().create(World.wish());
        } catch (FakeShop.Crash crash) {
            if (c.wipedJournal()) {
                world.journal.wipe();
                world.shop.tasksShow = false;
            }
        }
        PurchaseOutcome outcome = world.runTillDone(World.wish());

        assertThat(outcome).isInstanceOf(PurchaseOutcome.Ordered.class);
        assertThat(world.shop.sold("example.fr")).isEqualTo(1);
        assertThat(world.shop.orders.values().iterator().next().configuration).isEqualTo(World.CONFIGURATION);
        assertThat(world.budget.reserved).isEmpty();
        assertThat(world.budget.spent.values()).containsExactly(Money.of("8.39 EUR"));
    }
}
