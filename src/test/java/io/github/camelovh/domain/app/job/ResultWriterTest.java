// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultWriterTest {
    @TempDir
    Path folder;

    @Test
    void aFileThatEndedBeforeItsPlanWasWrittenHasAPlanAndKeepsItsSummary() throws Exception {
        try (Ledger ledger = Ledger.open(LedgerSettings.inFolder(folder), Clock.systemUTC())) {
            Outbox outbox = new Outbox(ledger, folder);
            FixFileWriter attention = new FixFileWriter(ledger, outbox);
            ResultWriter resultWriter = new ResultWriter(
                    ledger, "node", new RowSecrets(() -> null), outbox, attention, "EUR", () -> 7, Clock.systemUTC());
            long file =
                    ledger.files().receive("none.csv", "ab".repeat(32)).file().id();
            ledger.files().completeReading(file);
            assertThat(ledger.plans().close(file)).isPresent();
            assertThat(resultWriter.finish(file)).isTrue();
            Path summary = folder.resolve("none.summary.json");
            Files.writeString(summary, "final");

            resultWriter.writePlan(new ImportTicket(file, "none.csv", FileState.PLANNED, null));

            assertThat(folder.resolve("none.plan.csv")).exists();
            assertThat(summary).hasContent("final");
        }
    }
}
