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
    private final boolean passing;

    ImportFileException(long line, String message) {
        this(line, message, false);
    }

    private ImportFileException(long line, String message, boolean passing) {
        super(VisibleText.line(message));
        this.line = line;
        this.passing = passing;
    }

    /** The file was written while it was read. */
    static ImportFileException changed(String message) {
        return new ImportFileException(0, message, true);
    }

    /** Whether the file may be usable when it is read again as it is. */
    public boolean isPassing() {
        return passing;
    }

    /** The line of the file with the problem, counted from 1; 0 for the whole file. */
    public long line() {
        return line;
    }
}
