// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zonefile;

import io.github.camelovh.domain.api.model.VisibleText;

/** A zone file that cannot be taken; nothing was changed. The user's mistake, so the message says it all. */
public final class ZoneFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ZoneFileException(String sentence) {
        super(VisibleText.line(sentence));
    }

    ZoneFileException(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }
}
