// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.model.VisibleText;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One reason why a row cannot be executed in this form.
 *
 * @param column the column; empty for the whole row
 * @param problem what is wrong
 * @param mend how to correct it
 */
public record RowRefusal(String column, String problem, String mend) {
    public RowRefusal {
        Objects.requireNonNull(column);
        problem = VisibleText.line(problem);
        mend = VisibleText.line(mend);
    }

    /** All problems of a row in one text: {@code domain: ...; maxPrice: ...}. */
    public static String problems(List<RowRefusal> refusals) {
        return refusals.stream()
                .map(r -> r.column.isEmpty() ? r.problem : r.column + ": " + r.problem)
                .collect(Collectors.joining("; "));
    }

    /** All corrections of a row in one text. */
    public static String mends(List<RowRefusal> refusals) {
        return refusals.stream().map(RowRefusal::mend).distinct().collect(Collectors.joining("; "));
    }
}
