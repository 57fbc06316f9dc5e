// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import java.util.Iterator;

/**
 * What Camel's splitter goes through, where reading on may fail. The splitter ends with the failure, and asks for a next element once
 * more when it cleans up; were that to fail too, it would log a stack trace each time. So after a failure there is none. For one thread
 * at a time.
 */
final class SplitterIterator<T> implements Iterator<T> {
    private final Iterator<T> elements;
    private boolean failed;

    SplitterIterator(Iterator<T> elements) {
        this.elements = elements;
    }

    @Override
    public boolean hasNext() {
        if (failed) {
            return false;
        }
        failed = true; // unless it answers
        boolean next = elements.hasNext();
        failed = false;
        return next;
    }

    @Override
    public T next() {
        return elements.next();
    }
}
