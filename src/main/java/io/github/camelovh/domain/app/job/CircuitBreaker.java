// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.OvhApiException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raised when keys or rights are missing: then no row can be done, and a person must act. The first reason stays. Nothing
 * new is begun either while the process ends. Thread-safe.
 */
public final class CircuitBreaker {
    private static final Logger LOG = LoggerFactory.getLogger(CircuitBreaker.class);

    private final AtomicReference<OvhApiException> reason = new AtomicReference<>();
    private volatile boolean stopped;

    /** Raises it; nothing if it is raised already. */
    public void raise(OvhApiException error) {
        if (reason.compareAndSet(null, error)) {
            LOG.warn(
                    "Nothing can be bought until the keys are mended and this process is started again: {}",
                    error.getMessage());
        }
    }

    /** The process ends. */
    public void stop() {
        stopped = true;
    }

    /** Whether nothing new may be begun: it was raised, or the process ends. */
    boolean isRaised() {
        return stopped || reason.get() != null;
    }

    /** Why it was raised; empty also where the process ends. */
    public Optional<OvhApiException> reason() {
        return Optional.ofNullable(reason.get());
    }
}
