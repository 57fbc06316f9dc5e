// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static io.github.camelovh.domain.app.ledger.LedgerFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Plans: rejected, cancelled, replaced by a newer version of their file. */
abstract class PlanDecisionContract extends LedgerContract {
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
}
