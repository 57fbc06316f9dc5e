/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.app.policy;

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
