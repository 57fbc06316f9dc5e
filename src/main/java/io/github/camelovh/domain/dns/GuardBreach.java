// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.util.Collection;

/**
 * A guard that a plan would violate, so that nothing of the plan may be done.
 *
 * @param guard which one
 * @param sentence what the plan would do, what the limit is, and which option opens it
 */
public record GuardBreach(Guard guard, String sentence) {
    private static final String STOPPED = "stopped by ";

    /** The line of a plan that says so; whoever approves the plan opens this guard for it. */
    public String planLine() {
        return stoppedBy() + sentence;
    }

    private String stoppedBy() {
        return STOPPED + guard.option() + ": ";
    }

    /** Whether one of these lines of an approved plan opens the guard; the numbers may have been others then. */
    boolean isOpenedBy(Collection<String> approved) {
        return approved.stream().anyMatch(line -> line.startsWith(stoppedBy()));
    }

    /** Whether a line of a plan says that a guard stops it. */
    public static boolean isPlanLine(String line) {
        return line.startsWith(STOPPED);
    }

    @Override
    public String toString() {
        return sentence;
    }
}
