// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.transfer;

import java.util.Optional;

/** Whether a text can be an auth code. What registries want beyond this is theirs to say. Pure. */
public final class AuthCodeShape {
    private static final int LONGEST = 255;
    private static final int SHORTEST = 4;

    private AuthCodeShape() {}

    /**
     * What speaks against a code, as a clause for people; it never shows the code.
     *
     * @param code without blanks around it
     * @return empty where nothing does
     */
    public static Optional<String> objection(String code) {
        if (code.length() < SHORTEST || code.length() > LONGEST) {
            return Optional.of("the auth code has " + code.length() + " characters, which no registry gives");
        }
        if (code.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            return Optional.of("the auth code holds a blank, a line break or a character beyond ASCII");
        }
        char first = code.charAt(0);
        boolean quoted = (first == '"' || first == '\'') && code.charAt(code.length() - 1) == first;
        return quoted ? Optional.of("the auth code stands in quotation marks") : Optional.empty();
    }
}
