// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;

/**
 * What is remembered between two steps of a release.
 *
 * @param handedAt when the code was about to be handed over, milliseconds since 1970; null before that
 * @param handed whether it is known to be handed over
 * @param asked how often the lock was asked to change since then
 */
record ReleaseStep(Long handedAt, boolean handed, int asked) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param text as {@link #text} gave it; null before the first step
     * @throws IllegalStateException if it is anything else
     */
    static ReleaseStep of(String text) {
        try {
            return text == null ? new ReleaseStep(null, false, 0) : JSON.readValue(text, ReleaseStep.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("This is no step of a release: " + text, e);
        }
    }

    static ReleaseStep handingAt(Instant time) {
        return new ReleaseStep(time.toEpochMilli(), false, 0);
    }

    ReleaseStep isHanded() {
        return new ReleaseStep(handedAt, true, asked);
    }

    ReleaseStep asked(int times) {
        return new ReleaseStep(handedAt, handed, times);
    }

    String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A step of a release can always be written as JSON", e);
        }
    }
}
