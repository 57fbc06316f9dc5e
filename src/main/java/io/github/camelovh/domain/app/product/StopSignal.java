/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.app.product;

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
