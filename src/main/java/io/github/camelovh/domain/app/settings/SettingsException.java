// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.settings;

/**
 * The settings are not valid; the message lists all errors. This is the user's mistake, so no stack trace is needed.
 */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }
}
