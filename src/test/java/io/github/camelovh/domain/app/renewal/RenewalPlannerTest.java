// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.renewal.policy.PolicyRule;
import io.github.camelovh.domain.app.renewal.policy.PolicyRule.Outcome;
import io.github.camelovh.domain.app.renewal.policy.RenewalPolicy;
import io.github.camelovh.domain.portfolio.HeldName;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenewalPlannerTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private static RenewalPlanner planner(Outcome outcome, Long ordered, boolean underWay) {
        return planner(new PolicyRule.Wish(outcome, 2, null, null), ordered, underWay);
    }

    private static RenewalPlanner planner(PolicyRule.Wish wish, Long ordered, boolean underWay) {
        PolicyRule rule = new PolicyRule("r", 1, List.of(), wish);
        RenewalPolicy policy = new RenewalPolicy(List.of(rule), 30, Map.of(), List.of(90, 30, 7));
        return new RenewalPlanner(policy, (name, expiry) -> Optional.ofNullable(ordered), name -> underWay, TODAY);
    }

    private static HeldName name(String renewalState, String state, int daysLeft) {
        return new HeldName(
                DomainName.of("one.fr"),
                TODAY.plusDays(daysLeft),
                null,
                state,
                renewalState,
                null,
                "locked",
                "disabled",
                List.of(),
                "77",
                null,
                null,
                null,
                1L,
                null,
                null);
    }

    /** Every pair of policy outcome and setting at OVHcloud, and days around the lead time of 30. */
    @ParameterizedTest
    @CsvSource({
        "RENEW,      automatic_renew,        200, set MANUAL,    false, false",
        "RENEW,      automatic_renew,         14, set MANUAL,    false, true",
        "RENEW,      manual_renew,            31, nothing,       false, false",
        "RENEW,      manual_renew,            30, renew 2,       false, false",
        "RENEW,      manual_renew,            28, renew 2,       false, true",
        "RENEW,      manual_renew,            -5, renew 2,       false, true",
        "RENEW,      unpaid,                  20, nothing,       true,  true",
        "RENEW,      cancellation_requested, 200, set MANUAL,    false, false",
        "AUTOMATIC,  automatic_renew,         10, nothing,       false, false",
        "AUTOMATIC,  manual_renew,            60, set AUTOMATIC, false, false",
        "AUTOMATIC,  manual_renew,            10, set AUTOMATIC, false, true",
        "AUTOMATIC,  unpaid,                  10, nothing,       true,  true",
        "LET_EXPIRE, cancellation_requested,  10, nothing,       false, true",
        "LET_EXPIRE, automatic_renew,        200, set CANCEL,    false, true",
        "ASK,        manual_renew,           200, nothing,       true,  true",
        "ASK,        automatic_renew,         10, nothing,       true,  true",
    })
    void whatIsWishedIsComparedWithWhatIs(
            Outcome wish, String renewalState, int daysLeft, String todo, boolean trouble, boolean warn) {
        Outlook outlook = planner(wish, null, false).outlook(name(renewalState, "ok", daysLeft));

        assertThat(word(outlook.todo())).as(outlook.says()).isEqualTo(todo);
        assertThat(outlook.trouble()).as(outlook.says()).isEqualTo(trouble);
        assertThat(outlook.warn()).as(outlook.says()).isEqualTo(warn);
    }

    private static String word(RenewalTodo todo) {
        if (todo instanceof RenewalTodo.Renew renew) {
            return "renew " + renew.years();
        }
        if (todo instanceof RenewalTodo.Set set) {
            return "set " + set.mode();
        }
        return todo instanceof RenewalTodo.Awaited awaited ? "awaited " + awaited.orderId() : "nothing";
    }

    @Test
    void aNameIsRestoredOnlyWithinALimit() {
        HeldName name = name("cancellation_requested", "restorable", -20);
        Outlook without = planner(Outcome.RENEW, null, false).outlook(name);
        Outlook within = planner(new PolicyRule.Wish(Outcome.RENEW, 2, Money.of("99 EUR"), null), null, false)
                .outlook(name);

        assertThat(word(without.todo())).isEqualTo("nothing");
        assertThat(without.trouble()).isTrue();
        assertThat(without.says()).contains("redemption period", "rule r has no maxPrice");
        assertThat(within.todo())
                .as("for the one year that is offered")
                .isEqualTo(new RenewalTodo.Renew(1, Money.of("99 EUR")));
    }

    @ParameterizedTest
    @CsvSource({"AUTOMATIC, expired, true", "AUTOMATIC, restorable, true", "LET_EXPIRE, restorable, false"})
    void whatHasExpiredIsNotSetAnyMore(Outcome wish, String state, boolean trouble) {
        Outlook outlook = planner(wish, null, false).outlook(name("manual_renew", state, -3));

        assertThat(word(outlook.todo())).isEqualTo("nothing");
        assertThat(outlook.trouble()).isEqualTo(trouble);
    }

    @Test
    void whatIsOrderedIsNotOrderedAgain() {
        Outlook outlook = planner(Outcome.RENEW, 4711L, false).outlook(name("manual_renew", "ok", 3));

        assertThat(word(outlook.todo())).isEqualTo("awaited 4711");
        assertThat(outlook.isAtRisk()).isFalse();
    }

    @Test
    void aRowOfItGoesFirst() {
        Outlook outlook = planner(Outcome.RENEW, null, true).outlook(name("manual_renew", "ok", 3));

        assertThat(word(outlook.todo())).isEqualTo("nothing");
        assertThat(outlook.says()).isEqualTo("a row for it waits or is being executed already");
        assertThat(outlook.isAtRisk())
                .as("as it should have been done long ago")
                .isTrue();
    }

    @Test
    void whatIsBeingSetIsNotLateBeforeThat() {
        assertThat(planner(Outcome.AUTOMATIC, null, true)
                        .outlook(name("manual_renew", "ok", 15))
                        .warn())
                .isFalse();
        assertThat(planner(Outcome.AUTOMATIC, null, true)
                        .outlook(name("manual_renew", "ok", 14))
                        .warn())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"pending_delete", "outgoing_transfer", "dispute", "deleted"})
    void whatCannotBeRenewedIsLeftToAPerson(String state) {
        Outlook outlook = planner(Outcome.RENEW, null, false).outlook(name("manual_renew", state, 3));

        assertThat(word(outlook.todo())).isEqualTo("nothing");
        assertThat(outlook.trouble()).isTrue();
    }

    @Test
    void aNameWithoutExpiryIsLeftToAPerson() {
        HeldName told = name("manual_renew", "ok", 3);
        HeldName untold = new HeldName(
                told.name(),
                null,
                null,
                "ok",
                "manual_renew",
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        Outlook outlook = planner(Outcome.RENEW, null, false).outlook(untold);

        assertThat(word(outlook.todo())).isEqualTo("nothing");
        assertThat(outlook.trouble()).isTrue();
    }
}
