// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.renewal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.order.Budget;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One attempt to renew a name: its budget, and what is recorded of it in case this process dies.
 *
 * @param budget reserves the money
 * @param before the order that was sent earlier, whether it arrived or not; null if none was sent
 * @param objection why the order that would be sent now is not allowed; empty if it is allowed
 * @param note records what is about to be sent, and then the number of the order that was answered; if it throws, nothing
 * is done after it
 */
public record RenewalRun(
        Budget budget, Sent before, Function<RenewalQuote.Offered, Optional<String>> objection, Consumer<Sent> note) {
    public RenewalRun {
        Objects.requireNonNull(budget);
        Objects.requireNonNull(objection);
        Objects.requireNonNull(note);
    }

    /** A run without a record. */
    public static RenewalRun unrecorded(Budget budget) {
        return new RenewalRun(budget, null, offered -> Optional.empty(), sent -> {});
    }

    /**
     * An order that was sent.
     *
     * @param at when, by OVHcloud's clock
     * @param withTax its expected price
     * @param orderId the number that was answered; null while there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Sent(
            @JsonSerialize(using = ToStringSerializer.class) Instant at, Money withTax, Long orderId) {
        public Sent {
            Objects.requireNonNull(at);
            Objects.requireNonNull(withTax);
        }

        /** Not answered yet. */
        public Sent(Instant at, Money withTax) {
            this(at, withTax, null);
        }

        Sent answered(long number) {
            return new Sent(at, withTax, number);
        }
    }
}
