// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.OwnedNames;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the plan of a file takes, in counts: calls by the sandbox, statements and their rows by the ledger's database. {@code
 * PlanScaleIT} has the same claims for large files, by heap and minutes.
 */
@Tag("once")
class PlanCountsIT {
    private static final int PAGE = 1_000;
    private static final String LEDGER = "jdbc:h2:mem:counted";
    private static final String STATISTICS = ";QUERY_STATISTICS=TRUE;QUERY_STATISTICS_MAX_ENTRIES=2000";

    @TempDir
    Path folder;

    /** Keeps the ledger in memory after the plan. */
    private Connection ledger;

    @BeforeEach
    void openLedger() throws SQLException {
        ledger = DriverManager.getConnection(LEDGER + STATISTICS, "sa", "");
    }

    @AfterEach
    void closeLedger() throws SQLException {
        ledger.close();
    }

    @Test
    void rowsWithoutPricesAreReadInPagesAndTakeNoCallsOfTheirOwn() throws Exception {
        int names = PAGE + 200;
        try (OvhSandbox sandbox = OvhSandbox.start(SandboxOptions.defaults().withDomains(names))) {
            List<String> rows = new ArrayList<>();
            for (String owned : OwnedNames.at(sandbox.baseUrl())) {
                rows.add("order," + owned + ",1");
                rows.add("order,-bad-" + owned + ",1");
            }
            sandbox.resetCalls();

            JsonNode summary = plan(sandbox, rows);

            assertThat(summary.path("done").asInt()).isEqualTo(names);
            assertThat(summary.path("refused").asInt()).isEqualTo(names);
            assertThat(sandbox.calls()).as("the account, the catalog and lists").isLessThanOrEqualTo(10);
            assertThat(counted("max(max_row_count)", "select * from request%"))
                    .as("rows in memory at a time")
                    .isEqualTo(PAGE);
            assertThat(counted("sum(cumulative_row_count)", "select * from request%"))
                    .as("rows read, for the plan, its files and its report")
                    .isLessThanOrEqualTo(4L * rows.size());
            assertThat(counted("sum(execution_count)", "select * from request%"))
                    .as("pages, of 500 rows or more")
                    .isLessThanOrEqualTo(4L * rows.size() / 500 + 11);
        }
    }

    /** The pace begins at 200 calls a second; the sandbox refuses the 16th of a second. */
    @Test
    void eachPriceTakesOneCallAndOneWriteAndARateLimitIsKeptOnceItIsKnown() throws Exception {
        int prices = 100;
        try (OvhSandbox sandbox = OvhSandbox.start(SandboxOptions.defaults().withRateLimit("15/s"))) {
            JsonNode summary = plan(
                    sandbox,
                    IntStream.range(0, prices)
                            .mapToObj("order,priced-%05d.com,1"::formatted)
                            .toList());

            assertThat(summary.path("planned").asInt()).as("rows with a plan").isEqualTo(prices);
            long refused = sandbox.journal().last(10 * prices).stream()
                    .filter(call -> call.status() == 429)
                    .count();
            assertThat(refused).as("calls above the limit").isLessThanOrEqualTo(prices / 10);
            assertThat(sandbox.calls() - refused).as("calls").isBetween((long) prices, prices + 25L);
            assertThat(counted("sum(execution_count)", "insert into request %")).isEqualTo(prices);
            assertThat(counted("sum(execution_count)", "update request set state%"))
                    .as("writes of a plan, few of them anew after a lost race")
                    .isBetween((long) prices, prices + prices / 10L);
            assertThat(counted("sum(execution_count)", "select * from import_file where id%"))
                    .as("the file is looked at three times for a row")
                    .isLessThanOrEqualTo(3L * prices + 30);
        }
    }

    private JsonNode plan(OvhSandbox sandbox, List<String> rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of("action,domain,period"));
        lines.addAll(rows);
        Path data = folder.resolve("data");
        Cli.Said said = Cli.run(
                sandbox,
                "import",
                Files.write(folder.resolve("large.csv"), lines).toString(),
                "--data=" + data,
                "--plan-only",
                "--set=ovh-domain.ledger.url=" + LEDGER,
                "--set=camel.component.ovh-domain.calls-per-second=200");
        assertThat(said.code()).as(said.toString()).isIn(0, 1);
        return new ObjectMapper()
                .readTree(data.resolve("outbox/large.summary.json").toFile());
    }

    private long counted(String figure, String statements) throws SQLException {
        try (PreparedStatement asked = ledger.prepareStatement(
                "select " + figure + " from information_schema.query_statistics where lower(sql_statement) like ?")) {
            asked.setString(1, statements);
            try (ResultSet row = asked.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getLong(1);
            }
        }
    }
}
