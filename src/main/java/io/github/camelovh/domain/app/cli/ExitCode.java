// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

/** The exit codes of the command line. */
enum ExitCode {
    /** All done. */
    DONE(0),
    /** Some rows were not done; the result files say which and why. */
    SOME_NOT_DONE(1),
    /** The command line or the settings are wrong. */
    WRONG_USAGE(2),
    /** A plan waits for approval, or it is over a limit. Nothing was bought. */
    WAITS(3),
    /** There are no keys, or they do not have a right that is needed. */
    NO_RIGHT(4),
    /** Any other failure. */
    FAILED(5);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
