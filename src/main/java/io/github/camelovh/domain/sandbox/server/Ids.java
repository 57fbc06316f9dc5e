// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import java.util.concurrent.atomic.AtomicLong;

/** Numeric ids above 2^31, so that a client that stores them in an {@code int} fails early. Thread-safe. */
public final class Ids {
    static final long FIRST = 5_386_578_528L;

    private final AtomicLong next = new AtomicLong(FIRST);

    /** An id that is unique in this sandbox. */
    public long next() {
        return next.getAndIncrement();
    }

    long upcoming() {
        return next.get();
    }

    void continueAt(long id) {
        next.set(id);
    }
}
