// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

import static io.github.camelovh.domain.app.result.ResultRows.HEADER;
import static io.github.camelovh.domain.app.result.ResultRows.bought;
import static io.github.camelovh.domain.app.result.ResultRows.ended;
import static io.github.camelovh.domain.app.result.ResultRows.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir
    Path folder;

    @Test
    void escapesEverythingThatComesFromTheFile() throws IOException {
        String hostile = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>";
        ResultFiles files = new ResultFiles(folder, "a&b <i>");
        try (FinalFiles results = files.beginResults(HEADER)) {
            results.add(ended(2, hostile, hostile, ResultState.REFUSED, hostile, hostile));
            results.publish(run(1));
        }

        String html = Files.readString(files.report());
        assertThat(html).contains("&lt;script&gt;").doesNotContain("<script", "<img", "<i>");
        assertThat(html).contains("href=\"a%26b%20%3Ci%3E.refused.csv\"");
    }

    @Test
    void needsNothingFromElsewhere() throws IOException {
        assertThat(reportOf(3)).doesNotContain("http://", "https://", "@import", "url(", "<link");
    }

    @Test
    void showsTroubleBeforeWhatWentWell() throws IOException {
        assertThat(reportOf(9))
                .containsSubsequence(
                        "Why rows were not done", " unfinished</summary>", " refused</summary>", " done</summary>");
    }

    @Test
    void staysSmallWithManyRows() throws IOException {
        String html = reportOf(10_000);

        assertThat(html).hasSizeLessThan(300_000).contains("more rows are not shown here", "href=\"names.done.csv\"");
        assertThat(html).contains("the name stands in line \u2026 already");
    }

    private String reportOf(int rows) throws IOException {
        ResultFiles files = new ResultFiles(folder, "names");
        try (FinalFiles results = files.beginResults(HEADER)) {
            for (int i = 0; i < rows; i++) {
                String domain = "name-" + i + (i % 2 == 0 ? ".fr" : ".com");
                switch (i % 3) {
                    case 0 -> results.add(bought(i + 2, domain, "", "8.39 EUR"));
                    case 1 ->
                        results.add(ended(
                                i + 2,
                                domain,
                                "",
                                ResultState.REFUSED,
                                "domain: " + domain + " stands in line " + i + " already",
                                "take one out"));
                    default ->
                        results.add(ended(
                                i + 2, domain, "", ResultState.UNFINISHED, "not delivered within N min", "run status"));
                }
            }
            results.publish(run(rows));
        }
        return Files.readString(files.report());
    }
}
