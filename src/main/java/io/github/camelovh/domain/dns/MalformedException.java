// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

/** A text that cannot be parsed; the message is a clause for a sentence to the user. Has no stack trace. */
final class MalformedException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedException(String reason) {
        super(reason, null, false, false);
    }
}
