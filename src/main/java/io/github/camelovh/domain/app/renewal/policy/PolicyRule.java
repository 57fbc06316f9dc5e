// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal.policy;

import io.github.camelovh.domain.api.model.Money;
import java.util.List;
import java.util.Objects;

/**
 * A rule of the policy.
 *
 * @param name its name in reports
 * @param line its line in the file
 * @param conditions all must match; none: every name
 * @param wish what happens to a name
 */
public record PolicyRule(String name, int line, List<Condition> conditions, Wish wish) {
    public PolicyRule {
        Objects.requireNonNull(name);
        conditions = List.copyOf(conditions);
        Objects.requireNonNull(wish);
    }

    /** The outcomes of a rule. */
    public enum Outcome {
        /** We renew it, in time. */
        RENEW("renew"),
        /** OVHcloud renews it. */
        AUTOMATIC("automatic"),
        /** It is not renewed and expires. */
        LET_EXPIRE("let-expire"),
        /** A person decides. */
        ASK("ask");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        /** The word in the file. */
        public String word() {
            return word;
        }
    }

    /**
     * What happens to a name.
     *
     * @param outcome the outcome
     * @param years for {@link Outcome#RENEW}: number of years, 1 to 10
     * @param maxPrice for {@link Outcome#RENEW}: the highest price with tax; null for no limit of its own
     * @param tell who to notify, in the operator's words or an address; null for nobody in particular
     */
    public record Wish(Outcome outcome, int years, Money maxPrice, String tell) {
        public Wish {
            Objects.requireNonNull(outcome);
        }
    }
}
