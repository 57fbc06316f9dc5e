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
