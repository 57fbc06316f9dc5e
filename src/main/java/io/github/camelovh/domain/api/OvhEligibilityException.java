/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
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
