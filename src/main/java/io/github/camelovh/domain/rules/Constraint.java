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
