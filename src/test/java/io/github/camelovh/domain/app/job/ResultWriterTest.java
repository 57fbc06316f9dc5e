// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import io.github.camelovh.domain.app.ledger.PlanFigures;
import io.github.camelovh.domain.app.ledger.PlanResult;
import io.github.camelovh.domain.app.ledger.RequestState;
import io.github.camelovh.domain.app.result.ResultState;
import io.github.camelovh.domain.app.result.Summary;
import io.github.camelovh.domain.app.row.ReadOptions;
import io.github.camelovh.domain.app.row.RowParsers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
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
                    ledger,
                    "node",
                    new RowSecrets(() -> null),
                    false,
                    outbox,
                    attention,
                    "EUR",
                    () -> 7,
                    Clock.systemUTC());
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
                    false,
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

    @Test
    void aPlanThatWaitsIsPlannedInTheFiguresAndNotFinished() throws Exception {
        try (Ledger ledger = Ledger.open(LedgerSettings.inFolder(folder), Clock.systemUTC())) {
            planned(ledger, writer(ledger), "lock,one.com\nlock,two.com\n");

            JsonNode summary = new ObjectMapper()
                    .readTree(folder.resolve("names.summary.json").toFile());

            assertThat(summary.path("planned").asInt()).isEqualTo(2);
            assertThat(summary.path("unfinished").asInt()).isZero();
            assertThat(summary.has("finishedAt")).isFalse();
        }
    }

    private static void approve(Ledger ledger, long file) {
        ledger.plans().approve(file, ledger.files().find(file).orElseThrow().planCode(), "ada");
    }

    private JsonNode summary() throws Exception {
        return new ObjectMapper().readTree(folder.resolve("names.summary.json").toFile());
    }

    @Test
    void theFiguresOfAFileThatIsBeingDoneSayHowFarItIs() throws Exception {
        try (Ledger ledger = Ledger.open(LedgerSettings.inFolder(folder), Clock.systemUTC())) {
            ImportTicket ticket = planned(ledger, writer(ledger), "lock,one.com\nlock,two.com\n");
            approve(ledger, ticket.fileId());
            ResultWriter later = writer(ledger);

            later.writeFigures();
            later.writeFigures();

            assertThat(summary().path("planned").asInt()).isZero();
            assertThat(summary().path("unfinished").asInt()).isEqualTo(2);
            assertThat(summary().has("finishedAt")).isFalse();
            assertThat(summary().path("apiCalls").asInt())
                    .as("those of the process that planned, and of the one that goes on")
                    .isEqualTo(14);
        }
    }

    @Test
    void aReportOfAnEarlierEndDoesNotMakeTheFiguresFinal() throws Exception {
        try (Ledger ledger = Ledger.open(LedgerSettings.inFolder(folder), Clock.systemUTC())) {
            ImportTicket ticket = planned(ledger, writer(ledger), "lock,one.com\n");
            ledger.cancellations().cancel(ticket.fileId(), "ada", "a typing error");
            ResultWriter other = writer(ledger);
            assertThat(other.finish(ticket.fileId())).isTrue();
            Path place = folder.resolve("names.summary.json");
            Files.writeString(place, Files.readString(place).replaceFirst(",\\s*\"finishedAt\".*", "\n}"));
            assertThat(summary().has("finishedAt")).isFalse();

            writer(ledger).writeHere(ticket.fileId());

            assertThat(summary().has("finishedAt")).isTrue();
        }
    }

    @Test
    void figuresAreNotWrittenWhereThePlanDoesNotLie() throws Exception {
        try (Ledger ledger = Ledger.open(LedgerSettings.inFolder(folder), Clock.systemUTC())) {
            ImportTicket ticket = planned(ledger, writer(ledger), "lock,one.com\n");
            approve(ledger, ticket.fileId());
            Files.delete(folder.resolve("names.summary.json"));

            writer(ledger).writeFigures();

            assertThat(folder.resolve("names.summary.json")).doesNotExist();
        }
    }

    @Test
    void theResultsOfARejectedFileMakeWayForTheCorrectedOne() throws Exception {
        try (Ledger ledger = Ledger.open(LedgerSettings.inFolder(folder), Clock.systemUTC())) {
            ResultWriter results = writer(ledger);
            ImportTicket rejected = planned(ledger, results, "lock,one.com\n");
            ledger.cancellations().cancel(rejected.fileId(), "ada", "a typing error");
            assertThat(results.finish(rejected.fileId())).isTrue();
            assertThat(folder.resolve("names.cancelled.csv")).exists();

            planned(ledger, results, "lock,two.com\n");

            assertThat(folder.resolve("names.plan.csv")).content().contains("two.com");
            assertThat(folder.resolve("names.cancelled.csv")).doesNotExist();
            assertThat(folder.resolve("names.report.html")).doesNotExist();
            ImportedFile earlier = ledger.files().find(rejected.fileId()).orElseThrow();
            assertThat(results.filesOf(earlier).table(ResultState.CANCELLED))
                    .content()
                    .contains("one.com", "a typing error");
        }
    }

    private ResultWriter writer(Ledger ledger) {
        Outbox outbox = new Outbox(ledger, folder);
        return new ResultWriter(
                ledger,
                "node",
                new RowSecrets(() -> null),
                false,
                outbox,
                new FixFileWriter(ledger, outbox),
                "EUR",
                () -> 7,
                Clock.systemUTC());
    }

    private ImportTicket planned(Ledger ledger, ResultWriter results, String rows) throws Exception {
        Path file = Files.writeString(folder.resolve("names.csv"), "action,domain\n" + rows);
        ImportTicket ticket = new FileImporter(
                        ledger,
                        ReadOptions.inCurrency("EUR"),
                        RowParsers.standard(),
                        new RowSecrets(() -> null),
                        "node")
                .accept(file.toFile(), "ada");
        ledger.plans()
                .record(
                        ticket.fileId(),
                        ledger.requests().page(ticket.fileId(), 0, EnumSet.allOf(RequestState.class), 100).stream()
                                .map(row -> PlanResult.planned(row, PlanFigures.ofChanges("locks it"), "to be locked"))
                                .toList());
        ledger.plans().close(ticket.fileId());
        results.writePlan(ticket);
        return ticket;
    }
}
