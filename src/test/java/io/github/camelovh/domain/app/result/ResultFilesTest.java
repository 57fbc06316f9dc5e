// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

import static io.github.camelovh.domain.app.result.ResultRows.HEADER;
import static io.github.camelovh.domain.app.result.ResultRows.bought;
import static io.github.camelovh.domain.app.result.ResultRows.ended;
import static io.github.camelovh.domain.app.result.ResultRows.refusedInPlan;
import static io.github.camelovh.domain.app.result.ResultRows.run;
import static io.github.camelovh.domain.app.result.ResultRows.toBuy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.app.row.FileFormat;
import io.github.camelovh.domain.app.row.ImportFile;
import io.github.camelovh.domain.app.row.ReadOptions;
import io.github.camelovh.domain.app.row.ReadRow;
import io.github.camelovh.domain.app.row.RowHeader;
import io.github.camelovh.domain.app.row.RowImport;
import io.github.camelovh.domain.app.row.RowParsers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {
    @TempDir
    Path folder;

    private ResultFiles files;

    @BeforeEach
    void nameThem() {
        files = new ResultFiles(folder.resolve("outbox"), "names");
    }

    @Nested
    class WhenPublished {
        @Test
        void writesTheRowsOfEachStateIntoTheirOwnTable() throws IOException {
            publishFive();

            assertThat(files.table(ResultState.DONE)).hasContent("""
                    action,domain,note,result.line,result.state,result.reason,result.whatToDo,result.order,result.priceWithTax,result.currency
                    order,one.fr,'=1+1,2,done,,,1002,8.39,EUR""");
            assertThat(files.table(ResultState.REFUSED)).hasContent("""
                    action,domain,note,result.line,result.state,result.reason,result.whatToDo,result.order,result.priceWithTax,result.currency
                    order,two.fr,"a, b",3,refused,domain: bad,mend it,,,""");
            assertThat(files.table(ResultState.FAILED)).content().contains("three.fr");
            assertThat(files.table(ResultState.UNFINISHED)).content().contains("four.fr");
            assertThat(files.table(ResultState.CANCELLED)).content().contains("five.fr");
        }

        @Test
        void writesTheFiguresAsJson() throws IOException {
            publishFive();

            JsonNode json = new ObjectMapper().readTree(files.summary().toFile());
            assertThat(json.toString())
                    .isEqualTo(
                            "{\"file\":\"names.csv\",\"identity\":\"" + "ab".repeat(32) + "\",\"planCode\":\"K7QF-3M2P"
                                    + "\",\"rows\":5,\"planned\":0,\"done\":1,\"refused\":1,\"failed\":1,\"unfinished\":1,\"cancelled\":1,\"orders\":1,"
                                    + "\"totalWithTax\":8.39,\"currency\":\"EUR\",\"apiCalls\":42,\"seconds\":12.3,"
                                    + "\"finishedAt\":\"2026-03-01T10:00:00Z\"}");
        }

        @Test
        void leavesNothingBesideTheFiles() throws IOException {
            publishFive();

            assertThat(names())
                    .containsExactly(
                            "names.cancelled.csv",
                            "names.done.csv",
                            "names.failed.csv",
                            "names.refused.csv",
                            "names.report.html",
                            "names.summary.json",
                            "names.unfinished.csv");
        }

        @Test
        void replacesOlderResultsAndWhatACrashLeftBehind() throws IOException {
            Files.createDirectories(files.folder());
            Files.writeString(files.folder().resolve(".names.done.csv.part"), "half a li");
            Files.writeString(files.table(ResultState.DONE), "old");

            publishFive();

            assertThat(files.table(ResultState.DONE))
                    .content()
                    .startsWith("action,")
                    .doesNotContain("half", "old");
            assertThat(names()).noneMatch(n -> n.endsWith(".part"));
        }

        private void publishFive() throws IOException {
            try (FinalFiles results = files.beginResults(HEADER)) {
                results.add(bought(2, "one.fr", "=1+1", "8.39 EUR"));
                results.add(ended(3, "two.fr", "a, b", ResultState.REFUSED, "domain: bad", "mend it"));
                results.add(ended(4, "three.fr", "", ResultState.FAILED, "the registry says no", null));
                results.add(ended(5, "four.fr", "", ResultState.UNFINISHED, "not delivered yet", "run status"));
                results.add(ended(6, "five.fr", "", ResultState.CANCELLED, "rejected by ada: too dear", null));
                assertThat(names()).filteredOn(n -> n.endsWith(".part")).hasSize(5);
                results.publish(run(5));
            }
        }
    }

    @Nested
    class WhenNotPublished {
        @Test
        void refusesToPublishWhenARowHasNoResult() throws IOException {
            try (FinalFiles results = files.beginResults(HEADER)) {
                results.add(bought(2, "one.fr", "", "8.39 EUR"));

                assertThatThrownBy(() -> results.publish(run(2)))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("2 rows were read but 1 have a result");
            }
            assertThat(names()).isEmpty();
        }

        @Test
        void leavesNothingBehindWhenThePlanIsGivenUp() throws IOException {
            try (PlanFile plan = files.beginPlan(HEADER)) {
                plan.add(toBuy(2, "one.fr", "6.99 EUR", "8.39 EUR"));
            }
            assertThat(names()).isEmpty();
        }
    }

    @Test
    void writesThePlanWithPricesAndTax() throws IOException {
        try (PlanFile plan = files.beginPlan(HEADER)) {
            plan.add(toBuy(2, "one.fr", "6.99 EUR", "8.39 EUR"));
            plan.add(refusedInPlan(3, "two.fr", "premium name"));
            plan.publish();
        }

        assertThat(files.plan()).hasContent("""
                action,domain,note,result.line,result.verdict,result.price,result.tax,result.priceWithTax,result.currency,result.offer,result.reason,result.whatToDo
                order,one.fr,,2,buy,6.99,1.40,8.39,EUR,create-default,,
                order,two.fr,,3,refused,,,,,,premium name,mend it""");
    }

    @Test
    void refusedRowsCanBeDroppedAgainAndMeanTheSame() throws IOException {
        RowHeader header = new RowHeader(
                List.of("action", "domain", "note"), new FileFormat(StandardCharsets.ISO_8859_1, ';', false));
        List<String> notes = List.of("=cmd|x", "'=x", "a;\"b\"", "été €", "two\nlines", "-1", "");
        try (FinalFiles results = files.beginResults(header)) {
            for (int i = 0; i < notes.size(); i++) {
                results.add(ended(i + 2, "n" + i + ".fr", notes.get(i), ResultState.REFUSED, "-x", "+y"));
            }
            results.publish(run(notes.size()));
        }

        ReadOptions declared = ReadOptions.inCurrency("EUR").withCharset(StandardCharsets.ISO_8859_1);
        try (RowImport again =
                RowImport.open(ImportFile.of(files.table(ResultState.REFUSED)), declared, RowParsers.standard())) {
            assertThat(again.header().columns()).isEqualTo(header.columns());
            for (int i = 0; i < notes.size(); i++) {
                ReadRow row = again.next();
                assertThat(row).isInstanceOf(ReadRow.Accepted.class);
                assertThat(row.cells()).containsExactly("order", "n" + i + ".fr", notes.get(i));
            }
            assertThat(again.hasNext()).isFalse();
        }
    }

    @Test
    void takesNoNameThatLeadsElsewhere() {
        assertThatThrownBy(() -> new ResultFiles(folder, "../x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ResultFiles(folder, "")).isInstanceOf(IllegalArgumentException.class);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> found = Files.list(files.folder())) {
            return found.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }
}
