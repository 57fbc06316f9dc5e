// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

/** How far the transfer of a name has come, in the order of its way. */
enum TransferStep {
    /** The registry looks at the code, the lock and the age. */
    CHECK("Control of the transfer request"),
    /** The owner has to answer a mail. */
    CONFIRMATION("Confirmation by the owner"),
    /** The losing registrar may still refuse. */
    LOSING("Answer of the losing registrar"),
    /** The losing registrar has let the name go; the registry has not moved it yet. */
    ACCEPTED("Transfer at the registry");

    final String description;

    TransferStep(String description) {
        this.description = description;
    }
}
