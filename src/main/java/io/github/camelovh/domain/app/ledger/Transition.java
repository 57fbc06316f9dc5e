// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.util.Objects;

/**
 * One way a request may go.
 *
 * @param from the state it leaves
 * @param event what happens
 * @param to the state it enters; may be the same
 * @param precedesEffect whether a call that changes something at OVHcloud may follow, so that this move must be written
 *     before it and whoever finds the request in {@code to} must look for traces of that call first
 */
public record Transition(RequestState from, RequestEvent event, RequestState to, boolean precedesEffect) {
    public Transition {
        Objects.requireNonNull(from);
        Objects.requireNonNull(event);
        Objects.requireNonNull(to);
    }
}
