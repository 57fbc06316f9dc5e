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
package io.github.camelovh.domain.app.row;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One reason why a row cannot be done as it stands.
 *
 * @param column the column it is about; empty if the row as a whole
 * @param problem what is wrong
 * @param mend how to mend it
 */
public record Refusal(String column, String problem, String mend) {
    public Refusal {
        Objects.requireNonNull(column);
        Objects.requireNonNull(problem);
        Objects.requireNonNull(mend);
    }

    /** All problems of a row in one text: {@code domain: ...; maxPrice: ...}. */
    public static String problems(List<Refusal> refusals) {
        return refusals.stream()
                .map(r -> r.column.isEmpty() ? r.problem : r.column + ": " + r.problem)
                .collect(Collectors.joining("; "));
    }

    /** All ways of mending of a row in one text. */
    public static String mends(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::mend).distinct().collect(Collectors.joining("; "));
    }
}
