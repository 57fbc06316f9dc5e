// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.util.Objects;

/**
 * One way a request may go.
 *
 * @param from the state it leaves
 * @param event what happens
 * @param to the state it enters; may be the same
 */
record Transition(RequestState from, RequestEvent event, RequestState to) {
    public Transition {
        Objects.requireNonNull(from);
        Objects.requireNonNull(event);
        Objects.requireNonNull(to);
    }
}
