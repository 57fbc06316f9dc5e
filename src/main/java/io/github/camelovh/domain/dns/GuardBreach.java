// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;

/**
 * A guard that a plan would violate, so that nothing of the plan may be done.
 *
 * @param guard which one
 * @param what what the plan would do, and what the limit is
 * @param remedy which option opens it
 */
public record GuardBreach(
        Guard guard, @JsonIgnore String what, @JsonIgnore String remedy) {
    private static final String STOPPED = "stopped by ";

    /** All of it, of a plan that was not carried out. */
    @JsonProperty("sentence")
    public String sentence() {
        return what + "; nothing was changed: " + remedy + ".";
    }

    /** The line of a plan that says so; whoever approves the plan opens this guard for it. */
    public String planLine() {
        return stoppedBy() + what + ".";
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

    /**
     * Such a line for people.
     *
     * @param prefix in front of the option, where the guard is set
     * @param approved whether a person approved the plan in spite of it
     */
    public static String shown(String line, String prefix, boolean approved) {
        return (approved ? "approved in spite of " : STOPPED) + prefix + line.substring(STOPPED.length());
    }

    @Override
    public String toString() {
        return sentence();
    }
}
