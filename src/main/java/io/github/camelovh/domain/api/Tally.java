// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

/** Counts the HTTP calls of one request. Used by one thread. */
final class Tally {
    private int calls;

    void add() {
        calls++;
    }

    void add(int more) {
        calls += more;
    }

    int calls() {
        return calls;
    }
}
