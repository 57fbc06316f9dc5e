// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import java.util.List;
import java.util.Objects;

/**
 * The input columns of a file in the order in which they stood, under their proper names; columns of earlier results
 * ({@code result.*}) and nameless empty ones are not among them. {@link ReadRow#cells()} has one cell for each.
 *
 * @param columns proper names: {@code domain}, {@code owner.firstName}, {@code config.REASON}
 * @param format how the file was written
 */
public record RowHeader(List<String> columns, FileFormat format) {
    /** Columns that begin so were written by us and say nothing when a result file is dropped again. */
    public static final String RESULT_PREFIX = "result.";

    public RowHeader {
        columns = List.copyOf(columns);
        Objects.requireNonNull(format);
    }

    /** The cell of a column, empty text where the column is missing. */
    String cell(List<String> cells, String column) {
        int at = columns.indexOf(column);
        return at < 0 ? "" : cells.get(at);
    }
}
