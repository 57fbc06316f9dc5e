// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal.policy;

import java.util.List;

/** A policy that is not used, because its file has errors. */
public final class PolicyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    PolicyException(String file, List<String> problems) {
        super(String.join(System.lineSeparator(), problems) + System.lineSeparator() + "No rule of " + file
                + " is used until all errors are corrected.");
        this.problems = List.copyOf(problems);
    }

    /** One sentence for each error, with the file and the line. */
    public List<String> problems() {
        return problems;
    }
}
