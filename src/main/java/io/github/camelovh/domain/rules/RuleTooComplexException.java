// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.rules;

/** A rule that cannot be evaluated here, so only the server can check it. */
public final class RuleTooComplexException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RuleTooComplexException(String why) {
        super("The rule was not evaluated: " + why + ". Let the server check it.");
    }
}
