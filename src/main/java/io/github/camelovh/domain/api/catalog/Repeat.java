// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.catalog;

/** Whether one call may be sent twice: a fact of the API route, not of the moment. */
public enum Repeat {
    /** Changes nothing; sent again whenever no usable answer came. */
    READ,
    /** Changes something, but twice is the same as once (PUT, DELETE, a refresh); sent again likewise. */
    REPEATABLE,
    /** Twice is not the same as once (an order, a payment); sent again only when the server surely did not act. */
    ONCE
}
