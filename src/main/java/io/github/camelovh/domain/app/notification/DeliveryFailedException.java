// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.notification;

/** A recipient did not accept an event. The message contains neither its address nor the event's content. */
public final class DeliveryFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    DeliveryFailedException(String message) {
        super(message);
    }
}
