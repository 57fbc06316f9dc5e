// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal;

import io.github.camelovh.domain.app.renewal.policy.PolicyRule;
import io.github.camelovh.domain.app.renewal.policy.PolicyVerdict;
import io.github.camelovh.domain.portfolio.HeldName;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What becomes of a name.
 *
 * @param name the name
 * @param verdict what the policy says
 * @param daysLeft until it expires; negative after that; 0 where its expiry is not told
 * @param renewOn when it is to be renewed at the earliest; null where its expiry is not told
 * @param todo what is to be done now
 * @param says in words: what happens, or what stands in the way
 * @param trouble whether a person has to look
 * @param warn whether somebody is to be told as the expiry comes near: names in good order expire every year
 */
public record Outlook(
        HeldName name,
        PolicyVerdict verdict,
        long daysLeft,
        LocalDate renewOn,
        RenewalTodo todo,
        String says,
        boolean trouble,
        boolean warn) {
    private static final int RISK_DAYS = 90;

    public Outlook {
        Objects.requireNonNull(name);
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(todo);
        Objects.requireNonNull(says);
    }

    /** How the policy's word is called in tables; names that no rule decides have one of their own. */
    public String outcome() {
        return verdict.decided() ? verdict.rule().wish().outcome().word() : "no rule";
    }

    /** Whether a rule decided so. */
    public boolean decided(PolicyRule.Outcome outcome) {
        return verdict.decided() && verdict.rule().wish().outcome() == outcome;
    }

    /** Whether it may be lost soon: a person has to look, or what is to be done was not done in time. */
    public boolean isAtRisk() {
        return daysLeft <= RISK_DAYS && (trouble || (warn && !decided(PolicyRule.Outcome.LET_EXPIRE)));
    }
}
