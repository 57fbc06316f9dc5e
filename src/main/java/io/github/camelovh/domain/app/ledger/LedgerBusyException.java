// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

/** The ledger is an H2 file that another process has open, or that is another user's. Nothing was read or changed. */
public final class LedgerBusyException extends LedgerException {
    private static final long serialVersionUID = 1L;

    /** @param cause null where nothing was tried */
    public LedgerBusyException(String message, Throwable cause) {
        super(message, cause);
    }
}
