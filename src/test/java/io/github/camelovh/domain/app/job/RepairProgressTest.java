// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RepairProgressTest {
    private static final String STEP = "{\"handedAt\":1}";

    @Test
    void keepsTheStepOfAKindOfChangeApartFromWhatRepairsRemember() {
        RepairProgress memo =
                RepairProgress.of(null).atStep(STEP).ofTask(7).trying("mark", 5).done();

        RepairProgress read = RepairProgress.of(memo.json());

        assertThat(read).isEqualTo(memo);
        assertThat(read.step()).isEqualTo(STEP);
        assertThat(read.supplied("sealed", false).step()).isEqualTo(STEP);
        assertThat(read.supplied("sealed", false).tries()).isEmpty();
        assertThat(read.latest())
                .hasValueSatisfying(last -> assertThat(last.done()).isTrue());
    }
}
