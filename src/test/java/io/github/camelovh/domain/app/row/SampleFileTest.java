// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Reads the sample file of the demo. */
class SampleFileTest {
    private static final Set<String> SOLD =
            Set.of("com", "net", "org", "fr", "eu", "berlin", "de", "uk", "io", "ovh", "app");

    @Test
    void refusesExactlyTheRowsThatAreMeantToBeRefusedByReading() throws IOException {
        Map<String, String> refused = new LinkedHashMap<>();
        int rowsRead = 0;
        try (RowImport rows = RowImport.open(
                ImportFile.of(Path.of("config/samples/portfolio.csv")),
                ReadOptions.inCurrency("EUR").withExtensions(SOLD::contains),
                RowParsers.standard())) {
            while (rows.hasNext()) {
                rowsRead++;
                if (rows.next() instanceof ReadRow.Refused row) {
                    refused.put(row.domain(), row.refusals().get(0).column());
                }
            }
        }

        assertThat(rowsRead).isBetween(25, 30);
        assertThat(refused)
                .containsOnly(
                        entry("-spring-.com", "domain"),
                        entry("spring-atelier.com", "domain"),
                        entry("p\u0430ypal-atelier.com", "domain"),
                        entry("spring-atelier.nosuch", "domain"));
    }
}
