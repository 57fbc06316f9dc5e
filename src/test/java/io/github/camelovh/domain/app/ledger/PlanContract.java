// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.model.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every database has to do for plans: their codes, who decides about them, and who is told. */
abstract class PlanContract {
    private static final String CODE = "[2-9ACDEFGHJKMNPQRTWXY]{4}-[2-9ACDEFGHJKMNPQRTWXY]{4}";
    private static final BudgetLimits LIMITS = new BudgetLimits(null, Money.of("40 EUR"), null);

    final TickingClock clock = new TickingClock();
    LedgerSettings settings;
    Ledger ledger;
    LedgerFixture fixture;

    /** An empty database. */
    abstract LedgerSettings emptyDatabase();

    @BeforeEach
    void open() {
        settings = emptyDatabase();
        ledger = Ledger.open(settings, clock);
        fixture = new LedgerFixture(ledger);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private long waiting(String... domains) {
        long file = fixture.planned(domains);
        ledger.files().noteLimits(file, LIMITS, true);
        ledger.plans().close(file);
        return file;
    }

    private ImportedFile file(long id) {
        return ledger.files().find(id).orElseThrow();
    }

    private String code(long file) {
        return file(file).planCode();
    }

    private void sql(String statement) {
        assertThat(ledger.database().<Integer>write(handle -> handle.execute(statement)))
                .as(statement)
                .isEqualTo(1);
    }

    private List<Request> rows(long file) {
        return ledger.requests().page(file, 0, EnumSet.allOf(RequestState.class), 500);
    }

    private List<RequestEvent> events(Request row) {
        return ledger.requests().history(row.id()).stream()
                .map(RequestMove::event)
                .toList();
    }

    @Nested
    class Codes {
        @Test
        void aClosedPlanHasACodeAndTheWholeDigestOfWhatIsApproved() {
            long file = fixture.planned("one.fr");
            assertThat(code(file)).isNull();

            Optional<String> closed = ledger.plans().close(file);

            assertThat(closed).contains(code(file));
            assertThat(code(file)).matches(CODE);
            assertThat(file(file).planDigest()).matches("[0-9a-f]{64}");
            assertThat(ledger.files().findByCode(new PlanCode(code(file))).map(ImportedFile::id))
                    .contains(file);
        }

        @Test
        void twoPlansNeverShareOne() {
            long one = waiting("one.fr");
            long two = waiting("two.fr");

            assertThat(code(one)).isNotEqualTo(code(two));
            assertThatThrownBy(() -> sql("update import_file set plan_code = '" + code(one) + "' where id = " + two))
                    .isInstanceOf(JdbiException.class);
        }

        @Test
        void aPlanKeepsItAsLongAsNothingInItChanges() {
            long file = waiting("one.fr");
            String before = code(file);

            ledger.files().noteLimits(file, LIMITS, false);
            assertThat(code(file)).isEqualTo(before);
            ledger.files().noteLimits(file, new BudgetLimits(null, Money.of("41 EUR"), null), true);
            assertThat(code(file)).isNotEqualTo(before);
            assertThat(ledger.plans().approve(file, before, "ada")).isEqualTo(new Approval.OtherPlan(code(file)));
        }

        @Test
        void aPlanThatIsOpenedAgainHasNone() {
            long file = waiting("one.fr");
            String before = code(file);

            assertThat(ledger.plans().reopen(file)).isTrue();
            assertThat(ledger.plans().approve(file, before, "ada")).isEqualTo(new Approval.NoPlan(FileState.PLANNING));
            assertThat(ledger.plans().close(file)).isPresent().get().isNotEqualTo(before);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "update request set price_without_tax = 1 where line = 1",
                    "update request set price_with_tax = 1 where line = 1",
                    "update request set duration = 'P2Y' where line = 1",
                    "update request set domain = 'other.fr' where line = 1",
                    "update request set row_data = '{}' where line = 1",
                    "update request set terms = 'premium true' where line = 1",
                    "update request set state = 'REFUSED' where line = 1",
                    "update import_file set limit_run = 4000"
                })
        void whatWasChangedInTheLedgerSinceIsNotApprovedUntilItIsShownAnew(String change) {
            long file = waiting("one.fr", "two.fr");
            String shown = code(file);
            sql(change);

            ledger.files().tightenLimits(file, new BudgetLimits(null, Money.of("30 EUR"), null), true);
            assertThat(ledger.plans().approve(file, shown, "ada")).isEqualTo(new Approval.Changed());
            assertThat(ledger.requests().counts(file)).doesNotContainKey(RequestState.APPROVED);
            assertThat(file(file).approvedBy()).isNull();

            ledger.files().noteLimits(file, LIMITS, false);
            assertThat(ledger.plans().approve(file, shown, "ada")).isEqualTo(new Approval.OtherPlan(code(file)));
            assertThat(ledger.plans().approve(file, code(file), "ada")).isInstanceOf(Approval.Given.class);
        }

        @Test
        void plansOfAnEarlierVersionThatWaitGetOneAtTheNextStart() {
            long waits = waiting("one.fr");
            long approved = fixture.approved("two.fr");
            ledger.database()
                    .<Integer>write(handle -> handle.execute(
                            "update import_file set plan_code = null, plan_digest = '3986494823fd35aa'"));

            ledger.close();
            ledger = Ledger.open(settings, clock);

            assertThat(code(waits)).matches(CODE);
            assertThat(file(waits).planDigest()).hasSize(64);
            assertThat(code(approved)).isNull();
            assertThat(file(approved).planDigest()).isEqualTo("3986494823fd35aa");
            assertThat(ledger.plans().approve(waits, "3986494823fd35aa", "ada")).isInstanceOf(Approval.OtherPlan.class);
            assertThat(ledger.plans().approve(waits, code(waits), "ada")).isEqualTo(new Approval.Given(1));
        }
    }

    @Nested
    class Decisions {
        @Test
        void theRowsOfARejectedPlanEndAndTheirNamesAreFree() {
            long file = waiting("one.fr", "two.fr");
            String code = code(file);

            assertThat(ledger.cancellations().reject(file, "2345-6789", "ada", "too dear"))
                    .isEmpty();
            assertThat(ledger.cancellations().reject(file, code, "ada", "too dear"))
                    .contains(new Cancellations.Ended(2, 0));

            assertThat(rows(file)).allSatisfy(row -> {
                assertThat(row.state()).isEqualTo(RequestState.CANCELLED);
                assertThat(row.outcome()).isEqualTo("rejected by ada: too dear");
                assertThat(events(row)).endsWith(RequestEvent.REJECT);
            });
            assertThat(file(file).cancelled().by()).isEqualTo("ada");
            assertThat(file(file).cancelled().why()).isEqualTo("too dear");
            assertThat(ledger.plans().approve(file, code, "bob")).isInstanceOf(Approval.Ended.class);
            assertThat(ledger.cancellations().reject(file, code, "bob", "again"))
                    .isEmpty();
            assertThat(ledger.requests()
                            .add(fixture.newFile(), List.of(LedgerFixture.row(1, "one.fr")))
                            .valid())
                    .isEqualTo(1);
            assertThat(ledger.files().finish(file)).isTrue();
            assertThat(code(file)).isEqualTo(code);
        }

        @Test
        void anApprovedPlanIsNotRejected() {
            long file = fixture.approved("one.fr");

            assertThat(ledger.cancellations().reject(file, code(file), "ada", "late"))
                    .isEmpty();
            assertThat(ledger.requests().counts(file)).isEqualTo(Map.of(RequestState.APPROVED, 1L));
        }

        @Test
        void onlyRowsThatNobodyEverTookAreCancelled() {
            long file = fixture.approved("taken.fr", "put-back.fr", "never.fr");
            Claim taken = fixture.claimOne(file);
            Claim putBack = fixture.claimOne(file);
            ledger.claims().advance(putBack, RequestEvent.PUT_BACK, MoveNotes.why("no answer"));

            assertThat(ledger.cancellations().cancel(file, "ada", "enough")).contains(new Cancellations.Ended(1, 2));

            assertThat(rows(file))
                    .extracting(Request::state)
                    .containsExactly(RequestState.EXECUTING, RequestState.APPROVED, RequestState.CANCELLED);
            assertThat(file(file).endedUnapproved()).isFalse();
            assertThat(ledger.files().finish(file)).isFalse();
            ledger.claims().advance(taken, RequestEvent.FINISH, MoveNotes.why("owned"));
            ledger.claims().advance(fixture.claimOne(file), RequestEvent.FINISH, MoveNotes.why("owned"));
            assertThat(ledger.files().finish(file)).isTrue();
            assertThat(ledger.cancellations().cancel(file, "ada", "enough")).isEmpty();
        }

        @Test
        void planningThatGoesOnAfterACancellationChangesNothing() {
            long file = fixture.received("one.fr", "two.fr");
            List<Request> before = rows(file);
            ledger.plans().record(file, List.of(LedgerFixture.priced(before.get(0))));

            assertThat(ledger.cancellations().cancel(file, "ada", "wrong file"))
                    .contains(new Cancellations.Ended(2, 0));

            assertThat(ledger.plans().record(file, List.of(LedgerFixture.priced(before.get(1)))))
                    .isZero();
            ledger.files().noteLimits(file, LIMITS, true);
            assertThat(ledger.plans().close(file)).isEmpty();
            assertThat(ledger.plans().reopen(file)).isFalse();
            assertThat(ledger.requests().counts(file)).isEqualTo(Map.of(RequestState.CANCELLED, 2L));
            assertThat(code(file)).isNull();
            assertThat(ledger.files().finish(file)).isTrue();
        }

        @Test
        void aFileThatIsBeingReadIsLeftAloneUntilItsReaderIsDead() {
            long file = fixture.newFile();
            ledger.files().take(file, "node");
            ledger.requests().add(file, List.of(LedgerFixture.row(1, "one.fr")));

            assertThat(ledger.cancellations().cancel(file, "ada", "wrong file")).isEmpty();
            assertThat(ledger.cancellations().replace(file, "ada")).isFalse();
            clock.pass(LedgerSettings.DEFAULT_LEASE.plusSeconds(1));
            assertThat(ledger.cancellations().replace(file, "ada")).isTrue();

            assertThat(ledger.requests().counts(file)).isEqualTo(Map.of(RequestState.CANCELLED, 1L));
            assertThat(ledger.files().finish(file)).isTrue();
        }

        @Test
        void aWorkerAndACancellationNeverHaveTheSameRow() throws Exception {
            long file = fixture.approved(LedgerFixture.names("n", 400));
            List<Long> claimed = Collections.synchronizedList(new ArrayList<>());

            LedgerContract.inParallel(3, worker -> {
                if (worker == 0) {
                    while (claimed.size() < 20) {
                        Thread.onSpinWait();
                    }
                    ledger.cancellations().cancel(file, "ada", "enough");
                    return;
                }
                List<Request> free;
                do {
                    free = ledger.claims().claim(OptionalLong.of(file), true, "node" + worker);
                    free.forEach(row -> claimed.add(row.id()));
                } while (!free.isEmpty());
            });

            assertThat(claimed).doesNotHaveDuplicates().hasSizeLessThan(400);
            Map<RequestState, Long> counts = ledger.requests().counts(file);
            assertThat(counts)
                    .isEqualTo(Map.of(
                            RequestState.EXECUTING,
                            (long) claimed.size(),
                            RequestState.CANCELLED,
                            400L - claimed.size()));
            assertThat(rows(file)).allSatisfy(row -> assertThat(row.state() == RequestState.EXECUTING)
                    .isEqualTo(claimed.contains(row.id())));
        }
    }

    @Nested
    class Replacement {
        private long named(String name, int number, String domain) {
            long file = ledger.files()
                    .receive(name, String.format("%064x", 1000 + number), "ada")
                    .file()
                    .id();
            ledger.requests().add(file, List.of(LedgerFixture.row(1, domain)));
            ledger.files().completeReading(file);
            return file;
        }

        private long planned(String name, int number, String domain) {
            long file = named(name, number, domain);
            ledger.plans().record(file, List.of(LedgerFixture.priced(rows(file).get(0))));
            ledger.plans().close(file);
            return file;
        }

        @Test
        void onlyFilesOfTheNameThatWaitMakeWay() {
            long planned = planned("names.csv", 1, "one.fr");
            long planning = named("names.csv", 2, "two.fr");
            long approved = planned("names.csv", 3, "three.fr");
            ledger.plans().approve(approved, code(approved), "bob");
            planned("others.csv", 4, "four.fr");
            long rejected = planned("names.csv", 5, "five.fr");
            ledger.cancellations().reject(rejected, code(rejected), "bob", "no");
            long newer = ledger.files()
                    .receive("names.csv", "ee".repeat(32), "ada")
                    .file()
                    .id();

            assertThat(ledger.cancellations().replaceable("names.csv", newer))
                    .extracting(ImportedFile::id)
                    .containsExactly(planned, planning);
            assertThat(ledger.cancellations().replaceable("names.csv", planned))
                    .as("whichever comes")
                    .extracting(ImportedFile::id)
                    .containsExactly(planning);
            assertThat(ledger.cancellations().replace(approved, "ada")).isTrue();
            assertThat(ledger.requests().counts(approved)).isEqualTo(Map.of(RequestState.APPROVED, 1L));
        }

        @Test
        void theRowsOfOneThatIsReplacedEndBeforeThoseOfTheNewerCome() {
            long older = planned("names.csv", 1, "one.fr");
            String code = code(older);
            long newer = ledger.files()
                    .receive("names.csv", "ee".repeat(32), "ada")
                    .file()
                    .id();

            assertThat(ledger.cancellations().replace(older, "ada")).isTrue();
            RequestRepository.Stored stored = ledger.requests().add(newer, List.of(LedgerFixture.row(1, "one.fr")));

            assertThat(stored).isEqualTo(new RequestRepository.Stored(1, 0, 0));
            assertThat(rows(older).get(0).state()).isEqualTo(RequestState.CANCELLED);
            assertThat(rows(older).get(0).outcome()).isEqualTo("replaced by a newer names.csv");
            assertThat(ledger.plans().approve(older, code, "bob")).isInstanceOf(Approval.Ended.class);
        }

        @Test
        void theBytesOfAFileThatEndedUnapprovedAreANewFile() {
            long first = planned("names.csv", 1, "one.fr");
            String hash = file(first).contentHash();
            ledger.cancellations().reject(first, code(first), "bob", "not now");

            FileRepository.Receipt again = ledger.files().receive("names.csv", hash, "eve");

            assertThat(again.fresh()).isTrue();
            assertThat(again.file().id()).isNotEqualTo(first);
            assertThat(again.file().droppedBy()).isEqualTo("eve");
            assertThat(rows(first)).hasSize(1);
            assertThat(events(rows(first).get(0))).containsExactly(RequestEvent.PLAN, RequestEvent.REJECT);
            assertThat(file(first).contentHash())
                    .startsWith(hash.substring(0, 40))
                    .isNotEqualTo(hash);
            assertThat(ledger.files().finish(first)).isTrue();
            assertThat(ledger.files().receive("names.csv", hash, "ada").file().id())
                    .isEqualTo(again.file().id());
        }

        @Test
        void theBytesOfAFileThatWasApprovedStayThatFile() {
            long file = planned("names.csv", 1, "one.fr");
            ledger.plans().approve(file, code(file), "bob");
            ledger.cancellations().cancel(file, "bob", "after all not");

            assertThat(ledger.files()
                            .receive("names.csv", file(file).contentHash(), "ada")
                            .file()
                            .id())
                    .isEqualTo(file);
        }
    }

    @Nested
    class Telling {
        private List<String> told(String owner) {
            return ledger.notices().claimPlans(owner).stream()
                    .map(ImportedFile::planCode)
                    .toList();
        }

        private void passAtOnce() {
            clock.pass(Duration.ofSeconds(11));
        }

        @Test
        void aPlanThatWaitsIsToldOnceByOne() {
            long file = waiting("one.fr");
            assertThat(told("a")).as("it may be approved in the same breath").isEmpty();
            passAtOnce();

            assertThat(told("a")).containsExactly(code(file));
            assertThat(told("b")).as("another one tells").isEmpty();
            assertThat(ledger.notices().isWaiting()).isTrue();
            ledger.notices().toldPlan(code(file));
            assertThat(told("a")).isEmpty();
            assertThat(ledger.notices().isWaiting()).isFalse();
            ledger.files().noteLimits(file, LIMITS, false);
            passAtOnce();
            assertThat(told("a")).as("shown again unchanged").isEmpty();
        }

        @Test
        void whereATellerDiedTheNextTells() {
            long file = waiting("one.fr");
            passAtOnce();
            assertThat(told("a")).hasSize(1);

            clock.pass(LedgerSettings.DEFAULT_LEASE.plusSeconds(1));

            assertThat(told("b")).containsExactly(code(file));
        }

        @Test
        void aPlanThatWaitsNoMoreIsNotTold() {
            long approved = waiting("one.fr");
            ledger.plans().approve(approved, code(approved), "ada");
            long rejected = waiting("two.fr");
            ledger.cancellations().reject(rejected, code(rejected), "ada", "no");
            long opened = waiting("three.fr");
            ledger.plans().reopen(opened);
            long nothingToDo = fixture.received("four.fr");
            ledger.plans()
                    .record(
                            nothingToDo,
                            List.of(PlanResult.ended(rows(nothingToDo).get(0), RequestEvent.FINISH, "ours", null)));
            ledger.plans().close(nothingToDo);
            passAtOnce();

            assertThat(told("a")).isEmpty();
        }

        @Test
        void aPlanThatBecameAnotherIsToldByItsNewCodeOnly() {
            long file = waiting("one.fr");
            ledger.files().noteLimits(file, new BudgetLimits(null, Money.of("41 EUR"), null), true);
            passAtOnce();

            assertThat(told("a")).containsExactly(code(file));
        }

        @Test
        void onePlanIsToldAtOnceWhereNobodyIsAboutToApproveIt() {
            long file = waiting("one.fr");
            waiting("two.fr");

            assertThat(ledger.notices().tellPlanNow(file)).isTrue();
            assertThat(told("a")).containsExactly(code(file));
            ledger.notices().toldPlan(code(file));
            assertThat(ledger.notices().tellPlanNow(file)).isFalse();
        }

        @Test
        void rowsThatAreCancelledAfterTheirApprovalAreToldAndThoseOfARejectedPlanAreNot() {
            long rejected = waiting("one.fr");
            ledger.cancellations().reject(rejected, code(rejected), "ada", "no");
            long approved = fixture.approved("two.fr", "three.fr");
            ledger.cancellations().cancel(approved, "ada", "enough");

            List<Notification> told = ledger.notices().claim(10, "a");

            assertThat(told).extracting(Notification::domain).containsExactly("two.fr", "three.fr");
            assertThat(told).allSatisfy(each -> {
                assertThat(each.move().event()).isEqualTo(RequestEvent.CANCEL);
                assertThat(each.move().to()).isEqualTo(RequestState.CANCELLED);
                assertThat(each.move().why()).isEqualTo("cancelled by ada: enough");
            });
        }
    }
}
