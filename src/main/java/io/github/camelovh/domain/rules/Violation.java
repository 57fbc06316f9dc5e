// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.rules;

import java.util.List;
import java.util.Objects;

/**
 * A violation of a rule.
 *
 * @param path labels from the top, joined by dots: {@code OWNER_CONTACT.address.city}
 * @param operator the comparison that failed
 * @param expected the operands; empty if the operator has none
 * @param description in the registry's words; null for none
 */
public record Violation(String path, Operator operator, List<String> expected, String description) {
    public Violation {
        Objects.requireNonNull(path);
        Objects.requireNonNull(operator);
        expected = List.copyOf(expected);
    }

    /** The requirement as a sentence for the user. It never shows the given value, which may be personal. */
    public String sentence() {
        String what = Wording.demand(operator, expected);
        return path + " " + what + (description == null ? "" : " (" + description + ")");
    }
}
