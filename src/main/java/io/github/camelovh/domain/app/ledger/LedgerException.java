// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

/**
 * The ledger cannot be used as it is set up: wrong address, in use by another process, clock apart, key file lost. The
 * message says what was not done and what to do; a user needs no stack trace.
 */
public sealed class LedgerException extends RuntimeException permits LedgerBusyException, LedgerUnavailableException {
    private static final long serialVersionUID = 1L;

    /** @param message what happened, what was not done, and what to do */
    public LedgerException(String message, Throwable cause) {
        super(message, cause);
    }

    /** @param message what happened, what was not done, and what to do */
    public LedgerException(String message) {
        super(message);
    }
}
