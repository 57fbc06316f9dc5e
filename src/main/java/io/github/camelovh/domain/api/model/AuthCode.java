// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

import java.util.Objects;

/**
 * The code that lets a domain name move to another registrar: a secret.
 *
 * @param secret never null; never shown by {@link #toString()}
 */
public record AuthCode(String secret) {
    public AuthCode {
        Objects.requireNonNull(secret, "secret");
    }

    @Override
    public String toString() {
        return "***";
    }
}
