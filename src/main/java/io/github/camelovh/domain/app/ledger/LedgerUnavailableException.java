// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

/**
 * The ledger's database does not answer at the moment, or cannot write. Whether the statement took effect is unknown if the connection
 * broke at its commit; whoever goes on reads first. It passes: nothing has to be corrected in a row.
 */
public final class LedgerUnavailableException extends LedgerException {
    private static final long serialVersionUID = 1L;

    LedgerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
