// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.file;

import io.github.camelovh.domain.api.model.VisibleText;

/** A file that is not read, because of what it is and not of what it says: a link, a device, far too long. Its message says what to do. */
public final class DropRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DropRefusedException(String message) {
        super(VisibleText.line(message));
    }
}
