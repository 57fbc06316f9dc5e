// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.rules;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a value has to meet.
 *
 * @param operator how
 * @param value what it is held against; null for none
 * @param values what it is held against, for operators that take several
 * @param conditions holds only where this rule is met; null for always
 * @param contexts holds only in one of these; empty for all
 */
public record Constraint(Operator operator, String value, List<String> values, Rule conditions, Set<String> contexts) {
    public Constraint {
        Objects.requireNonNull(operator);
        values = List.copyOf(values);
        contexts = Set.copyOf(contexts);
    }
}
