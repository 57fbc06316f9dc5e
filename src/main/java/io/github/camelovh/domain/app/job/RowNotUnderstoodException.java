// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

/** A row of the ledger means nothing under the settings of now. The message is a clause. */
final class RowNotUnderstoodException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RowNotUnderstoodException(String why) {
        super(why);
    }
}
