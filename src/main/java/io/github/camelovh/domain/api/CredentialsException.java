// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

/** The credentials are missing, incomplete or mixed. The message explains the user's mistake without any secret. */
public final class CredentialsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    CredentialsException(String message) {
        super(message);
    }
}
