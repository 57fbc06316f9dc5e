// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.model.VisibleText;
import java.util.List;

/**
 * Records that no zone should have; nothing was changed. This is the user's mistake, so the message says everything.
 */
public final class InvalidRecordsException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int NAMED = 20;
    private static final int LONGEST = 2_000;

    private final List<String> problems;

    /**
     * @param what what was read or planned, for the beginning of the message
     * @param problems one sentence each, not empty
     */
    public InvalidRecordsException(String what, List<String> problems) {
        super(message(what, problems));
        this.problems = List.copyOf(problems);
    }

    private static String message(String what, List<String> problems) {
        var text = new StringBuilder(VisibleText.line(what, LONGEST))
                .append(problems.size() == 1 ? " has a problem" : " has " + problems.size() + " problems")
                .append(", so nothing was changed:");
        problems.stream().limit(NAMED).forEach(problem -> text.append("\n  ")
                .append(VisibleText.line(problem, LONGEST)));
        if (problems.size() > NAMED) {
            text.append("\n  and ").append(problems.size() - NAMED).append(" more");
        }
        return text.toString();
    }

    /** All problems, one sentence each. */
    public List<String> problems() {
        return problems;
    }
}
