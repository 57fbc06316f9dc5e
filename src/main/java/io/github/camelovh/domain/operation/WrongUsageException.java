// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

/**
 * An operation was asked for in a way that cannot work: unknown name, missing or unknown parameter, value of the wrong
 * form. Nothing was sent. The message says what would have been right.
 */
public final class WrongUsageException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /**
     * Tells what was wrong.
     *
     * @param message what was wrong, and what would have been right; never a parameter's secret value
     */
    public WrongUsageException(String message) {
        super(message);
    }

    /**
     * Tells what was wrong with the content of a request.
     *
     * @param cause its message says all
     */
    WrongUsageException(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }
}
