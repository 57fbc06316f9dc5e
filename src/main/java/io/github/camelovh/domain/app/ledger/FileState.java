// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

/** Where an import file stands. */
public enum FileState {
    /** Its rows are being read into the ledger; after a crash reading goes on behind the last line noted. */
    RECEIVING,
    /** All rows are in; prices are being asked. */
    PLANNING,
    /** The plan is closed, has its code and waits for approval; or its rows ended without one. */
    PLANNED,
    /** The plan is approved; its rows are bought and delivered. */
    APPROVED,
    /** Every row has its result. */
    FINISHED,
    /** The file as a whole could not be read; it has no rows that count. */
    REFUSED
}
