// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.doctor;

/**
 * What a check found.
 *
 * @param area what was checked, one word: keys, clock, rights, ledger, folders, mail, webhook
 * @param level how bad it is
 * @param what what is so, one sentence without secrets
 * @param whatToDo what to do; empty if nothing is wrong
 */
public record Finding(String area, Level level, String what, String whatToDo) {

    /** How bad it is. */
    public enum Level {
        /** All is well. */
        OK,
        /** It works now; something will go wrong, or is not as good as it could be. */
        WARNING,
        /** It does not work. */
        FAULT
    }

    static Finding ok(String area, String what) {
        return new Finding(area, Level.OK, what, "");
    }

    static Finding warning(String area, String what, String whatToDo) {
        return new Finding(area, Level.WARNING, what, whatToDo);
    }

    static Finding fault(String area, String what, String whatToDo) {
        return new Finding(area, Level.FAULT, what, whatToDo);
    }
}
