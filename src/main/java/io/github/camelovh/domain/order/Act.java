// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

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

    /** Ends the run. */
    record Finish(PurchaseStep step, PurchaseOutcome outcome) implements Act {}
}
