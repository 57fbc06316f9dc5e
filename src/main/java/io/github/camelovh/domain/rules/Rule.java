// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.rules;

import java.util.List;
import java.util.Set;

/**
 * A rule of a registry, or a part of one, {@code domain.configuration.rules.Rule}.
 *
 * @param label the value: {@code OWNER_CONTACT}, or inside {@code fields} a member such as {@code address.city}; null
 * if the rule only groups
 * @param type of the value: string, bool, contact and others; null if the API does not say
 * @param description in the registry's words; null for none
 * @param placeholder an example; null for none
 * @param constraints all must be met
 * @param conditions applies only if this rule is met; null for always
 * @param contexts applies only in one of these; empty for all
 * @param fields rules for the members of the value; null for none
 * @param and all must be met
 * @param or at least one must be met, if there are any
 */
public record Rule(
        String label,
        String type,
        String description,
        String placeholder,
        List<Constraint> constraints,
        Rule conditions,
        Set<String> contexts,
        Rule fields,
        List<Rule> and,
        List<Rule> or) {
    public Rule {
        constraints = List.copyOf(constraints);
        contexts = Set.copyOf(contexts);
        and = List.copyOf(and);
        or = List.copyOf(or);
    }
}
