// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.rules;

import java.util.List;
import java.util.Objects;

/**
 * What a rule does not allow.
 *
 * @param path labels from the top, joined by dots: {@code OWNER_CONTACT.address.city}
 * @param operator what is not met
 * @param expected what the value is held against; empty where the operator needs nothing
 * @param description in the registry's words; null for none
 */
public record Violation(String path, Operator operator, List<String> expected, String description) {
    public Violation {
        Objects.requireNonNull(path);
        Objects.requireNonNull(operator);
        expected = List.copyOf(expected);
    }

    /** What is wanted, in a sentence for people; never what was given, which may be of a person. */
    public String sentence() {
        String what = Wording.demand(operator, expected);
        return path + " " + what + (description == null ? "" : " (" + description + ")");
    }
}
