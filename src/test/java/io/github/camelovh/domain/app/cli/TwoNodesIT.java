// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.app.ledger.LedgerSettings;
import io.github.camelovh.domain.app.ledger.PostgresServer;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one PostgreSQL ledger, working at the same time. */
@Tag("once")
class TwoNodesIT {
    private static final BigDecimal COM = new BigDecimal("11.99");

    @RegisterExtension
    static final PostgresServer SERVER = new PostgresServer();

    @TempDir
    Path folder;

    private OvhSandbox sandbox;
    private LedgerSettings ledger;

    @BeforeEach
    void startSandbox() {
        // So slow that neither node has finished before the other has begun.
        sandbox = OvhSandbox.start(
                SandboxOptions.defaults().withLatency(Duration.ofMillis(40)).withTaskTime(Duration.ofMillis(100)));
        ledger = SERVER.emptyDatabase();
    }

    @AfterEach
    void stopSandbox() {
        sandbox.close();
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> prefix + "-" + i + ".com")
                .toList();
    }

    private Path file(String name, List<String> domains) throws IOException {
        return Files.write(
                folder.resolve(name),
                Stream.concat(Stream.of("action,domain"), domains.stream().map(domain -> "order," + domain))
                        .toList());
    }

    private Path outbox(String node) {
        return folder.resolve(node).resolve("outbox");
    }

    /** One import on one node; if the other node is reading the file, it says so, and the test tries again. */
    private Cli.Said importing(String node, Path file, String... options) {
        List<String> all = new ArrayList<>(List.of(
                "import",
                file.toString(),
                "--data",
                folder.resolve(node).toString(),
                "--set",
                "ovh-domain.ledger.url=" + ledger.url(),
                "--set",
                "ovh-domain.ledger.user=" + ledger.user(),
                // Two contexts with the same name in one JVM would replace each other's entries there.
                "--set",
                "camel.main.jmx-enabled=false"));
        all.addAll(List.of(options));
        Cli.Said said;
        do {
            said = Cli.run(sandbox, all.toArray(String[]::new));
        } while (said.err().contains("is being read by another process"));
        return said;
    }

    private CompletableFuture<Cli.Said> beginning(String node, Path file, String... options) {
        return CompletableFuture.supplyAsync(() -> importing(node, file, options))
                .orTimeout(60, TimeUnit.SECONDS);
    }

    private List<String> sold() {
        return sandbox.orders().stream().map(order -> order.domain()).sorted().toList();
    }

    private BigDecimal number(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(ledger.url(), ledger.user(), ledger.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getBigDecimal(1);
        }
    }

    private void assertMoneyIsCountedAsItWasSpent() throws SQLException {
        BigDecimal spent = COM.multiply(BigDecimal.valueOf(sandbox.orders().size()));
        assertThat(number("select sum(final_price) from request where order_id is not null"))
                .isEqualByComparingTo(spent);
        assertThat(number("select sum(amount) from budget_reservation where state = 'SETTLED'"))
                .isEqualByComparingTo(spent);
        assertThat(number("select count(*) from budget_reservation where state = 'RESERVED'"))
                .isZero();
    }

    @Test
    void bothShareTheBuyingOfOneApprovedFile() throws Exception {
        List<String> names = names("shared", 40);
        Path file = file("shared.csv", names);
        assertThat(importing("a", file, "--plan-only").code()).isZero();

        CompletableFuture<Cli.Said> first = beginning("a", file, "--yes", "--max-total", "479.60");
        CompletableFuture<Cli.Said> second = beginning("b", file, "--yes", "--max-total", "479.60", "--json");

        assertThat(first.join().code()).as(first.join().toString()).isZero();
        assertThat(second.join().code()).as(second.join().toString()).isZero();
        assertThat(sold()).containsExactlyInAnyOrderElementsOf(names);
        assertMoneyIsCountedAsItWasSpent();
        assertThat(number("select count(distinct why) from event where event = 'START'"))
                .as("nodes that bought")
                .isEqualByComparingTo("2");
        assertThat(second.join().out()).contains("\"done\" : 40", "\"totalWithTax\" : 479.60");
        for (String node : List.of("a", "b")) {
            assertThat(Files.readAllLines(outbox(node).resolve("shared.done.csv")))
                    .as(node)
                    .hasSize(41);
        }
    }

    @Test
    void oneReadsAndPlansAFileThatComesToBothAtOnce() throws Exception {
        List<String> names = names("new", 10);
        Path file = file("new.csv", names);

        CompletableFuture<Cli.Said> first = beginning("a", file, "--yes", "--max-total", "200");
        CompletableFuture<Cli.Said> second = beginning("b", file, "--yes", "--max-total", "200");

        assertThat(first.join().code()).as(first.join().toString()).isZero();
        assertThat(second.join().code()).as(second.join().toString()).isZero();
        assertThat(sold()).containsExactlyInAnyOrderElementsOf(names);
        assertMoneyIsCountedAsItWasSpent();
        assertThat(number("select count(*) from request")).isEqualByComparingTo("10");
    }

    @Test
    void twoFilesThatShareNamesBuyEachOnceAndKeepOneDayLimit() throws Exception {
        List<String> common = names("common", 5);
        Path one = file(
                "one.csv",
                Stream.concat(common.stream(), names("one", 10).stream()).toList());
        Path two = file(
                "two.csv",
                Stream.concat(names("two", 10).stream(), common.stream()).toList());
        // Each file alone is within the limit; both together, with 25 names, are not.
        String limit = "ovh-domain.limit.day=" + COM.multiply(BigDecimal.valueOf(18));

        CompletableFuture<Cli.Said> first = beginning("a", one, "--yes", "--set", limit);
        CompletableFuture<Cli.Said> second = beginning("b", two, "--yes", "--set", limit);

        List<Integer> codes = List.of(first.join().code(), second.join().code());
        assertThat(codes)
                .as(first.join() + "\n" + second.join())
                .isSubsetOf(0, 1, 3)
                .isNotEqualTo(List.of(3, 3));
        assertThat(sold()).doesNotHaveDuplicates().hasSizeBetween(10, 18);
        assertMoneyIsCountedAsItWasSpent();
        assertThat(number("select count(*) from request where state in ('EXECUTING', 'AWAITING', 'UNFINISHED')"))
                .isZero();
        assertThat(number("select count(*) from request")).isEqualByComparingTo("30");
    }

    @Test
    void bothMoveNamesAndMendEachTaskOnce() throws Exception {
        int count = 20;
        Path moves = Files.write(
                folder.resolve("moves.csv"),
                Stream.concat(
                                Stream.of("action,domain,authCode,nameServers"),
                                names("taken-shared", count).stream()
                                        .map(name -> "transfer," + name + ",WRONG-CODE,keep"))
                        .toList());
        Path fixes = Files.write(
                folder.resolve("fixes.csv"),
                Stream.concat(
                                Stream.of("action,domain,authCode"),
                                names("taken-shared", count).stream().map(name -> "fix," + name + ",AUTH-" + name))
                        .toList());
        String[] options = {
            "--yes", "--max-total", "400", "--set", "ovh-domain.ledger.key=" + folder.resolve("shared.key")
        };
        assertThat(importing("a", moves, options).out()).contains("20 unfinished");

        CompletableFuture<Cli.Said> first = beginning("a", fixes, options);
        CompletableFuture<Cli.Said> second = beginning("b", fixes, options);
        assertThat(first.join().code()).as(first.join().toString()).isZero();
        assertThat(second.join().code()).as(second.join().toString()).isZero();
        first = beginning("a", moves, options);
        second = beginning("b", moves, options);

        assertThat(first.join().code()).as(first.join().toString()).isZero();
        assertThat(second.join().code()).as(second.join().toString()).isZero();
        assertThat(sold()).hasSize(count).doesNotHaveDuplicates();
        sandbox.verifyCalls("POST /me/task/domain/{id}/relaunch", count);
        sandbox.verifyCalls("PUT /me/task/domain/{id}/argument/{key}", count);
        assertThat(number("select count(*) from request where state = 'DONE'"))
                .isEqualByComparingTo(Integer.toString(2 * count));
    }

    @Test
    void aNodeWithAnotherKeyLeavesRowsWithCodesToTheFirst() throws Exception {
        Path moves = Files.write(
                folder.resolve("moves.csv"),
                List.of("action,domain,authCode,nameServers", "transfer,taken-one.com,AUTH-taken-one.com,keep"));
        assertThat(importing("a", moves, "--plan-only").code()).isZero();

        Path other = Files.write(
                folder.resolve("other.csv"),
                List.of("action,domain,authCode,nameServers", "transfer,taken-two.com,AUTH-taken-two.com,keep"));
        Cli.Said said = importing("b", other, "--plan-only");

        assertThat(said.code()).as(said.toString()).isNotZero();
        assertThat(said.err()).contains("sealed with another key", "ovh-domain.ledger.key");
        assertThat(number("select count(*) from request where domain = 'taken-two.com'"))
                .isZero();
    }
}
