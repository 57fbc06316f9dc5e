// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

/** Faults of a ledger, for tests of other packages. */
public final class LedgerFaults {
    private LedgerFaults() {}

    public static LedgerUnavailableException unavailable(String message) {
        return new LedgerUnavailableException(message, null);
    }
}
