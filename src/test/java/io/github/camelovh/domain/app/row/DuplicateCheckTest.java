// SPDX-License-Identifier: Apache-2.0
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
