// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The owner or the configuration does not meet the rules of the extension. Nothing was done. */
public final class OvhEligibilityException extends OvhApiException {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> violations;

    /**
     * For the classifier and for tests of callers.
     *
     * @param facts what is known
     * @param sentence what happened, what was not done, what to do next
     */
    public OvhEligibilityException(ErrorFacts facts, String sentence) {
        super(facts, sentence, false, null);
        this.violations = violations(facts);
    }

    /**
     * What is wrong, field by field.
     *
     * @return field name as OVHcloud gives it ({@code owner.city}) to its sentence, sorted; may be empty
     */
    public Map<String, String> violations() {
        return violations;
    }

    static Map<String, String> violations(ErrorFacts facts) {
        Map<String, String> fields = new TreeMap<>(facts.details());
        // _date, _id and _message describe the check, not a field.
        fields.keySet().removeIf(name -> name.startsWith("_"));
        return Collections.unmodifiableMap(fields);
    }
}
