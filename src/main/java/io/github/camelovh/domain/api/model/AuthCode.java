// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

import java.util.Objects;

/**
 * The code that lets a domain name move to another registrar: a secret. It is no record, because libraries write all
 * components of a record. Immutable.
 */
@HoldsSecret
public final class AuthCode {
    private final transient String secret;

    /**
     * Wraps a code.
     *
     * @param secret never null
     */
    public AuthCode(String secret) {
        this.secret = Objects.requireNonNull(secret, "secret");
    }

    /** {@return the code itself, for the place that sends it or hands it over} */
    public String secret() {
        return secret;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AuthCode code && code.secret.equals(secret);
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
