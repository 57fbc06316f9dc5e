// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

/** The command failed; the message says everything that is known. */
final class CommandFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandFailedException(String sentence) {
        super(sentence);
    }
}
