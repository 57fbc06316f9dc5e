// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

/** The command could not be carried out; the message is all there is to say. */
final class CommandFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandFailedException(String sentence) {
        super(sentence);
    }
}
