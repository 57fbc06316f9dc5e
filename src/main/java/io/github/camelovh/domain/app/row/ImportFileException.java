// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

/**
 * A file that cannot be taken as a whole: empty, binary, broken encoding, unknown column, cut off and the like. The
 * message tells the operator what is wrong, where, and what to do; no row of the file counts.
 */
public final class ImportFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long line;

    ImportFileException(long line, String message) {
        super(message);
        this.line = line;
    }

    /** The line of the file where it shows, from 1; 0 if the file as a whole is meant. */
    public long line() {
        return line;
    }
}
