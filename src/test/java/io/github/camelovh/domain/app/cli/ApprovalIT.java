// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static io.github.camelovh.domain.app.cli.Cli.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.app.job.PlanCommand;
import io.github.camelovh.domain.app.ledger.PlanCode;
import io.github.camelovh.domain.app.runtime.RemoteControlFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Plans that wait: listed, told, approved, rejected, cancelled and replaced, by the command line and beside a running {@code run}. */
@Tag("once")
class ApprovalIT extends ImportSteps {

    @Override
    Path file(String name, String... rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of("action,domain,period"));
        lines.addAll(List.of(rows));
        return Files.write(folder.resolve(name), lines);
    }

    private Cli.Said command(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", data().toString()));
        return Cli.run(sandbox, all.toArray(String[]::new));
    }

    private String waiting(String name, String... rows) throws IOException {
        return code(importing(file(name, rows), "--plan-only", "--max-total", "100"));
    }

    private List<JsonNode> plansTold() throws IOException {
        List<JsonNode> plans = new ArrayList<>();
        Path events = data().resolve("events");
        if (!Files.isDirectory(events)) {
            return plans;
        }
        try (Stream<Path> days = Files.list(events)) {
            for (Path day :
                    days.filter(each -> each.toString().endsWith(".jsonl")).toList()) {
                for (String line : Files.readAllLines(day)) {
                    JsonNode event = JSON.readTree(line);
                    if (event.path("type").asText().endsWith(".plan.waiting")) {
                        plans.add(event);
                    }
                }
            }
        }
        return plans;
    }

    private static String me(Path file) throws IOException {
        return Files.getOwner(file).getName();
    }

    @Nested
    class OnTheCommandLine {
        @Test
        void whatWaitsIsListedAndNothingIsApprovedWithoutATerminal() throws Exception {
            String one = waiting("one.csv", "order,one-shop.com,1", "order,two-shop.com,1");
            String two = waiting("two.csv", "order,three-shop.com,1");

            Cli.Said list = command("approve");

            assertThat(list.code()).as(list.toString()).isEqualTo(3);
            assertThat(list.out())
                    .contains(one + "  one.csv: 2 rows, 23.98 EUR with tax; limits 100.00 EUR for the file")
                    .contains(two + "  two.csv: 1 row, 11.99 EUR with tax")
                    .contains("dropped by " + me(folder.resolve("one.csv")));
            assertThat(list.err()).contains("Nothing was approved");
            assertThat(sandbox.orders()).isEmpty();
        }

        @Test
        void nothingToApproveIsNoFailure() {
            Cli.Said list = command("approve");

            assertThat(list.code()).as(list.toString()).isZero();
            assertThat(list.out()).contains("No plan waits for approval.");
        }

        @Test
        void onATerminalTheCodeIsTyped() throws Exception {
            String one = waiting("one.csv", "order,one-shop.com,1");
            String two = waiting("two.csv", "order,two-shop.com,1");

            Cli.Said none = typing("\n");
            Cli.Said typed = typing("yes\n" + two.toLowerCase(Locale.ROOT).replace("-", "") + "\n");

            assertThat(none.code()).as(none.toString()).isEqualTo(3);
            assertThat(typed.code()).as(typed.toString()).isZero();
            assertThat(typed.out()).contains(one, two);
            assertThat(typed.err()).contains("\"yes\" is not a code", "The plan of two.csv is approved: 1 row");
            assertThat(command("status").out())
                    .contains("one.csv: planned", "two.csv: approved", "plan " + one, "plan " + two);
        }

        private Cli.Said typing(String text) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            int exit = new CommandLine(
                            new ApproveCommand(() -> Optional.of(new BufferedReader(new StringReader(text)))))
                    .setOut(new PrintWriter(out, true))
                    .setErr(new PrintWriter(err, true))
                    .setExecutionExceptionHandler(new CliErrors())
                    .execute("--data", data().toString());
            return new Cli.Said(exit, out.toString(), err.toString());
        }

        @Test
        void aRejectedPlanEndsWithItsResultsAndItsFileMayComeAgain() throws Exception {
            String code = waiting("names.csv", "order,one-shop.com,1", "order,-bad-.com,1");

            Cli.Said rejected = command("reject", code, "--why", "too dear");
            Cli.Said approved = command("approve", code);

            assertThat(rejected.code()).as(rejected.toString()).isZero();
            assertThat(rejected.err()).contains("The plan " + code + " of names.csv is rejected: 1 row is cancelled.");
            assertThat(approved.code()).as(approved.toString()).isEqualTo(3);
            assertThat(approved.err()).contains("too dear", "Nothing was approved");
            assertThat(outbox("names.cancelled.csv"))
                    .contains("one-shop.com", "rejected by " + me(folder.resolve("names.csv")) + ": too dear");
            JsonNode summary =
                    JSON.readTree(data().resolve("outbox/names.summary.json").toFile());
            assertThat(summary.path("cancelled").asInt()).isEqualTo(1);
            assertThat(summary.path("refused").asInt()).isEqualTo(1);
            assertThat(summary.path("unfinished").asInt()).isZero();
            assertThat(summary.path("planCode").asText()).isEqualTo(code);
            assertThat(outbox("names.report.html")).contains(" cancelled</summary>", code);

            Cli.Said again = importing(file("names.csv", "order,one-shop.com,1", "order,-bad-.com,1"), "--plan-only");
            assertThat(again.out()).as(again.toString()).contains("1 buy, 1 refused");
            assertThat(outbox("names.plan.csv")).contains("one-shop.com,1,2,buy");
            assertThat(code(again)).isNotEqualTo(code);
            assertThat(command("reject", code, "--why", "again").code()).isEqualTo(1);
            assertThat(sandbox.orders()).isEmpty();
        }

        @Test
        void aFileIsCancelledByItsNameAndItsImportSaysSo() throws Exception {
            waiting("names.csv", "order,one-shop.com,1");

            Cli.Said cancelled = command("cancel", folder.resolve("names.csv").toString());

            assertThat(cancelled.code()).as(cancelled.toString()).isZero();
            assertThat(cancelled.err()).contains("names.csv: 1 row is cancelled.");
            assertThat(outbox("names.cancelled.csv")).contains("no reason given");
            assertThat(command("status").out()).contains("names.csv: finished", "1 cancelled", "cancelled by");
            assertThat(command("status", "one-shop.com").out()).contains("planned -> cancelled");
            assertThat(command("cancel", "names.csv").code()).isEqualTo(1);
        }

        @Test
        void anEditedFileReplacesItsPlanThatWaits() throws Exception {
            String twoYears = waiting("names.csv", "order,one-shop.com,2");

            Cli.Said oneYear = importing(file("names.csv", "order,one-shop.com,1"), "--yes", "--max-total", "20");

            assertThat(oneYear.code()).as(oneYear.toString()).isZero();
            sandbox.verifySoldOnce("one-shop.com");
            assertThat(sandbox.orders()).hasSize(1);
            assertThat(outbox("names.done.csv")).contains("one-shop.com,1");
            try (Stream<Path> files = Files.list(data().resolve("outbox"))) {
                Path replaced = files.filter(
                                each -> each.getFileName().toString().matches("names-[0-9a-f]{8}\\.cancelled\\.csv"))
                        .findFirst()
                        .orElseThrow();
                assertThat(replaced).content().contains("one-shop.com,2", "replaced by a newer names.csv");
            }
            assertThat(command("approve", twoYears).err()).contains("replaced by a newer names.csv");
        }

        @Test
        void fourEyesKeepWhoeverImportedAFileFromApprovingIt() throws Exception {
            Path file = file("names.csv", "order,one-shop.com,1");
            String fourEyes = "ovh-domain.approve.fourEyes=true";

            Cli.Said own = importing(file, "--yes", "--max-total", "20", "--set", fourEyes);
            Cli.Said approve = command("approve", code(own), "--set", fourEyes);

            assertThat(own.code()).as(own.toString()).isEqualTo(3);
            assertThat(own.err()).contains("You (" + me(file) + ") dropped names.csv", "another person");
            assertThat(approve.code()).as(approve.toString()).isEqualTo(3);
            assertThat(sandbox.orders()).isEmpty();
            Cli.Said approved = command("approve", code(own));
            assertThat(approved.code()).as(approved.toString()).isZero();
            assertThat(approved.err()).contains("No `ovh-domain run` is working on this ledger; start one");
        }

        @Test
        void aPlanThatWaitsIsToldOnceAndOneThatIsApprovedAtOnceIsNot() throws Exception {
            String code = waiting("waits.csv", "order,one-shop.com,1");
            importing(folder.resolve("waits.csv"), "--plan-only");
            importing(file("bought.csv", "order,two-shop.com,1"), "--yes", "--max-total", "20");

            assertThat(plansTold()).hasSize(1);
            JsonNode told = plansTold().get(0);
            assertThat(told.path("id").asText()).isEqualTo("plan-" + code);
            assertThat(told.path("data").path("rows").asInt()).isEqualTo(1);
            assertThat(told.path("data").path("totalWithTax").decimalValue()).isEqualByComparingTo("11.99");
            assertThat(told.path("data").path("whatToDo").asText()).isEqualTo("ovh-domain approve " + code);
        }
    }

    @Nested
    class BesideARun {
        private void withRun(Beside work) throws Exception {
            Thread thread = new Thread(() -> command("run", "--set", "ovh-domain.limit.day=50"));
            thread.start();
            try {
                await().atMost(Duration.ofSeconds(60)).until(() -> Files.isDirectory(data().resolve("inbox")));
                work.run(new RemoteControlFiles(data().resolve("control")));
            } finally {
                thread.interrupt();
                thread.join(30_000);
            }
        }

        private interface Beside {
            void run(RemoteControlFiles notes) throws Exception;
        }

        private PlanCode dropped(String name, String... rows) throws IOException {
            Path part = file("." + name, rows);
            Path summary = data().resolve("outbox").resolve(name.replace(".csv", ".summary.json"));
            Files.move(part, data().resolve("inbox").resolve(name));
            await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(summary));
            return new PlanCode(JSON.readTree(summary.toFile()).path("planCode").asText());
        }

        @Test
        void plansAreListedRejectedCancelledAndToldThroughTheControlFolder() throws Exception {
            withRun(notes -> {
                PlanCode rejected = dropped("rejected.csv", "order,one-shop.com,1");
                PlanCode cancelled = dropped("cancelled.csv", "order,two-shop.com,1");

                RemoteControlFiles.Answer list =
                        notes.ask(new PlanCommand.Waiting()).orElseThrow();
                RemoteControlFiles.Answer reject =
                        notes.ask(new PlanCommand.Reject(rejected, "no\nmoney")).orElseThrow();
                RemoteControlFiles.Answer cancel = notes.ask(new PlanCommand.Cancel("cancelled.csv", "wrong file"))
                        .orElseThrow();

                assertThat(list.yes()).isTrue();
                assertThat(list.text()).contains(rejected + "  rejected.csv", cancelled + "  cancelled.csv");
                assertThat(reject.yes()).as(reject.text()).isTrue();
                assertThat(cancel.yes()).as(cancel.text()).isTrue();
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> Files.exists(data().resolve("outbox/rejected.report.html"))
                                && Files.exists(data().resolve("outbox/cancelled.report.html")));
                assertThat(outbox("rejected.cancelled.csv")).contains("rejected by " + me(folder) + ": no money");
                assertThat(outbox("cancelled.cancelled.csv")).contains("cancelled by " + me(folder) + ": wrong file");

                PlanCode waits = dropped("waits.csv", "order,three-shop.com,1");
                await().atMost(Duration.ofSeconds(60)).until(() -> plansTold().stream()
                        .anyMatch(event -> event.path("id").asText().equals("plan-" + waits)));
                assertThat(sandbox.orders()).isEmpty();
            });
        }

        @Test
        void aDroppedFileIsApprovedInTheNameOfTheNotesOwner() throws Exception {
            withRun(notes -> {
                PlanCode code = dropped("names.csv", "order,one-shop.com,1");

                RemoteControlFiles.Answer approved =
                        notes.ask(new PlanCommand.Approve(code)).orElseThrow();

                assertThat(approved.yes()).as(approved.text()).isTrue();
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> Files.exists(data().resolve("outbox/names.done.csv")));
                assertThat(notes.status("one-shop.com", false).orElseThrow().text())
                        .contains("plan " + code + " approved by " + me(folder) + "\n");
            });
        }

        @Test
        void aNoteThatIsALinkIsNotAnswered() throws Exception {
            withRun(notes -> {
                PlanCode code = dropped("names.csv", "order,one-shop.com,1");
                Path note = Files.writeString(folder.resolve("note"), "approve\n" + code + "\n");
                Path answer = data().resolve("control/link.answer");

                Files.createSymbolicLink(data().resolve("control/link.ask"), note);
                await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(answer));

                assertThat(Files.readString(answer)).startsWith("no\n");
                assertThat(sandbox.orders()).isEmpty();
            });
        }
    }

    @Test
    void anInboxThatHoldsTheControlFolderIsRefused() {
        Cli.Said said = command("run", "--set", "ovh-domain.inbox=" + data());

        assertThat(said.code()).as(said.toString()).isEqualTo(2);
        assertThat(said.err()).contains("whoever may drop files could approve plans", "Nothing was started");
    }
}
