// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import java.time.Duration;

/** Waits. Tests replace it. Implementations are thread-safe. */
@FunctionalInterface
public interface Sleeper {
    /**
     * Waits.
     *
     * @param time zero or less returns at once
     * @throws InterruptedException when the thread is interrupted
     */
    void sleep(Duration time) throws InterruptedException;
}
