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
