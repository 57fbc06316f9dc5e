// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.api.model.Outcome;
import java.util.List;
import java.util.Objects;

/** What a change would do now. Nothing was changed to find it out. */
public sealed interface PlanOutcome extends Outcome {

    /** One method for each kind, so that a new kind is handled everywhere or does not compile. */
    interface Cases<T> {
        T asWished(AsWished outcome);

        T changes(Changes outcome);

        T refused(Refused outcome);
    }

    /** Calls the method of this kind. */
    <T> T match(Cases<T> cases);

    /** The same, about this name or zone. */
    PlanOutcome of(DomainName name);

    /**
     * Nothing: all is as wished already.
     *
     * @param domain the name or zone; null before the operation fills it in
     * @param sentence for the result
     */
    record AsWished(DomainName domain, String sentence) implements PlanOutcome {
        public AsWished {
            Objects.requireNonNull(sentence);
        }

        public AsWished(String sentence) {
            this(null, sentence);
        }

        @Override
        public AsWished of(DomainName name) {
            return new AsWished(name, sentence);
        }

        @Override
        public List<String> reasons() {
            return List.of(sentence);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.asWished(this);
        }
    }

    /**
     * This.
     *
     * @param domain the name or zone; null before the operation fills it in
     * @param lines one for each change, as an approver reads them; not empty
     * @param cost what it costs; null for nothing
     */
    record Changes(DomainName domain, List<String> lines, Cost cost) implements PlanOutcome {
        public Changes {
            lines = List.copyOf(lines);
            if (lines.isEmpty()) {
                throw new IllegalArgumentException("Nothing to change is said by AsWished");
            }
        }

        public Changes(List<String> lines, Cost cost) {
            this(null, lines, cost);
        }

        /** What costs nothing. */
        public Changes(List<String> lines) {
            this(lines, null);
        }

        @Override
        public Money priceWithTax() {
            return cost == null ? null : cost.withTax();
        }

        @Override
        public Changes of(DomainName name) {
            return new Changes(name, lines, cost);
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
    @JsonInclude(JsonInclude.Include.NON_NULL)
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
     * @param domain the name or zone; null before the operation fills it in
     * @param why a clause
     * @param whatToDo how the operator gets it done
     */
    record Refused(DomainName domain, String why, String whatToDo) implements PlanOutcome {
        public Refused {
            Objects.requireNonNull(why);
            Objects.requireNonNull(whatToDo);
        }

        public Refused(String why, String whatToDo) {
            this(null, why, whatToDo);
        }

        @Override
        public Refused of(DomainName name) {
            return new Refused(name, why, whatToDo);
        }

        @Override
        public List<String> reasons() {
            return List.of(why);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.refused(this);
        }
    }
}
