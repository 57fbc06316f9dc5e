// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.rules;

import java.util.List;
import java.util.Objects;

/**
 * One thing that a registry asks for.
 *
 * @param path labels from the top, joined by dots: {@code OWNER_CONTACT.address.city}
 * @param type {@code string}, {@code text}, {@code bool}, {@code number}, {@code contact} and others; null where it is not told
 * @param need whether it has to be given
 * @param oneOf the values that are taken, whatever else is given; empty for any
 * @param demands what else a value has to be, each in a clause; with its condition where it has one
 * @param description in the registry's words; null for none
 * @param example a value as it may look; null for none
 */
public record RuleField(
        String path,
        String type,
        Need need,
        List<String> oneOf,
        List<String> demands,
        String description,
        String example) {
    /** Whether something has to be given. */
    public enum Need {
        /** In any case. */
        ALWAYS,
        /** Depending on something else, see the demands. */
        SOMETIMES,
        /** It may be left out. */
        OPTIONAL
    }

    public RuleField {
        Objects.requireNonNull(path);
        Objects.requireNonNull(need);
        oneOf = List.copyOf(oneOf);
        demands = List.copyOf(demands);
    }
}
