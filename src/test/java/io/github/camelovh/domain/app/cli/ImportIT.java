// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static io.github.camelovh.domain.app.cli.Cli.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.app.job.PlanCommand;
import io.github.camelovh.domain.app.ledger.PlanCode;
import io.github.camelovh.domain.app.runtime.RemoteControlFiles;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.server.Fault;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Files from drop to report: the command line, the included workflows and a sandbox, all in this process. */
class ImportIT extends ImportSteps {
    @Nested
    class WhenAllIsAllowed {
        @Test
        void eachRowEndsInOneStateAndEachNameIsOrderedOnce() throws Exception {
            Path file = file(
                    "mixed.csv",
                    "order,one-shop.com,1,,,",
                    "order,two-shop.fr,2,,,",
                    "order,lyon-shop.fr,1,,,We are the town's own shop",
                    "order,already-mine.com,1,,,",
                    "order,premium-shop.com,1,,,",
                    "order,three-shop.io,1,10,,",
                    "order,four-shop.berlin,1,,,",
                    "order,-bad-.com,1,,,",
                    "order,ONE-shop.com,1,,,",
                    "renew,one-shop.com,1,,,");

            Cli.Said said = importing(file, "--yes", "--max-total", "100");

            assertThat(said.code()).as(said.toString()).isEqualTo(1);
            assertThat(sold()).containsExactly("lyon-shop.fr", "one-shop.com", "two-shop.fr");
            JsonNode summary = summary("mixed");
            assertThat(summary.path("rows").asInt()).isEqualTo(10);
            assertThat(summary.path("done").asInt()).isEqualTo(4);
            assertThat(summary.path("refused").asInt()).isEqualTo(5);
            assertThat(summary.path("failed").asInt()).isEqualTo(1); // a name that does not exist yet cannot be renewed
            assertThat(summary.path("orders").asInt()).isEqualTo(3);
            assertThat(summary.path("apiCalls").asInt()).isBetween(25, 80);
            assertThat(outbox("mixed.done.csv")).contains("one-shop.com", "already in this account");
            assertThat(outbox("mixed.refused.csv"))
                    .contains("premium", "more than the limit of 10", "Berlin", "is already in line 2");
            assertThat(outbox("mixed.report.html")).contains("one-shop.com").doesNotContain(OvhSandbox.CONSUMER_KEY);
        }

        @Test
        void aPremiumNameIsBoughtOnceItIsAllowedByName() throws Exception {
            Path file = file("dear.csv", "order,premium-shop.com,1,,,", "order,premium-other.com,1,,,");

            Cli.Said said = importing(
                    file, "--yes", "--max-total", "100000", "--set=ovh-domain.order.premium=premium-shop.com");

            assertThat(sold()).as(said.toString()).containsExactly("premium-shop.com");
            assertThat(outbox("dear.refused.csv"))
                    .contains("premium-other.com", "add it to ovh-domain.order.premium")
                    .doesNotContain("premium-shop.com");
        }

        @Test
        void aTaskThatNobodyCanMendEndsItsRowAndGoesOnOnceAPersonGaveWhatIsMissing() throws Exception {
            Path file = file("city.csv", "order,lyon.fr,1,,,");

            Cli.Said first = importing(file, "--yes", "--max-total", "20");

            assertThat(first.code()).as(first.toString()).isEqualTo(1);
            assertThat(summary("city").path("unfinished").asInt()).isEqualTo(1);
            assertThat(outbox("city.unfinished.csv"))
                    .contains("legitimacyAfnic", "drop a file with a row \"\"fix,lyon.fr\"\"");
            Matcher task = Pattern.compile("its task (\\d+)").matcher(outbox("city.unfinished.csv"));
            assertThat(task.find()).isTrue();
            Cli.Said fixed = Cli.run(
                    sandbox,
                    "call",
                    "task",
                    "fix",
                    "--yes",
                    "-p",
                    "id=" + task.group(1),
                    "-p",
                    "argument.legitimacyAfnic=We are the town of Lyon");
            assertThat(fixed.code()).as(fixed.toString()).isZero();

            Cli.Said again = importing(file, "--yes", "--max-total", "20");

            assertThat(again.code()).as(again.toString()).isZero();
            sandbox.verifySoldOnce("lyon.fr");
        }

        @Test
        void theSameFileDoesNothingTheSecondTime() throws Exception {
            Path file = file("twice.csv", "order,twice-shop.com,1,,,");
            assertThat(importing(file, "--yes", "--max-total", "20").code()).isZero();
            String before = outbox("twice.summary.json");
            sandbox.resetCalls();

            Cli.Said again = importing(file, "--yes", "--max-total", "20");

            assertThat(again.code()).as(again.toString()).isZero();
            assertThat(again.err()).contains("Nothing is done a second time");
            assertThat(again.out()).contains("twice-shop.com", "1 done");
            assertThat(sandbox.calls()).isZero();
            assertThat(outbox("twice.summary.json")).isEqualTo(before);
            sandbox.verifySoldOnce("twice-shop.com");
        }

        @Test
        void twoFilesOfOneNameHaveResultsOfTheirOwn() throws Exception {
            Files.createDirectories(folder.resolve("other"));
            Path first = file("names.csv", "order,first-shop.com,1,,,");
            Path second = Files.writeString(
                    folder.resolve("other/names.csv"), "action,domain\norder,second-shop.com\norder,first-shop.com\n");
            assertThat(importing(first, "--yes", "--max-total", "20").code()).isZero();

            assertThat(importing(second, "--yes", "--max-total", "20").code()).isZero();

            assertThat(outbox("names.done.csv")).contains("first-shop.com").doesNotContain("second-shop.com");
            try (var files = Files.list(data().resolve("outbox"))) {
                assertThat(files.filter(path -> path.toString().endsWith(".summary.json")))
                        .hasSize(2);
            }
            assertThat(sold()).containsExactly("first-shop.com", "second-shop.com");
        }
    }

    @Nested
    class WhenSomethingGoesWrong {
        @Test
        void aLostAnswerOfACheckoutIsNotASecondOrder() throws Exception {
            sandbox.fault(Fault.on(CHECKOUT, Fault.Kind.ANSWER_LOST));

            Cli.Said said = importing(
                    file("lost.csv", "order,lost-one.com,1,,,", "order,lost-two.com,1,,,"),
                    "--yes",
                    "--max-total",
                    "100");

            assertThat(said.code()).as(said.toString()).isZero();
            assertThat(sold()).containsExactly("lost-one.com", "lost-two.com");
            assertThat(summary("lost").path("totalWithTax").decimalValue()).isEqualByComparingTo("23.98");
        }

        @Test
        void whatWrongKeysStoppedGoesOnWithRightOnes() throws Exception {
            Path file = file("keys.csv", "order,keys-shop.com,1,,,");
            Cli.Said wrong = importing(
                    file, "--yes", "--max-total", "20", "--set", "camel.component.ovh-domain.consumer-key=unknown");
            List<String> before = sold();

            Cli.Said right = importing(file, "--yes", "--max-total", "20");

            assertThat(wrong.code()).as(wrong.toString()).isEqualTo(4);
            assertThat(wrong.err()).contains("consumer key").doesNotContain("\tat ");
            assertThat(before).isEmpty();
            assertThat(right.code()).as(right.toString()).isZero();
            sandbox.verifySoldOnce("keys-shop.com");
        }

        @Test
        void aRightThatIsTakenDuringTheBuyingIsNamedAndTheRestIsKept() throws Exception {
            Path file = file("right.csv", "order,right-one.com,1,,,", "order,right-two.com,1,,,");
            assertThat(importing(file, "--plan-only").code()).isZero();
            sandbox.fault(Fault.on("POST /order/cart/{cartId}/assign", Fault.Kind.STATUS)
                    .status(403)
                    .times(99));

            Cli.Said refused = importing(file, "--yes", "--max-total", "100");
            List<String> before = sold();
            sandbox.clearFaults();
            Cli.Said again = importing(file, "--yes", "--max-total", "100");

            assertThat(refused.code()).as(refused.toString()).isEqualTo(4);
            assertThat(refused.err()).contains("POST /order/cart/");
            assertThat(before).isEmpty();
            assertThat(again.code()).as(again.toString()).isZero();
            assertThat(sold()).containsExactly("right-one.com", "right-two.com");
        }

        @Test
        void aFileThatIsNotWholeIsRefusedAndItsMendedOneIsTaken() throws Exception {
            Path broken =
                    Files.writeString(folder.resolve("half.csv"), "action,domain\norder,half-shop.com\norder,\"ha");

            Cli.Said refused = importing(broken, "--yes", "--max-total", "20");
            Path mended = Files.writeString(folder.resolve("half.csv"), "action,domain\norder,half-shop.com\n");
            Cli.Said taken = importing(mended, "--yes", "--max-total", "20");

            assertThat(refused.code()).isEqualTo(1);
            assertThat(outbox("half.error.txt")).contains("not complete");
            assertThat(refused.err())
                    .contains("not complete", "Nothing of it was used")
                    .doesNotContain("\tat ");
            assertThat(taken.code()).as(taken.toString()).isZero();
            sandbox.verifySoldOnce("half-shop.com");
        }

        @Test
        void aFileThatIsNotThereIsWrongUsage() {
            Cli.Said said = importing(folder.resolve("nowhere.csv"));

            assertThat(said.code()).isEqualTo(2);
            assertThat(said.err()).contains("There is no file");
        }
    }

    @Nested
    class WhenTheInboxIsWatched {
        @Test
        void aDroppedFileIsPlannedAndBoughtOnceItIsApprovedFromOutside() throws Exception {
            CompletableFuture<Cli.Said> running = new CompletableFuture<>();
            Thread thread = new Thread(() -> running.complete(
                    Cli.run(sandbox, "run", "--data", data().toString(), "--set", "ovh-domain.limit.day=50")));
            thread.start();
            try {
                Path inbox = data().resolve("inbox");
                await().atMost(Duration.ofSeconds(60)).until(() -> Files.isDirectory(inbox));
                Files.writeString(
                        inbox.resolve("drop.csv"), "action,domain\norder,drop-shop.com\n", StandardCharsets.UTF_8);
                Path summary = data().resolve("outbox/drop.summary.json");
                await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(summary));
                String code = JSON.readTree(summary.toFile()).path("planCode").asText();
                assertThat(sandbox.orders()).isEmpty();

                // H2 would allow a second connection from this process; other processes must ask, as this test does
                RemoteControlFiles notes = new RemoteControlFiles(data().resolve("control"));
                RemoteControlFiles.Answer status = notes.status("5 20", false).orElseThrow();
                RemoteControlFiles.Answer other = notes.ask(new PlanCommand.Approve(
                                PlanCode.read("ACDE-2346").orElseThrow()))
                        .orElseThrow();
                RemoteControlFiles.Answer approved = notes.ask(
                                new PlanCommand.Approve(PlanCode.read(code).orElseThrow()))
                        .orElseThrow();

                assertThat(status.text()).contains("drop.csv: planned", code);
                assertThat(other.yes()).isFalse();
                assertThat(other.text()).contains("No plan has the code ACDE-2346", "drop.csv");
                assertThat(approved.yes()).as(approved.text()).isTrue();
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> Files.exists(data().resolve("outbox/drop.done.csv")));
                assertThat(outbox("drop.done.csv")).contains("drop-shop.com", "delivered");
                sandbox.verifySoldOnce("drop-shop.com");
                await().atMost(Duration.ofSeconds(20)).until(() -> !Files.exists(inbox.resolve("drop.csv")));
            } finally {
                thread.interrupt();
            }
        }

        @Test
        void noRowIsLostOfAFileThatWasStillBeingWritten() throws Exception {
            Thread thread = new Thread(() -> Cli.run(sandbox, "run", "--data", data().toString()));
            thread.start();
            try {
                Path inbox = data().resolve("inbox");
                await().atMost(Duration.ofSeconds(60)).until(() -> Files.isDirectory(inbox));
                Path file = inbox.resolve("slow.csv");
                try (Writer writer = Files.newBufferedWriter(file)) {
                    writer.write("action,domain\norder,first-half.com\n");
                    writer.flush();
                    await().atMost(Duration.ofSeconds(60))
                            .until(() -> Files.exists(data().resolve("outbox/slow.plan.csv")) && !Files.exists(file));
                    writer.write("order,second-half.com\n"); // into the file that was moved away
                }

                await().atMost(Duration.ofSeconds(60)).until(() -> plans().contains("second-half.com"));
                assertThat(plans()).containsOnlyOnce("first-half.com,2,buy").containsOnlyOnce("second-half.com,3,buy");
            } finally {
                thread.interrupt();
            }
        }

        private String plans() throws IOException {
            StringBuilder all = new StringBuilder();
            try (Stream<Path> files = Files.list(data().resolve("outbox"))) {
                for (Path plan : files.filter(each -> each.toString().endsWith(".plan.csv"))
                        .toList()) {
                    all.append(Files.readString(plan));
                }
            }
            return all.toString();
        }
    }
}
