// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.model.DomainName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class SnapshotHoldingsTest {

    private final World world = new World();
    private final SnapshotHoldings holdings = new SnapshotHoldings(world.api(), Duration.ofMinutes(5), world.clock);

    @Test
    void manyThreadsTakeOnePicture() throws Exception {
        world.shop.owned.add("mine.fr");
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> jobs = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                jobs.add(() -> holdings.owns(DomainName.of("mine.fr")));
            }
            for (var owned : pool.invokeAll(jobs)) {
                assertThat(owned.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(world.shop.called("GET /domain")).isEqualTo(1);
    }

    @Test
    void takesAnotherPictureWhenTheFirstIsTooOld() {
        assertThat(holdings.owns(DomainName.of("new.fr"))).isFalse();
        world.shop.owned.add("new.fr");
        assertThat(holdings.owns(DomainName.of("new.fr"))).isFalse();
        world.clock.pass(Duration.ofMinutes(5));
        assertThat(holdings.owns(DomainName.of("new.fr"))).isTrue();
    }

    @Test
    void looksAgainSoonForANameThatWasOrdered() {
        assertThat(holdings.owns(World.NAME)).isFalse();
        holdings.ordered(World.NAME, 42);
        world.shop.owned.add(World.NAME.ascii());
        assertThat(holdings.owns(World.NAME)).as("at once").isFalse();
        world.clock.pass(Duration.ofSeconds(30));

        assertThat(holdings.owns(World.NAME)).isTrue();
        assertThat(world.shop.called("GET /domain")).isEqualTo(2);
    }

    @Test
    void knowsOpenTasks() {
        world.orders().create(World.wish());
        assertThat(holdings.underWay(World.NAME))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("DomainCreate, todo").contains("nothing was ordered"));
        assertThat(holdings.underWay(DomainName.of("other.fr"))).isEmpty();
    }

    @Test
    void believesWhatItIsToldSoonerThanItsPicture() {
        assertThat(holdings.underWay(World.NAME)).isEmpty();
        holdings.ordered(World.NAME, 42);
        assertThat(holdings.underWay(World.NAME))
                .hasValueSatisfying(text -> assertThat(text).contains("order 42"));
        world.clock.pass(Duration.ofHours(2));
        holdings.owns(World.NAME);
        assertThat(holdings.underWay(World.NAME)).isEmpty();
    }
}
