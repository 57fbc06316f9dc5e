// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import java.time.Duration;

/** What {@link PurchaseProtocol} wants done next. */
sealed interface Act {

    PurchaseStep step();

    /**
     * One exchange with OVHcloud, or with the budget.
     *
     * @param subject the configuration's label, the cart or the item it is about; null where the facts say it all
     */
    record Perform(PurchaseStep step, String subject) implements Act {}

    /** Nothing for a while. */
    record Pause(Duration time) implements Act {
        @Override
        public PurchaseStep step() {
            return PurchaseStep.WAIT;
        }
    }

    /** The run is over. */
    record Finish(PurchaseStep step, PurchaseOutcome outcome) implements Act {}
}
