// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

/** Another process works on the file at this moment, or writes it. Nothing was changed. */
public final class FileBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FileBusyException(String message) {
        super(message);
    }
}
