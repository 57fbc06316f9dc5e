// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.rules;

import java.util.List;
import java.util.Objects;

/**
 * One value that a registry asks for.
 *
 * @param path labels from the top, joined by dots: {@code OWNER_CONTACT.address.city}
 * @param type {@code string}, {@code text}, {@code bool}, {@code number}, {@code contact} and others; null if the API
 * does not say
 * @param need whether it must be given
 * @param oneOf the accepted values, independent of other data; empty for any
 * @param demands further requirements, each as a clause, with its condition if it has one
 * @param description in the registry's words; null for none
 * @param example an example value; null for none
 */
public record RuleField(
        String path,
        String type,
        Need need,
        List<String> oneOf,
        List<String> demands,
        String description,
        String example) {
    /** Whether a value must be given. */
    public enum Need {
        /** Always. */
        ALWAYS,
        /** Depending on other values, see the demands. */
        SOMETIMES,
        /** Never. */
        OPTIONAL
    }

    public RuleField {
        Objects.requireNonNull(path);
        Objects.requireNonNull(need);
        oneOf = List.copyOf(oneOf);
        demands = List.copyOf(demands);
    }
}
