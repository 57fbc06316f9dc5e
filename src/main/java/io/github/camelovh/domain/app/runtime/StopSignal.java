// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Hears that the operating system wants the process to end (SIGTERM, Ctrl-C), and holds the end back until what the process
 * works on is closed: what is under way is seen to its end then, and nothing is left that others have to wait for. Thread-safe.
 */
final class StopSignal implements AutoCloseable {
    private final CountDownLatch given = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::hold, "stop");

    /** Listens from now on. */
    static StopSignal heard() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    private void hold() {
        given.countDown();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isGiven() {
        return given.getCount() == 0;
    }

    /** Whether it was given within that time. */
    boolean await(long millis) throws InterruptedException {
        return given.await(millis, TimeUnit.MILLISECONDS);
    }

    /** All is closed: the process may end. */
    @Override
    public void close() {
        closed.countDown();
        if (!isGiven()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process ends at this moment; the hook has nothing to wait for.
                given.countDown();
            }
        }
    }
}
