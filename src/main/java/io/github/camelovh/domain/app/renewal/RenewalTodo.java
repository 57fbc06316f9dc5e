// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal;

import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.renewal.RenewalMode;
import java.util.Objects;

/** What must be done for a name now. */
public sealed interface RenewalTodo {
    /** Whether there is something to do. */
    default boolean isOpen() {
        return this instanceof Renew || this instanceof Set;
    }

    /** Nothing. */
    record Nothing() implements RenewalTodo {}

    /**
     * Nothing more: it is ordered, and its expiry date will change in time.
     *
     * @param orderId the order that renews it
     */
    record Awaited(long orderId) implements RenewalTodo {}

    /**
     * It is renewed.
     *
     * @param years number of years
     * @param maxPrice the highest price with tax; null for no limit of its own
     */
    record Renew(int years, Money maxPrice) implements RenewalTodo {}

    /**
     * A setting at OVHcloud for its expiry is changed.
     *
     * @param mode the new mode
     */
    record Set(RenewalMode mode) implements RenewalTodo {
        public Set {
            Objects.requireNonNull(mode);
        }
    }
}
