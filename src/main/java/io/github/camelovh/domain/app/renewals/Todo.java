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
package io.github.camelovh.domain.app.renewals;

import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.renewal.RenewalMode;
import java.util.Objects;

/** What is to be done for a name now. */
public sealed interface Todo {
    /** Whether something is to be done. */
    default boolean isOpen() {
        return this instanceof Renew || this instanceof Set;
    }

    /** Nothing. */
    record Nothing() implements Todo {}

    /**
     * Nothing more: it is ordered, and its expiry moves in time.
     *
     * @param orderId the order that renews it
     */
    record Awaited(long orderId) implements Todo {}

    /**
     * It is renewed.
     *
     * @param years for how many
     * @param maxPrice the most that may be paid with tax; null for no limit of its own
     */
    record Renew(int years, Money maxPrice) implements Todo {}

    /**
     * OVHcloud is told what to do at its expiry.
     *
     * @param mode what
     */
    record Set(RenewalMode mode) implements Todo {
        public Set {
            Objects.requireNonNull(mode);
        }
    }
}
