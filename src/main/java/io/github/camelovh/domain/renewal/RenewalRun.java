// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.renewal;

import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.order.Budget;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One try to renew a name: where its money comes from, and what is remembered of it if this process dies.
 *
 * @param budget what the money is set aside in
 * @param before the order that was sent for it before, whether it arrived or not; null if none was
 * @param objection why what would be ordered now may not be; empty if it may
 * @param beforeSending writes that an order is sent now; where it throws, none is sent
 */
public record RenewalRun(
        Budget budget,
        Sent before,
        Function<RenewalQuote.Offered, Optional<String>> objection,
        Consumer<Sent> beforeSending) {
    public RenewalRun {
        Objects.requireNonNull(budget);
        Objects.requireNonNull(objection);
        Objects.requireNonNull(beforeSending);
    }

    /** One that nothing is remembered of. */
    public static RenewalRun unrecorded(Budget budget) {
        return new RenewalRun(budget, null, offered -> Optional.empty(), sent -> {});
    }

    /**
     * An order that was sent.
     *
     * @param at when, by OVHcloud's clock
     * @param withTax what it was to cost
     */
    public record Sent(Instant at, Money withTax) {
        public Sent {
            Objects.requireNonNull(at);
            Objects.requireNonNull(withTax);
        }
    }
}
