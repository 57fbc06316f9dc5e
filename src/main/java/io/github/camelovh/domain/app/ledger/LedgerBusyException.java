// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

/** The ledger is an H2 file that another process has open. Nothing was read or changed. */
public final class LedgerBusyException extends LedgerException {
    private static final long serialVersionUID = 1L;

    LedgerBusyException(String message, Throwable cause) {
        super(message, cause);
    }
}
