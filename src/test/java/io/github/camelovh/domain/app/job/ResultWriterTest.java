// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import io.github.camelovh.domain.app.result.Summary;
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
            long file = ledger.files()
                    .receive("none.csv", "ab".repeat(32), "somebody")
                    .file()
                    .id();
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

    @Test
    void aSummaryOfAnEarlierVersionIsRead() throws Exception {
        try (Ledger ledger = Ledger.open(LedgerSettings.inFolder(folder), Clock.systemUTC())) {
            Outbox outbox = new Outbox(ledger, folder);
            ResultWriter resultWriter = new ResultWriter(
                    ledger,
                    "node",
                    new RowSecrets(() -> null),
                    outbox,
                    new FixFileWriter(ledger, outbox),
                    "EUR",
                    () -> 7,
                    Clock.systemUTC());
            String hash = "ab".repeat(32);
            long file = ledger.files().receive("none.csv", hash, "ada").file().id();
            ledger.files().completeReading(file);
            ledger.plans().close(file);
            assertThat(resultWriter.finish(file)).isTrue();
            Files.writeString(
                    folder.resolve("none.summary.json"),
                    "{\"file\":\"none.csv\",\"identity\":\"" + hash
                            + "\",\"planDigest\":\"3986494823fd35aa\",\"rows\":0,\"done\":0,\"refused\":0,\"failed\":0,"
                            + "\"unfinished\":0,\"orders\":0,\"totalWithTax\":0.00,\"currency\":\"EUR\",\"apiCalls\":42,"
                            + "\"seconds\":1.0,\"finishedAt\":\"2026-03-01T10:00:00Z\"}");

            Summary summary = resultWriter.figures(ledger.files().find(file).orElseThrow());

            assertThat(summary.apiCalls()).isEqualTo(42);
            assertThat(summary.cancelled()).isZero();
        }
    }
}
