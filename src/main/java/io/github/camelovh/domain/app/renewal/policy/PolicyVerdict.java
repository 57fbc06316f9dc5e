// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal.policy;

import java.util.List;
import java.util.Objects;

/**
 * What the policy says of a name.
 *
 * @param rule the rule that decided; null where none did
 * @param why a clause where none did: no rule fits, or one could not be decided
 * @param steps every rule that was asked, in their order, with what was seen
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
     * A rule that was asked.
     *
     * @param rule the rule
     * @param matches what came of its conditions, up to the first that does not fit
     */
    public record Step(PolicyRule rule, List<Match> matches) {
        public Step {
            Objects.requireNonNull(rule);
            matches = List.copyOf(matches);
        }

        /** Whether the rule fits the name. */
        public Match.Fit fit() {
            return matches.stream()
                    .map(Match::fit)
                    .filter(fit -> fit != Match.Fit.YES)
                    .findFirst()
                    .orElse(Match.Fit.YES);
        }
    }
}
