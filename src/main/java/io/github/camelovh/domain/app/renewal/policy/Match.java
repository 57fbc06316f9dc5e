// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal.policy;

/**
 * Whether a condition fits a name.
 *
 * @param fit yes, no, or not known
 * @param words the condition and what was seen, for whoever asks why
 */
public record Match(Fit fit, String words) {
    /** How it fits. */
    public enum Fit {
        /** It does. */
        YES,
        /** It does not. */
        NO,
        /** What it asks for is not known of the name. */
        UNKNOWN
    }

    static Match of(boolean fits, String words) {
        return new Match(fits ? Fit.YES : Fit.NO, words);
    }

    static Match unknown(String words) {
        return new Match(Fit.UNKNOWN, words);
    }
}
