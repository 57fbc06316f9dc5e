// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

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
        return STOPPED + guard.option() + ": " + sentence;
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
