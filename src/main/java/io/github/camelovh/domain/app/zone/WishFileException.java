// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zone;

/** A zone file that cannot be taken; nothing was changed. The user's mistake, so the message says it all. */
public final class WishFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WishFileException(String sentence) {
        super(sentence);
    }

    WishFileException(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }
}
