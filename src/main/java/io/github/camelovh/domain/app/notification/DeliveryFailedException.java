// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.notification;

/** An addressee did not take an event. The message names neither its address nor the event's content. */
public final class DeliveryFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    DeliveryFailedException(String message) {
        super(message);
    }
}
