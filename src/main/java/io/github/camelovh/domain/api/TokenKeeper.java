// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import io.github.camelovh.domain.api.model.HoldsSecret;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Holds the token of a service account: fetched before the first call, renewed a minute (or a tenth of its lifetime)
 * before it expires. Thread-safe: one thread fetches, the others wait for its token.
 */
final class TokenKeeper {
    private static final long EARLY_NANOS = Duration.ofMinutes(1).toNanos();

    /** A token and its lifetime. */
    @HoldsSecret
    record Token(String text, Duration life) {
        @Override
        public String toString() {
            return "Token[***]";
        }
    }

    @HoldsSecret
    private record Kept(String text, long renewAt) {
        @Override
        public String toString() {
            return "Kept[***]";
        }
    }

    private final LongSupplier nanos;
    private final Function<Tally, Token> source;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Kept kept;

    TokenKeeper(LongSupplier nanos, Function<Tally, Token> source) {
        this.nanos = nanos;
        this.source = source;
    }

    void ready(Tally tally) {
        if (fresh(kept)) {
            return;
        }
        lock.lock();
        try {
            if (!fresh(kept)) {
                long asked = nanos.getAsLong();
                Token token = source.apply(tally);
                long life = token.life().toNanos();
                kept = new Kept(token.text(), asked + life - Math.min(EARLY_NANOS, life / 10));
            }
        } finally {
            lock.unlock();
        }
    }

    /** The token. Call {@link #ready} first. */
    String token() {
        return kept.text();
    }

    /** Removes a token that OVHcloud does not accept any more; a newer one from another thread stays. */
    void refused(String text) {
        lock.lock();
        try {
            Kept current = kept;
            if (current != null && current.text().equals(text)) {
                kept = new Kept(text, nanos.getAsLong());
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean fresh(Kept token) {
        return token != null && nanos.getAsLong() - token.renewAt() < 0;
    }
}
