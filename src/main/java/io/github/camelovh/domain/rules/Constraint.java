// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.rules;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A condition on a value.
 *
 * @param operator the comparison
 * @param value the operand; null for none
 * @param values the operands, for operators with several
 * @param conditions applies only if this rule is met; null for always
 * @param contexts applies only in one of these; empty for all
 */
public record Constraint(Operator operator, String value, List<String> values, Rule conditions, Set<String> contexts) {
    public Constraint {
        Objects.requireNonNull(operator);
        values = List.copyOf(values);
        contexts = Set.copyOf(contexts);
    }
}
