// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.model.BillingOrderDetail;
import io.github.camelovh.domain.api.model.DomainName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderLineTest {
    private static final DomainName CAFE = DomainName.of("xn--caf-dma.fr");

    private static OrderLine line(String description) {
        return OrderLine.of(7, new BillingOrderDetail(1, false, description, "DURATION", null, "1", null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xn--caf-dma.fr",
                "Renouvellement de café.fr, 1 an",
                "Renewal of CAFÉ.FR.",
                "(cafe\u0301.fr)", // the accent as a character of its own
                "one.com and café.fr"
            })
    void findsANameInAsciiAndInUnicode(String description) {
        assertThat(line(description).names(CAFE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cafe.fr", "mon-café.fr", "café.fr.com", "décafé.fr", "café", "un café. fr"})
    void takesNoOtherNameForIt(String description) {
        assertThat(line(description).names(CAFE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"élan-one.com", "one.com.br", "1one.com"})
    void takesNoPartOfAWordForAName(String description) {
        assertThat(line(description).names(DomainName.of("one.com"))).isFalse();
    }
}
