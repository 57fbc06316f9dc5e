// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanCodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"K7QF-3M2P", "k7qf-3m2p", "K7QF3M2P", " k7qf3m2p "})
    void isReadHoweverItIsTyped(String typed) {
        assertThat(PlanCode.read(typed)).contains(new PlanCode("K7QF-3M2P"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "K7QF",
                "K7QF-3M2",
                "K7QF-3M2PP",
                "K7-QF3M2P",
                "K7QF-3M2O",
                "K7QF-3M21",
                "3986494823fd35aa",
                "-"
            })
    void isNothingElse(String typed) {
        assertThat(PlanCode.read(typed)).isEmpty();
    }

    @Test
    void isRandomAndHasNoCharactersThatLookAlike() {
        SecureRandom random = new SecureRandom();

        assertThat(IntStream.range(0, 2_000)
                        .mapToObj(each -> PlanCode.random(random).text()))
                .doesNotHaveDuplicates()
                .allSatisfy(text -> assertThat(PlanCode.read(text)).contains(new PlanCode(text)))
                .noneMatch(text -> text.matches(".*[01BILOSUVZ].*"));
        assertThatThrownBy(() -> new PlanCode("k7qf3m2p")).isInstanceOf(IllegalArgumentException.class);
    }
}
