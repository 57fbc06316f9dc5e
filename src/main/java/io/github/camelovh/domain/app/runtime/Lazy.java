// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import java.util.function.Supplier;

/** Something that is made when it is first asked for, and only then. Thread-safe. */
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private T made;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }
}
