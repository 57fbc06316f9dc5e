// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A name that comes near its expiry, of which somebody is told once.
 *
 * @param domain the name in ASCII form
 * @param expires when it expires
 * @param tier so many days before that, at most
 * @param text what happens, or stands in the way
 * @param tell whom to tell; null for nobody in particular
 * @param needsAttention whether a person has to do something
 * @param at when it was noted
 */
public record RenewalWarning(
        String domain, LocalDate expires, int tier, String text, String tell, boolean needsAttention, Instant at) {
    public RenewalWarning {
        Objects.requireNonNull(domain);
        Objects.requireNonNull(expires);
        Objects.requireNonNull(text);
        Objects.requireNonNull(at);
    }
}
