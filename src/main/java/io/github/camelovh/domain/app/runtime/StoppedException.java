// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

/** The process was told to end (SIGTERM, Ctrl-C) before its work was done. */
public final class StoppedException extends Exception {
    private static final long serialVersionUID = 1L;

    StoppedException() {
        super("Stopped, as this process was told to end. What is under way is seen to its end, for up to 20 seconds;"
                + " the same command goes on with the rest.");
    }
}
