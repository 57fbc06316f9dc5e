// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal.policy;

/**
 * The result of a condition for a name.
 *
 * @param fit yes, no, or not known
 * @param words the condition and the value that was compared, as an explanation
 */
public record Match(Fit fit, String words) {
    /** Whether the condition matches. */
    public enum Fit {
        /** It matches. */
        YES,
        /** It does not match. */
        NO,
        /** The compared value of the name is not known. */
        UNKNOWN
    }

    static Match of(boolean fits, String words) {
        return new Match(fits ? Fit.YES : Fit.NO, words);
    }

    static Match unknown(String words) {
        return new Match(Fit.UNKNOWN, words);
    }
}
