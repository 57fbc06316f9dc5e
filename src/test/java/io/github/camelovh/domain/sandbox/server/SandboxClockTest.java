// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SandboxClockTest {
    private static final Instant START = Instant.parse("2026-04-01T08:00:00Z");

    private final SandboxClock clock = new SandboxClock(Clock.fixed(START, ZoneOffset.UTC));
    private final List<String> fired = new ArrayList<>();

    @Test
    void firesWhatFallsDueInOrderAndAtItsOwnTime() {
        clock.own("task", data -> fired.add(data.asText() + " " + clock.now()));
        clock.scheduleIn(Duration.ofSeconds(9), "task", text("later"));
        clock.scheduleIn(Duration.ofSeconds(2), "task", text("sooner"));
        clock.scheduleIn(Duration.ofSeconds(2), "task", text("same time, made after"));
        clock.scheduleIn(Duration.ofSeconds(11), "task", text("not yet"));

        clock.advance(Duration.ofSeconds(10));

        assertThat(fired)
                .containsExactly(
                        "sooner 2026-04-01T08:00:02Z",
                        "same time, made after 2026-04-01T08:00:02Z",
                        "later 2026-04-01T08:00:09Z");
        assertThat(clock.now()).isEqualTo(START.plusSeconds(10));
    }

    @Test
    void reckonsWhatATimerSchedulesFromTheTimersOwnTime() {
        clock.own("step", data -> {
            fired.add(clock.now().toString());
            clock.scheduleIn(Duration.ofSeconds(4), "step", data);
        });
        clock.scheduleIn(Duration.ofSeconds(1), "step", text("x"));

        clock.advance(Duration.ofSeconds(10));

        assertThat(fired).containsExactly("2026-04-01T08:00:01Z", "2026-04-01T08:00:05Z", "2026-04-01T08:00:09Z");
    }

    @Test
    void refusesATimerThatNobodyOwns() {
        assertThatThrownBy(() -> clock.scheduleIn(Duration.ZERO, "nobody", text("x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void canBeSetBackWithoutFiringAgain() {
        clock.own("task", data -> fired.add(data.asText()));
        clock.scheduleIn(Duration.ofSeconds(1), "task", text("once"));
        clock.set(START.plusSeconds(5));
        clock.set(START.minusSeconds(5));
        clock.set(START.plusSeconds(5));

        assertThat(fired).containsExactly("once");
    }

    private static JsonNode text(String text) {
        return TextNode.valueOf(text);
    }
}
