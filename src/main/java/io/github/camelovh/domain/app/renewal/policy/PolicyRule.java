// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal.policy;

import io.github.camelovh.domain.api.model.Money;
import java.util.List;
import java.util.Objects;

/**
 * A rule of the policy.
 *
 * @param name how it is called in reports
 * @param line where it stands in the file
 * @param conditions all have to fit; none: any name
 * @param wish what becomes of a name
 */
public record PolicyRule(String name, int line, List<Condition> conditions, Wish wish) {
    public PolicyRule {
        Objects.requireNonNull(name);
        conditions = List.copyOf(conditions);
        Objects.requireNonNull(wish);
    }

    /** What a rule can say. */
    public enum Outcome {
        /** Renewed by us, in time. */
        RENEW("renew"),
        /** Renewed by OVHcloud itself. */
        AUTOMATIC("automatic"),
        /** Given up at its expiry. */
        LET_EXPIRE("let-expire"),
        /** A person decides. */
        ASK("ask");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        /** As it is written in the file. */
        public String word() {
            return word;
        }
    }

    /**
     * What becomes of a name.
     *
     * @param outcome which way
     * @param years for {@link Outcome#RENEW}: how many, 1 to 10
     * @param maxPrice for {@link Outcome#RENEW}: the most that may be paid with tax; null for no limit of its own
     * @param tell whom to tell, in the operator's words or an address; null for nobody in particular
     */
    public record Wish(Outcome outcome, int years, Money maxPrice, String tell) {
        public Wish {
            Objects.requireNonNull(outcome);
        }
    }
}
