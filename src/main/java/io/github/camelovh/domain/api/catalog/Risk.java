// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.catalog;

/** The worst that an operation may do; a later one is worse. */
public enum Risk {
    /** It changes nothing that lasts. */
    READ,
    /** It changes something in the account, or gives out an auth code, by which a name can be moved. */
    CHANGE,
    /** It orders or pays, or takes on what has to be paid. */
    SPEND
}
