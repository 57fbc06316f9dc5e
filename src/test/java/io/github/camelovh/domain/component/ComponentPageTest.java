// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ComponentPageTest {

    /** Run {@link ComponentPage} to update the page. */
    @Test
    void holdsTheTablesOfTheCatalogAndOfTheOperations() throws IOException {
        String committed = Files.readString(ComponentPage.PAGE);

        assertThat(committed).isEqualTo(ComponentPage.current());
        assertThat(committed).contains("| *callsPerSecond*", "| *CamelOvhDomainQueryId*", "| *simulateCheckout*");
    }
}
