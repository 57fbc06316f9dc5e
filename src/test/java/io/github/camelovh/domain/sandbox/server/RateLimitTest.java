// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {
    private long nanos;

    @Test
    void slidesItsWindowPerKey() {
        RateLimit limit = RateLimit.of("2/s", () -> nanos);
        assertThat(limit.refusal("a")).isEmpty();
        nanos += Duration.ofMillis(600).toNanos();
        assertThat(limit.refusal("a")).isEmpty();
        assertThat(limit.refusal("a")).hasValue(1);
        assertThat(limit.refusal("b")).isEmpty();

        nanos += Duration.ofMillis(400).toNanos();

        assertThat(limit.refusal("a")).isEmpty();
        assertThat(limit.refusal("a")).hasValue(1);
    }

    @Test
    void tellsTheSecondsUntilTheOldestCallLeavesTheWindow() {
        RateLimit limit = RateLimit.of("1/min", () -> nanos);
        limit.refusal("a");
        nanos += Duration.ofMillis(10_500).toNanos();

        assertThat(limit.refusal("a")).hasValue(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "60", "60/day", "0/s", "-1/s", "fast"})
    void refusesWhatItDoesNotUnderstand(String text) {
        assertThatThrownBy(() -> RateLimit.of(text, () -> nanos))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("60/min");
    }
}
