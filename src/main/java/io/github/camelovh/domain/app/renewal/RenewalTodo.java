// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal;

import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.renewal.RenewalMode;
import java.util.Objects;

/** What is to be done for a name now. */
public sealed interface RenewalTodo {
    /** Whether something is to be done. */
    default boolean isOpen() {
        return this instanceof Renew || this instanceof Set;
    }

    /** Nothing. */
    record Nothing() implements RenewalTodo {}

    /**
     * Nothing more: it is ordered, and its expiry moves in time.
     *
     * @param orderId the order that renews it
     */
    record Awaited(long orderId) implements RenewalTodo {}

    /**
     * It is renewed.
     *
     * @param years for how many
     * @param maxPrice the most that may be paid with tax; null for no limit of its own
     */
    record Renew(int years, Money maxPrice) implements RenewalTodo {}

    /**
     * OVHcloud is told what to do at its expiry.
     *
     * @param mode what
     */
    record Set(RenewalMode mode) implements RenewalTodo {
        public Set {
            Objects.requireNonNull(mode);
        }
    }
}
