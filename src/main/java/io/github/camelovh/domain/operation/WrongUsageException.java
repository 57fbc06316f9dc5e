// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

/**
 * A call of an operation that cannot work: unknown name, missing or unknown parameter, value of the wrong form. Nothing
 * was sent. The message says what is valid.
 */
public final class WrongUsageException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** @param message what was wrong, and what is valid; never a parameter's secret value */
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
