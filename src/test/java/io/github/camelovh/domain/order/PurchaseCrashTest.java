// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.order.FakeShop.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Random crashes and faults, many per purchase, over several names and a zone in a random order. */
class PurchaseCrashTest {

    @Property(tries = 300)
    void eachNameIsSoldOnceWhateverGoesWrongAndWhen(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 25) Integer> gaps,
            @ForAll Random random,
            @ForAll boolean tasksShow) {
        World world = new World();
        world.shop.tasksShow = tasksShow;
        List<String> all = List.of("a.fr", "b.fr", "zone.fr");
        List<String> open = new ArrayList<>(all);
        int next = 0;
        String last = "";
        List<String> forAPerson = new ArrayList<>();
        for (int run = 0; !open.isEmpty(); run++) {
            assertThat(run).as("runs until all are done, the last: %s", last).isLessThan(60);
            if (next < gaps.size()) {
                List<Fault> harmful = List.of(
                        Fault.CRASH_BEFORE,
                        Fault.CRASH_AFTER,
                        Fault.LOST_BEFORE_EFFECT,
                        Fault.LOST_AFTER_EFFECT,
                        Fault.BUSY_503,
                        Fault.BUSY_503_AFTER_EFFECT);
                if (random.nextInt(4) == 0) {
                    world.journal.crashAt(world.journal.entries() + gaps.get(next) % 8, random.nextBoolean());
                } else {
                    world.shop.breakCall(
                            world.shop.calls.size() + gaps.get(next), harmful.get(random.nextInt(harmful.size())));
                }
                next++;
            }
            String name = open.get(random.nextInt(open.size()));
            DomainName domain = DomainName.of(name);
            Purchase purchase = name.startsWith("zone")
                    ? Purchase.of(PurchaseAction.ZONE, domain, "P1Y")
                    : Purchase.of(PurchaseAction.CREATE, domain, "P1Y").withConfiguration(World.CONFIGURATION);
            try {
                PurchaseOutcome outcome = world.orders().create(purchase);
                last = outcome.toString();
                if (outcome instanceof PurchaseOutcome.Ordered) {
                    open.remove(name);
                } else if (last.contains("(2 sent)")) {
                    // Both checkouts that are ever sent were lost: a person must check, and the money stays reserved.
                    assertThat(world.shop.sold(name)).isZero();
                    open.remove(name);
                    forAPerson.add(name);
                }
            } catch (FakeShop.Crash crash) {
                world.clock.pass(Duration.ofSeconds(1));
            }
        }
        for (String name : all) {
            assertThat(world.shop.sold(name)).isEqualTo(forAPerson.contains(name) ? 0 : 1);
        }
        assertThat(world.budget.reserved).hasSize(forAPerson.size());
        assertThat(world.budget.spent).hasSize(3 - forAPerson.size());
    }
}
