// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import io.github.camelovh.domain.api.catalog.Nearest;
import io.github.camelovh.domain.operation.OperationAnswer;
import io.github.camelovh.domain.operation.OutcomeKinds;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which outcomes of an endpoint are errors. Immutable. */
final class ThrowOn {

    private final Set<String> kinds;

    private ThrowOn(Set<String> kinds) {
        this.kinds = kinds;
    }

    /**
     * Reads the option.
     *
     * @param option kinds, comma-separated; null or empty for none
     * @throws IllegalArgumentException if there is no such kind; it lists those that there are
     */
    static ThrowOn of(String option) {
        Set<String> valid = OutcomeKinds.names();
        Set<String> kinds = Stream.of((option == null ? "" : option).split(","))
                .map(String::strip)
                .filter(kind -> !kind.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        kinds.stream().filter(kind -> !valid.contains(kind)).findFirst().ifPresent(kind -> {
            throw new IllegalArgumentException("throwOn has \"" + kind + "\", and no operation ends like that"
                    + Nearest.hint(kind, valid) + ". The endpoint was not started");
        });
        return new ThrowOn(kinds);
    }

    /** @throws OvhDomainOutcomeException if the operation ended in one of these ways, or a part of it did */
    void check(OperationAnswer answer) {
        answer.outcomes().stream()
                .filter(outcome -> kinds.contains(outcome.outcome()))
                .findFirst()
                .ifPresent(outcome -> {
                    throw new OvhDomainOutcomeException(answer.operation(), outcome);
                });
    }
}
