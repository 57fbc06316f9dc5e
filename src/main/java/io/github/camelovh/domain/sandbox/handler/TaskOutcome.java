// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

/**
 * How the work of a task ended, or that it goes on.
 *
 * @param comment what the task tells then; null for nothing
 * @param repairable whether the customer can mend it and relaunch
 * @param at when trouble on OVHcloud's side is over, or when the work goes on; 0 for never
 */
record TaskOutcome(Kind kind, String comment, boolean repairable, long at) {

    enum Kind {
        DONE,
        ERROR,
        PROBLEM,
        CANCELLED,
        GOES_ON
    }

    static TaskOutcome done() {
        return new TaskOutcome(Kind.DONE, null, false, 0);
    }

    /** An error that stays until the customer does something about it, if there is anything to do. */
    static TaskOutcome error(String comment, boolean repairable) {
        return new TaskOutcome(Kind.ERROR, comment, repairable, 0);
    }

    /** OVHcloud's own trouble, shown as an error that nobody can relaunch; it is over at some time. */
    static TaskOutcome errorUntil(long at, String comment) {
        return new TaskOutcome(Kind.ERROR, comment, false, at);
    }

    /** OVHcloud's own trouble, shown as such; it is over at some time. */
    static TaskOutcome problemUntil(long at, String comment) {
        return new TaskOutcome(Kind.PROBLEM, comment, false, at);
    }

    /** Nothing came of it, and nothing can. */
    static TaskOutcome cancelled(String comment) {
        return new TaskOutcome(Kind.CANCELLED, comment, false, 0);
    }

    /** Somebody else has to act first, or time has to pass. */
    static TaskOutcome goesOn(long until) {
        return new TaskOutcome(Kind.GOES_ON, null, false, until);
    }
}
