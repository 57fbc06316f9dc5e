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
package io.github.camelovh.domain.sandbox.server;

import java.util.concurrent.atomic.AtomicLong;

/** Gives numeric ids above 2^31, so that a client that keeps them in an {@code int} fails early. Thread-safe. */
public final class Ids {
    static final long FIRST = 5_386_578_528L;

    private final AtomicLong next = new AtomicLong(FIRST);

    /** An id that nothing else in this sandbox has. */
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
