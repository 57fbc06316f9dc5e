// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.transfer;

import java.util.Optional;

/** Whether a text can be an auth code. Registries may have further rules. Pure. */
public final class AuthCodeShape {
    private static final int LONGEST = 255;
    private static final int SHORTEST = 4;

    private AuthCodeShape() {}

    /**
     * The problem with a code, as a clause for the user; it never shows the code.
     *
     * @param code without spaces around it
     * @return empty if there is none
     */
    public static Optional<String> objection(String code) {
        if (code.length() < SHORTEST || code.length() > LONGEST) {
            return Optional.of("the auth code has " + code.length() + " characters, which no registry uses");
        }
        if (code.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            return Optional.of("the auth code contains a space, a line break or a non-ASCII character");
        }
        char first = code.charAt(0);
        boolean quoted = (first == '"' || first == '\'') && code.charAt(code.length() - 1) == first;
        return quoted ? Optional.of("the auth code is in quotation marks") : Optional.empty();
    }
}
