// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LedgerClockTest {
    private static final Instant START = Instant.parse("2026-11-30T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final AtomicReference<Instant> machine = new AtomicReference<>(START);
    private final AtomicLong nanos = new AtomicLong(5);
    private final LedgerClock clock = new LedgerClock(
            new Clock() {
                @Override
                public Instant instant() {
                    return machine.get();
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    throw new UnsupportedOperationException();
                }
            },
            nanos::get);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void goesOnEvenlyWhenTheMachinesIsSet() {
        machine.set(START.plus(HOUR));
        pass(Duration.ofSeconds(7));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(7));
        machine.set(START.minus(HOUR));
        assertThat(clock.withZone(ZoneId.of("Europe/Paris")).instant()).isEqualTo(START.plusSeconds(7));
    }

    @Test
    void followsADatabaseAsFarAsIsCertain() {
        LedgerClock.Mark asked = clock.mark();
        pass(Duration.ofSeconds(3));
        clock.follow(asked, START.plusSeconds(1));
        assertThat(clock.instant())
                .as("it was so late at some moment of the question")
                .isEqualTo(START.plusSeconds(3));
        clock.follow(asked, START.plusSeconds(10));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(10));
        clock.follow(clock.mark(), START.plusSeconds(4));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(4));
    }

    /** As after a pause of the whole machine: each of them finds it an hour behind. */
    @Test
    void manyThreadsThatAskAtOnceMoveItOnce() {
        LedgerClock.Mark one = clock.mark();
        LedgerClock.Mark two = clock.mark();

        clock.follow(one, START.plus(HOUR));
        clock.follow(two, START.plus(HOUR));

        assertThat(clock.instant()).isEqualTo(START.plus(HOUR));
    }

    @Test
    void followsTheMachineForwardOnly() {
        machine.set(START.plus(HOUR));
        clock.followForward();
        assertThat(clock.instant()).isEqualTo(START.plus(HOUR));
        machine.set(START);
        clock.followForward();
        assertThat(clock.instant()).isEqualTo(START.plus(HOUR));
    }
}
