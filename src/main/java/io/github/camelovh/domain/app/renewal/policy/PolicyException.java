// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal.policy;

import java.util.List;

/** A policy that is not used, as something is wrong in its file. */
public final class PolicyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    PolicyException(String file, List<String> problems) {
        super(String.join(System.lineSeparator(), problems) + System.lineSeparator() + "No rule of " + file
                + " is used until all are right.");
        this.problems = List.copyOf(problems);
    }

    /** One sentence for each, with the file and the line. */
    public List<String> problems() {
        return problems;
    }
}
