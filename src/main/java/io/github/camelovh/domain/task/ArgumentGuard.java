// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.task;

import io.github.camelovh.domain.api.model.TaskArgument;
import java.util.Optional;

/** Whether an argument accepts a value. Pure; its sentences never show the value. */
final class ArgumentGuard {

    private ArgumentGuard() {}

    /** Why the argument does not accept the value; empty when it does. */
    static Optional<String> objection(TaskArgument argument, String value) {
        if (argument.readOnly()) {
            return Optional.of(argument.key() + " is read-only");
        }
        if (!argument.acceptedValues().isEmpty() && !argument.acceptedValues().contains(value)) {
            return Optional.of(argument.key() + " must be one of " + String.join(", ", argument.acceptedValues()));
        }
        int length = value.codePointCount(0, value.length());
        if (argument.minimumSize() != null && length < argument.minimumSize()) {
            return Optional.of(
                    argument.key() + " has " + length + " characters, but needs at least " + argument.minimumSize());
        }
        if (argument.maximumSize() != null && length > argument.maximumSize()) {
            return Optional.of(
                    argument.key() + " has " + length + " characters, but may have at most " + argument.maximumSize());
        }
        return Optional.empty();
    }
}
