// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal.policy;

import java.util.List;
import java.util.Objects;

/**
 * The decision of the policy about a name.
 *
 * @param rule the rule that decided; null if none did
 * @param why a clause if none did: no rule matches, or one could not be checked
 * @param steps every rule that was checked, in order, with the compared values
 */
public record PolicyVerdict(PolicyRule rule, String why, List<Step> steps) {
    public PolicyVerdict {
        if ((rule == null) == (why == null)) {
            throw new IllegalArgumentException("A rule decided, or there is a reason why none did");
        }
        steps = List.copyOf(steps);
    }

    /** Whether a rule decided. */
    public boolean decided() {
        return rule != null;
    }

    /**
     * A rule that was checked.
     *
     * @param rule the rule
     * @param matches the results of its conditions, up to the first that does not match
     */
    public record Step(PolicyRule rule, List<Match> matches) {
        public Step {
            Objects.requireNonNull(rule);
            matches = List.copyOf(matches);
        }

        /** Whether the rule matches the name. */
        public Match.Fit fit() {
            return matches.stream()
                    .map(Match::fit)
                    .filter(fit -> fit != Match.Fit.YES)
                    .findFirst()
                    .orElse(Match.Fit.YES);
        }
    }
}
