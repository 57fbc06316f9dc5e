// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.change;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.camelovh.domain.api.model.Money;
import java.util.List;
import java.util.Objects;

/** What a change would do now. Nothing was changed to find it out. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "outcome")
public sealed interface PlanOutcome {

    /** One method for each kind, so that a new kind is handled everywhere or does not compile. */
    interface Cases<T> {
        T asWished(AsWished outcome);

        T changes(Changes outcome);

        T refused(Refused outcome);
    }

    /** Calls the method of this kind. */
    <T> T match(Cases<T> cases);

    /**
     * Nothing: all is as wished already.
     *
     * @param sentence for the result
     */
    record AsWished(String sentence) implements PlanOutcome {
        public AsWished {
            Objects.requireNonNull(sentence);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.asWished(this);
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

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.changes(this);
        }
    }

    /**
     * A price.
     *
     * @param withoutTax without tax
     * @param withTax what has to be paid; null where that is not known yet
     * @param period what it is for, ISO 8601; null where that is not known
     * @param pricingMode OVHcloud's name for the kind of price; null where there is none
     */
    record Cost(Money withoutTax, Money withTax, String period, String pricingMode) {
        public Cost {
            Objects.requireNonNull(withoutTax);
        }

        /** A price of one kind. */
        public Cost(Money withoutTax, Money withTax, String period) {
            this(withoutTax, withTax, period, null);
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

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.refused(this);
        }
    }
}
