// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

/** What the command line ends with. */
enum ExitCode {
    /** All done. */
    DONE(0),
    /** Some rows were not done; the result files say which and why. */
    SOME_NOT_DONE(1),
    /** The command line or the settings are wrong. */
    WRONG_USAGE(2),
    /** It waits for approval, or a limit stands against it. Nothing was bought. */
    WAITS(3),
    /** There are no keys, or they lack a right. */
    NO_RIGHT(4),
    /** Anything else. */
    FAILED(5);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
