// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.change;

import io.github.camelovh.domain.api.model.Money;
import java.util.List;
import java.util.Objects;

/** What a row would change. */
public sealed interface PlanOutcome {
    /**
     * Nothing: all is as wished already.
     *
     * @param sentence for the result
     */
    record AsWished(String sentence) implements PlanOutcome {
        public AsWished {
            Objects.requireNonNull(sentence);
        }
    }

    /**
     * This.
     *
     * @param lines one for each change, as an approver reads them; not empty
     * @param cost what it costs; null for nothing
     */
    record Changes(List<String> lines, Cost cost) implements PlanOutcome {
        /** What costs nothing. */
        public Changes(List<String> lines) {
            this(lines, null);
        }

        public Changes {
            lines = List.copyOf(lines);
            if (lines.isEmpty()) {
                throw new IllegalArgumentException("Nothing to change is said by AsWished");
            }
        }
    }

    /**
     * A price.
     *
     * @param withoutTax without tax
     * @param withTax what has to be paid
     * @param period what it is for, ISO 8601
     */
    record Cost(Money withoutTax, Money withTax, String period) {
        public Cost {
            Objects.requireNonNull(withoutTax);
            Objects.requireNonNull(withTax);
            Objects.requireNonNull(period);
        }
    }

    /**
     * It may not, or cannot be done.
     *
     * @param why a clause
     * @param whatToDo how the operator gets it done
     */
    record Refused(String why, String whatToDo) implements PlanOutcome {
        public Refused {
            Objects.requireNonNull(why);
            Objects.requireNonNull(whatToDo);
        }
    }
}
