// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import java.time.Duration;

/**
 * How long registries and owners need for transfers.
 *
 * @param transfer how long a transfer takes; null if each extension takes its own number of days
 */
public record RegistryTimes(Duration transfer) {

    private static final Duration REAL_CONFIRMATION = Duration.ofDays(14);
    private static final int CONFIRMATION_FACTOR = 3;

    /** From a correct request to the end. */
    Duration transfer(Extension extension) {
        return transfer == null ? Duration.ofDays(extension.transferDays()) : transfer;
    }

    /** How long the owner's answer is awaited. */
    Duration confirmation() {
        return transfer == null ? REAL_CONFIRMATION : transfer.multipliedBy(CONFIRMATION_FACTOR);
    }
}
