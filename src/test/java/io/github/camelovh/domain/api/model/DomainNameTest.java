// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {
    @Test
    void normalisesWhatPeopleType() {
        DomainName name = DomainName.of(" Example.CO.uk. ");
        assertThat(name.ascii()).isEqualTo("example.co.uk");
        assertThat(name.extension()).isEqualTo("co.uk");
        assertThat(DomainName.of("xn--caf-dma.fr").unicode()).isEqualTo("café.fr");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fr",
                "a..fr",
                "-a.fr",
                "a-.fr",
                "a_b.fr",
                "café.fr",
                "ab--c.fr",
                "1.2.3.4",
                "a b.fr",
                "../x.fr"
            })
    void refusesWhatIsNoName(String text) {
        assertThatThrownBy(() -> DomainName.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void moneyIsExactAndNeverMixed() {
        assertThat(Money.of("8.390 EUR")).isEqualTo(Money.of("8.39 EUR")).hasToString("8.39 EUR");
        assertThat(Money.of("2 EUR").plus(Money.of("0.1 EUR"))).hasToString("2.10 EUR");
        assertThatThrownBy(() -> Money.of("1 EUR").compareTo(Money.of("1 USD")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new AuthCode("s3cret").toString()).isEqualTo("***");
    }
}
