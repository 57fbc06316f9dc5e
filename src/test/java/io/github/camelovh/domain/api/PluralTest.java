// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PluralTest {
    @Test
    void onlyOneIsSingular() {
        assertThat(Plural.of(0, "row")).isEqualTo("0 rows");
        assertThat(Plural.of(1, "row")).isEqualTo("1 row");
        assertThat(Plural.of(2, "row")).isEqualTo("2 rows");
        assertThat(Plural.of(1, "plan waits", "plans wait")).isEqualTo("1 plan waits");
        assertThat(Plural.of(2, "plan waits", "plans wait")).isEqualTo("2 plans wait");
        assertThat(Plural.word(1, "name")).isEqualTo("name");
        assertThat(Plural.word(1_000, "name")).isEqualTo("names");
    }
}
