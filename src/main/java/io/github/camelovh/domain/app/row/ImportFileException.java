// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.model.VisibleText;

/**
 * A file that cannot be used at all: empty, binary, broken encoding, unknown column, cut off and so on. The message
 * tells the operator what is wrong, where, and what to do. No row of the file counts.
 */
public final class ImportFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long line;

    ImportFileException(long line, String message) {
        super(VisibleText.line(message));
        this.line = line;
    }

    /** The line of the file with the problem, counted from 1; 0 for the whole file. */
    public long line() {
        return line;
    }
}
