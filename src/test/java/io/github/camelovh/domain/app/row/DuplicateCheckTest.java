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
package io.github.camelovh.domain.app.row;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DuplicateCheckTest {
    private final DuplicateCheck check = new DuplicateCheck();

    @Test
    void tellsTheLineOfTheFirst() {
        for (int i = 1; i <= 50_000; i++) {
            assertThat(check.earlierLine("order", "name-" + i + ".com", i)).isZero();
        }
        for (int i = 1; i <= 50_000; i++) {
            assertThat(check.earlierLine("order", "name-" + i + ".com", 99_999)).isEqualTo(i);
        }
    }

    @Test
    void tellsActionsApart() {
        assertThat(check.earlierLine("order", "a.com", 2)).isZero();
        assertThat(check.earlierLine("lock", "a.com", 3)).isZero();
        assertThat(check.earlierLine("lock", "a.com", 4)).isEqualTo(3);
    }

    @Test
    void forgetsNewNamesBeyondItsBoundButKeepsTheOld() {
        for (int i = 1; i <= 2_000_000; i++) {
            check.earlierLine("order", "n" + i, i);
        }

        assertThat(check.earlierLine("order", "late", 2_000_001)).isZero();
        assertThat(check.earlierLine("order", "late", 2_000_002)).isZero();
        assertThat(check.earlierLine("order", "n1", 2_000_003)).isEqualTo(1);
    }
}
