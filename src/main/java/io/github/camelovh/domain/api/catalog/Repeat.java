// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.catalog;

/** Whether a call may be sent twice. This is a property of the API route, not of the situation. */
public enum Repeat {
    /** Changes nothing; retried when no usable answer came. */
    READ,
    /** Changes something, but twice has the same effect as once (PUT, DELETE, a refresh); also retried. */
    REPEATABLE,
    /** Twice has another effect than once (an order, a payment); retried only when the server certainly did not act. */
    ONCE
}
