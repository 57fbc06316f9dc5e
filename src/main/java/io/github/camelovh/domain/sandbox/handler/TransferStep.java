// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

/** The steps of a transfer, in their order. */
enum TransferStep {
    /** The registry checks the code, the lock and the age. */
    CHECK("Control of the transfer request"),
    /** The owner must answer a mail. */
    CONFIRMATION("Confirmation by the owner"),
    /** The losing registrar may still refuse. */
    LOSING("Answer of the losing registrar"),
    /** The losing registrar has accepted; the registry has not moved the name yet. */
    ACCEPTED("Transfer at the registry");

    final String description;

    TransferStep(String description) {
        this.description = description;
    }
}
