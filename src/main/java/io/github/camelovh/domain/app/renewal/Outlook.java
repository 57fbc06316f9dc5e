// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal;

import io.github.camelovh.domain.app.renewal.policy.PolicyRule;
import io.github.camelovh.domain.app.renewal.policy.PolicyVerdict;
import io.github.camelovh.domain.portfolio.HeldName;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What happens to a name when it expires.
 *
 * @param name the name
 * @param verdict the decision of the policy
 * @param daysLeft days until it expires; negative after that; 0 if its expiry is not known
 * @param renewOn the earliest day of its renewal; null if its expiry is not known
 * @param todo what must be done now
 * @param says in words: what happens, or what prevents it
 * @param trouble whether a person must check it
 * @param warn whether warnings are sent when it expires soon; names without problems expire every year, without
 * warnings
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

    /** The outcome in tables; names without a deciding rule have their own word. */
    public String outcome() {
        return verdict.decided() ? verdict.rule().wish().outcome().word() : "no rule";
    }

    /** Whether a rule decided this. */
    public boolean decided(PolicyRule.Outcome outcome) {
        return verdict.decided() && verdict.rule().wish().outcome() == outcome;
    }

    /** Whether it may be lost soon: a person must check it, or something was not done in time. */
    public boolean isAtRisk() {
        return daysLeft <= RISK_DAYS && (trouble || (warn && !decided(PolicyRule.Outcome.LET_EXPIRE)));
    }
}
