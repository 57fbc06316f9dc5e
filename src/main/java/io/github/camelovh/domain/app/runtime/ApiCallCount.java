// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import java.util.function.LongSupplier;

/** How many calls this process made to OVHcloud, also once its endpoints are stopped. Thread-safe. */
final class ApiCallCount implements LongSupplier {
    private final LongSupplier endpoint;
    private long last;
    private boolean stopped;

    /** @param endpoint asks an endpoint */
    ApiCallCount(LongSupplier endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public synchronized long getAsLong() {
        if (!stopped) {
            last = endpoint.getAsLong();
        }
        return last;
    }

    /** The endpoints are asked no more; the last count stays. */
    synchronized void stop() {
        stopped = true;
    }
}
