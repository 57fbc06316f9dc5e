// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static io.github.camelovh.domain.app.ledger.LedgerFixture.PRICE;
import static io.github.camelovh.domain.app.ledger.LedgerFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.model.Money;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans: what is approved, and the code by which it is. */
abstract class PlanContract extends LedgerContract {
    private static final String CODE = "[2-9ACDEFGHJKMNPQRTWXY]{4}-[2-9ACDEFGHJKMNPQRTWXY]{4}";

    @Nested
    class Approving {
        @Test
        void approvesOnlyThePlanThatWasSeen() {
            long file = fixture.planned("one.fr", "two.fr");
            assertThat(ledger.plans().approve(file, "x", "me")).isEqualTo(new Approval.NoPlan(FileState.PLANNING));
            String code = ledger.plans().close(file).orElseThrow();

            assertThat(ledger.plans().approve(file, "x", "me")).isEqualTo(new Approval.OtherPlan(code));
            assertThat(ledger.requests().counts(file)).isEqualTo(Map.of(RequestState.PLANNED, 2L));
            assertThat(ledger.plans().approve(file, code, "me")).isEqualTo(new Approval.Given(2));
            assertThat(ledger.requests().counts(file)).isEqualTo(Map.of(RequestState.APPROVED, 2L));
            assertThat(ledger.plans().approve(file, code, "me")).isEqualTo(new Approval.GivenBefore("me"));
            assertThat(ledger.files().find(file).orElseThrow().approvedBy()).isEqualTo("me");
        }

        @Test
        void closedPlanKeepsItsPricesAndOtherPricesGiveAnotherCode() {
            long file = fixture.planned("one.fr");
            String before = ledger.plans().close(file).orElseThrow();
            Request request = only(file);
            PlanResult dearer = PlanResult.planned(
                    request,
                    new PlanFigures(Money.of("8.40 EUR"), PRICE, "create-default", "P1Y", null),
                    "asked again");

            assertThat(ledger.plans().record(file, List.of(dearer))).isZero();
            assertThat(only(file)).isEqualTo(request);
            ledger.plans().reopen(file);
            assertThat(ledger.plans().record(file, List.of(dearer))).isEqualTo(1);
            assertThat(ledger.plans().record(file, List.of(dearer))).isZero();
            assertThat(ledger.plans().close(file).orElseThrow()).isNotEqualTo(before);
        }

        @Test
        void anotherCellGivesAnotherDigest() {
            assertThat(digestOf(LedgerFixture.row(1, "one.fr"))).isNotEqualTo(digestOf(withOwner("one.fr")));
        }

        private String digestOf(NewRequest row) {
            try (Ledger other = Ledger.open(newDatabase(), clock)) {
                long file = new LedgerFixture(other).newFile();
                other.requests().add(file, List.of(row));
                other.files().completeReading(file);
                Request stored = other.requests()
                        .page(file, 0, EnumSet.allOf(RequestState.class), 1)
                        .get(0);
                other.plans().record(file, List.of(LedgerFixture.priced(stored)));
                other.plans().close(file);
                return other.files().find(file).orElseThrow().planDigest();
            }
        }

        private static NewRequest withOwner(String domain) {
            return NewRequest.purchase(
                    1, "order", domain, LedgerFixture.key(domain).text(), "{\"ownerContact\":\"/me/contact/1\"}", null);
        }

        @Test
        void planIsNotClosedWhileAPriceIsMissing() {
            long file = fixture.received("one.fr", "two.fr");
            Request first = ledger.requests()
                    .page(file, 0, EnumSet.of(RequestState.RECEIVED), 1)
                    .get(0);
            ledger.plans().record(file, List.of(LedgerFixture.priced(first)));

            assertThat(ledger.plans().close(file)).isEmpty();
            Request second = ledger.requests()
                    .page(file, 1, EnumSet.of(RequestState.RECEIVED), 1)
                    .get(0);
            ledger.plans().record(file, List.of(PlanResult.ended(second, RequestEvent.REFUSE, "premium", "allow it")));
            assertThat(ledger.plans().close(file)).isPresent();
            assertThat(ledger.requests().find(second.id()).orElseThrow().outcome())
                    .isEqualTo("premium");
        }
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
}
