// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.ledger.BudgetLimits;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import io.github.camelovh.domain.app.ledger.NewRequest;
import io.github.camelovh.domain.app.ledger.PlanCode;
import io.github.camelovh.domain.app.ledger.PlanFigures;
import io.github.camelovh.domain.app.ledger.PlanResult;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestState;
import io.github.camelovh.domain.order.PurchaseAction;
import io.github.camelovh.domain.order.PurchaseKey;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Approvals, rejections and cancellations: what is done, and what the person is told. */
class PlanApprovalTest {
    private static final BudgetLimits LIMITS = new BudgetLimits(null, Money.of("100 EUR"), null);
    private static final PlanFigures PRICE =
            new PlanFigures(Money.of("10 EUR"), Money.of("12 EUR"), "create-default", "P1Y", "premium false");
    private static final PlanCode NO_PLAN = new PlanCode("2345-6789");

    @TempDir
    Path folder;

    private String url;
    private Ledger ledger;
    private int files;

    @BeforeEach
    void open() {
        url = "jdbc:h2:mem:" + folder.getFileName();
        ledger = Ledger.open(LedgerSettings.at(url, "sa", ""), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private ImportedFile planned(String name, String droppedBy, String... domains) {
        long file = ledger.files()
                .receive(name, String.format("%064x", ++files), droppedBy)
                .file()
                .id();
        ledger.requests()
                .add(
                        file,
                        IntStream.range(0, domains.length)
                                .mapToObj(i -> row(i + 2L, domains[i]))
                                .toList());
        ledger.files().completeReading(file);
        ledger.plans()
                .record(
                        file,
                        rows(file).stream()
                                .map(row -> PlanResult.planned(row, PRICE, "offered"))
                                .toList());
        ledger.files().noteLimits(file, LIMITS, true);
        ledger.plans().close(file);
        return file(file);
    }

    private static NewRequest row(long line, String domain) {
        String key =
                PurchaseKey.of(PurchaseAction.CREATE, DomainName.of(domain)).text();
        return NewRequest.purchase(line, "order", domain, key, "{\"domain\":\"" + domain + "\"}", null);
    }

    private List<Request> rows(long file) {
        return ledger.requests().page(file, 0, EnumSet.allOf(RequestState.class), 100);
    }

    private ImportedFile file(long id) {
        return ledger.files().find(id).orElseThrow();
    }

    private static PlanCode code(ImportedFile file) {
        return new PlanCode(file.planCode());
    }

    private PlanApproval approval(boolean fourEyes) {
        return new PlanApproval(ledger, LIMITS, fourEyes);
    }

    private PlanCancellation cancellation() {
        return new PlanCancellation(ledger);
    }

    private void sql(String statement) throws Exception {
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement update = connection.createStatement()) {
            assertThat(update.executeUpdate(statement)).isPositive();
        }
    }

    @Nested
    class AnApproval {
        @Test
        void isForThePlanThatHasTheCode() {
            ImportedFile file = planned("names.csv", "ada", "one.fr", "two.fr");
            ImportedFile other = planned("other.csv", "ada", "three.fr");

            PlanAnswer answer = approval(false).approve(code(file), "bob");

            assertThat(answer.done()).isTrue();
            assertThat(answer.sentence()).isEqualTo("The plan of names.csv is approved: 2 rows may be carried out.");
            assertThat(ledger.requests().counts(file.id())).isEqualTo(Map.of(RequestState.APPROVED, 2L));
            assertThat(file(file.id()).approvedBy()).isEqualTo("bob");
            assertThat(ledger.requests().counts(other.id())).isEqualTo(Map.of(RequestState.PLANNED, 1L));
        }

        @Test
        void givenTwiceSaysWhoGaveItFirst() {
            ImportedFile file = planned("names.csv", "ada", "one.fr");
            approval(false).approve(code(file), "bob");

            PlanAnswer again = approval(false).approve(code(file), "eve");

            assertThat(again.done()).isTrue();
            assertThat(again.sentence()).isEqualTo("The plan of names.csv was approved before, by bob.");
            assertThat(file(file.id()).approvedBy()).isEqualTo("bob");
        }

        @Test
        void byACodeThatNoPlanHasNamesThoseThatWait() {
            ImportedFile file = planned("names.csv", "ada", "one.fr");

            PlanAnswer answer = approval(false).approve(NO_PLAN, "bob");

            assertThat(answer.done()).isFalse();
            assertThat(answer.sentence())
                    .isEqualTo("No plan has the code 2345-6789. Nothing was approved. The plans that wait: "
                            + file.planCode() + " (names.csv).");
        }

        @Test
        void ofAPlanThatChangedInTheLedgerIsRefused() throws Exception {
            ImportedFile file = planned("names.csv", "ada", "one.fr");
            sql("update request set price_without_tax = 11, price_with_tax = 13");

            PlanAnswer answer = approval(false).approve(code(file), "bob");

            assertThat(answer.done()).isFalse();
            assertThat(answer.sentence())
                    .contains("changed since it got its code", "Nothing was approved", "with a new code");
            assertThat(ledger.requests().counts(file.id())).isEqualTo(Map.of(RequestState.PLANNED, 1L));
            assertThat(file(file.id()).state()).isEqualTo(FileState.PLANNED);
        }

        @Test
        void ofAPlanThatIsAnotherByNowNamesBothCodes() {
            ImportedFile file = planned("names.csv", "ada", "one.fr");
            ledger.files().noteLimits(file.id(), new BudgetLimits(null, Money.of("90 EUR"), null), true);

            PlanAnswer answer = approval(false).approve(file.id(), file.planCode(), "bob");

            assertThat(answer.done()).isFalse();
            assertThat(answer.sentence())
                    .contains(
                            "is another one by now",
                            file.planCode(),
                            file(file.id()).planCode());
        }

        @Test
        void overALimitIsRefusedWhoeverGivesIt() {
            ImportedFile file = planned("names.csv", "ada", "one.fr");

            PlanAnswer answer = new PlanApproval(ledger, new BudgetLimits(null, Money.of("11.99 EUR"), null), false)
                    .approve(code(file), "bob");

            assertThat(answer.done()).isFalse();
            assertThat(answer.sentence()).contains("12.00 EUR", "11.99 EUR", "Nothing was bought");
        }

        @Test
        void ofAPlanThatWasRejectedSaysByWhomAndWhy() {
            ImportedFile file = planned("names.csv", "ada", "one.fr");
            cancellation().reject(code(file), "bob", "too dear");

            PlanAnswer answer = approval(true).approve(code(file), "eve");

            assertThat(answer.done()).isFalse();
            assertThat(answer.sentence())
                    .startsWith("The plan of names.csv waits no more since ")
                    .contains(": by bob, too dear. Nothing was approved.")
                    .endsWith("To have it planned again, drop the file again.");
        }

        @Test
        void ofAPlanThatANewerFileReplacedNamesTheCodeOfThatOne() {
            ImportedFile older = planned("names.csv", "ada", "one.fr");
            ledger.cancellations().replace(older.id(), "ada");
            ImportedFile newer = planned("names.csv", "ada", "two.fr");
            planned("others.csv", "ada", "three.fr");
            PlanAnswer answer = approval(false).approve(code(older), "eve");

            assertThat(answer.done()).isFalse();
            assertThat(answer.sentence())
                    .contains("replaced by a newer names.csv. Nothing was approved.")
                    .endsWith("Read it, then: ovh-domain approve " + newer.planCode());
        }
    }

    @Nested
    class FourEyes {
        @Test
        void needSomebodyElseThanWhoDroppedTheFile() {
            ImportedFile file = planned("names.csv", "ada", "one.fr");

            PlanAnswer own = approval(true).approve(code(file), "ADA");
            assertThat(own.done()).isFalse();
            assertThat(own.sentence()).contains("You (ADA) dropped names.csv", "Nothing was approved");
            assertThat(ledger.requests().counts(file.id())).isEqualTo(Map.of(RequestState.PLANNED, 1L));

            assertThat(approval(true).approve(code(file), "bob").done()).isTrue();
        }

        @Test
        void areNotEnoughWhereNobodyKnowsWhoDroppedIt() {
            ImportedFile file = planned("old.csv", null, "one.fr");

            PlanAnswer answer = approval(true).approve(code(file), "bob");

            assertThat(answer.done()).isFalse();
            assertThat(answer.sentence()).contains("It is not known who dropped old.csv");
            assertThat(approval(false).approve(code(file), "bob").done()).isTrue();
        }

        @Test
        void areThoseOfOnePersonWhereAScheduleMadeTheFile() {
            ledger.files().receiveScheduled("renewals.csv", String.format("%064x", files + 1));
            ImportedFile file = planned("renewals.csv", "the service", "one.fr");

            assertThat(file.droppedBy()).isEqualTo("the renewal schedule");
            assertThat(approval(true).approve(code(file), "the service").done()).isTrue();
        }
    }

    @Nested
    class ACancellation {
        @Test
        void ofAPlanThatWaitsIsARejection() {
            ImportedFile file = planned("names.csv", "ada", "one.fr", "two.fr");

            PlanAnswer answer = cancellation().reject(code(file), "bob", "too dear");

            assertThat(answer.done()).isTrue();
            assertThat(answer.sentence())
                    .isEqualTo("The plan " + file.planCode() + " of names.csv is rejected: 2 rows are cancelled.");
            assertThat(cancellation().reject(code(file), "bob", "again"))
                    .isEqualTo(new PlanAnswer(
                            false,
                            "The plan " + file.planCode()
                                    + " of names.csv does not wait: the file is cancelled. Nothing"
                                    + " was changed. What is not begun yet of a file ends by: ovh-domain cancel "
                                    + file.planCode()));
            assertThat(cancellation().reject(NO_PLAN, "bob", "no").sentence())
                    .isEqualTo("No plan has the code 2345-6789. Nothing was changed. No plan waits.");
        }

        @Test
        void leavesWhatIsBegun() {
            ImportedFile file = planned("names.csv", "ada", "one.fr", "two.fr", "three.fr");
            approval(false).approve(code(file), "bob");
            ledger.claims().claim(OptionalLong.of(file.id()), true, "node");

            PlanAnswer byName = cancellation().cancel("names.csv", "eve", "enough");
            PlanAnswer byCode = cancellation().cancel(file.planCode().replace("-", ""), "eve", "enough");

            assertThat(byName.done()).isTrue();
            assertThat(byName.sentence())
                    .isEqualTo(
                            "names.csv: 2 rows are cancelled. 1 row is not, as it was begun or may have been: it goes on.");
            assertThat(byCode.done()).isFalse();
            assertThat(byCode.sentence()).startsWith("Nothing of names.csv can be cancelled: the file is approved");
        }

        @Test
        void ofOneOfSeveralFilesOfANameNeedsItsCode() {
            ImportedFile one = planned("names.csv", "ada", "one.fr");
            ImportedFile two = planned("names.csv", "ada", "two.fr");

            PlanAnswer answer = cancellation().cancel("names.csv", "eve", "which");
            assertThat(answer.done()).isFalse();
            assertThat(answer.sentence())
                    .startsWith("Several files have the name names.csv: planned (" + two.planCode() + "), planned ("
                            + one.planCode() + ").");

            assertThat(cancellation().cancel(one.planCode(), "eve", "this").done())
                    .isTrue();
            assertThat(ledger.requests().counts(two.id())).isEqualTo(Map.of(RequestState.PLANNED, 1L));
        }

        @Test
        void ofAFileThatNobodyKnowsChangesNothing() {
            PlanAnswer answer = cancellation().cancel("nowhere.csv", "eve", "why");

            assertThat(answer.done()).isFalse();
            assertThat(answer.sentence()).contains("the name nowhere.csv", "Nothing was changed");
        }
    }

    @Nested
    class TheListOfWhatWaits {
        private PlanAnswer list() {
            return new WaitingPlans(ledger).list();
        }

        @Test
        void tellsRowsTotalLimitsAndWhoDroppedIt() {
            ImportedFile file = planned("names.csv", "ada", "one.fr", "two.fr");
            ImportedFile rejected = planned("rejected.csv", "ada", "three.fr");
            cancellation().reject(code(rejected), "bob", "no");

            assertThat(list().done()).isTrue();
            assertThat(list().sentence())
                    .isEqualTo(file.planCode()
                            + "  names.csv: 2 rows, 24.00 EUR with tax; limits 100.00 EUR for the file\n"
                            + "           dropped by ada at " + file.receivedAt());
        }

        @Test
        void isEmptyWhereNothingWaits() {
            assertThat(list()).isEqualTo(new PlanAnswer(false, "No plan waits for approval."));
        }
    }
}
