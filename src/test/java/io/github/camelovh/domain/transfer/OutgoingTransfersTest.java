// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.model.DomainName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutgoingTransfersTest {
    @ParameterizedTest
    @CsvSource({"example.uk, true", "example.co.uk, true", "example.uk.com, false", "uk.example.org, false"})
    void onlyNamesOfTheBritishRegistryMoveByTag(String name, boolean byTag) {
        assertThat(OutgoingTransfers.movesByTag(DomainName.of(name))).isEqualTo(byTag);
    }
}
