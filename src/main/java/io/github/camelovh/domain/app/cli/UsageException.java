// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

/** The command line or an option is not valid. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String sentence) {
        super(sentence);
    }
}
