// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action.transfer;

/** A zone that is carried is not ready yet; its name waits, and nothing was ordered for it. */
public final class ZoneNotReadyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ZoneNotReadyException(String message) {
        super(message);
    }
}
