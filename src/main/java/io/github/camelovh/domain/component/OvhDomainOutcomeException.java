// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import io.github.camelovh.domain.api.model.Outcome;
import org.apache.camel.RuntimeCamelException;

/**
 * An operation ended in a way that the option {@code throwOn} of its endpoint makes an error, so that a transacted route rolls back.
 * The message of the exchange is as it was, without control headers. It has no stack trace: nothing is broken.
 */
public final class OvhDomainOutcomeException extends RuntimeCamelException {

    private static final long serialVersionUID = 1L;

    private final transient Outcome outcome;

    OvhDomainOutcomeException(String operation, Outcome outcome) {
        super(message(operation, outcome));
        this.outcome = outcome;
    }

    private static String message(String operation, Outcome outcome) {
        return operation + " of " + outcome.domain() + " ended as " + outcome.outcome()
                + (outcome.orderId() == null ? "" : ", order " + outcome.orderId())
                + (outcome.reasons().isEmpty() ? "" : ": " + String.join("; ", outcome.reasons()))
                + (outcome.whatToDo() == null ? "" : ". " + outcome.whatToDo());
    }

    /** {@return how it ended, a record; null only after the exception was sent to another process} */
    public Outcome getOutcome() {
        return outcome;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
