// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.model.Money;
import java.time.Duration;

/** The next action that {@link PurchaseProtocol} decides on. */
sealed interface Act {

    PurchaseStep step();

    /**
     * One call to OVHcloud, or to the budget.
     *
     * @param subject the configuration's label, the cart or the item; null if the facts are enough
     */
    record Perform(PurchaseStep step, String subject) implements Act {}

    /** Waits for some time. */
    record Pause(Duration time) implements Act {
        @Override
        public PurchaseStep step() {
            return PurchaseStep.WAIT;
        }
    }

    /**
     * Ends the run.
     *
     * @param spent what counts as spent from now on, tax included; null if nothing was spent, or it is not known what
     */
    record Finish(PurchaseStep step, PurchaseOutcome outcome, Money spent) implements Act {
        Finish(PurchaseStep step, PurchaseOutcome outcome) {
            this(step, outcome, null);
        }
    }
}
