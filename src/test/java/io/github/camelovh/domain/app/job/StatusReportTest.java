// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusReportTest {
    private static final String WHY = "The header in line 1 is not valid: column \"perid\" is unknown"
            + " (did you mean \"period\"?). Nothing of the file was used. Accepted columns: action, domain.";

    @TempDir
    Path folder;

    @Test
    void aRefusedFileIsToldInOneSentenceAndInFullAsJson() {
        try (Ledger ledger =
                Ledger.open(LedgerSettings.at("jdbc:h2:mem:" + folder.getFileName(), "sa", ""), Clock.systemUTC())) {
            long file = ledger.files()
                    .receive("names.csv", "ab".repeat(32), "ada")
                    .file()
                    .id();
            ledger.files().refuse(file, WHY);
            StatusReport status = new StatusReport(ledger);

            assertThat(status.files(5, 5, false))
                    .contains("names.csv: refused, 0 rows", "(did you mean \"period\"?).\n")
                    .doesNotContain("Accepted columns");
            assertThat(status.files(5, 5, true)).contains("Accepted columns: action, domain.");
        }
    }
}
