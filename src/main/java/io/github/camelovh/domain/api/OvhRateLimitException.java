// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import java.time.Duration;
import java.util.Optional;

/**
 * OVHcloud (429), or our own limiter before the call's deadline, refused the call because of too many calls. Nothing
 * was done.
 */
public final class OvhRateLimitException extends OvhApiException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /**
     * For the classifier and for tests of callers.
     *
     * @param facts what is known
     * @param sentence what happened, what was not done, what to do next
     * @param retryAfter how long OVHcloud asks to wait, or null when it did not say
     */
    public OvhRateLimitException(ErrorFacts facts, String sentence, Duration retryAfter) {
        super(facts, sentence, true, null);
        this.retryAfter = retryAfter;
    }

    /** How long OVHcloud asked to wait; empty when it did not say. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
