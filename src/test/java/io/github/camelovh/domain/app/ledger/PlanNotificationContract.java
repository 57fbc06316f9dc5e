// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.model.Money;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plans that wait: each is told once. */
abstract class PlanNotificationContract extends LedgerContract {
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
