// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

/**
 * How the execution of a task ended, or that it continues.
 *
 * @param comment the comment that the task then shows; null for none
 * @param repairable whether the customer can correct it and relaunch the task
 * @param at when a problem on OVHcloud's side ends, or when the task continues; 0 for never
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

    /** An error that stays until the customer does something, if there is anything to do. */
    static TaskOutcome error(String comment, boolean repairable) {
        return new TaskOutcome(Kind.ERROR, comment, repairable, 0);
    }

    /** OVHcloud's own problem, shown as an error that nobody can relaunch; it ends at some time. */
    static TaskOutcome errorUntil(long at, String comment) {
        return new TaskOutcome(Kind.ERROR, comment, false, at);
    }

    /** OVHcloud's own problem, shown as a problem; it ends at some time. */
    static TaskOutcome problemUntil(long at, String comment) {
        return new TaskOutcome(Kind.PROBLEM, comment, false, at);
    }

    /** The task is cancelled for good. */
    static TaskOutcome cancelled(String comment) {
        return new TaskOutcome(Kind.CANCELLED, comment, false, 0);
    }

    /** Somebody else must act first, or time must pass. */
    static TaskOutcome goesOn(long until) {
        return new TaskOutcome(Kind.GOES_ON, null, false, until);
    }
}
