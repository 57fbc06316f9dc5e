// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.settings;

/** The settings cannot be used; the message lists all that is wrong with them. A user's mistake: it needs no trace. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }
}
