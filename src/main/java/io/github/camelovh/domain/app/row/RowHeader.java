// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import java.util.List;
import java.util.Objects;

/**
 * The input columns of a file in their order, with their proper names, without the columns of earlier results ({@code
 * result.*}) and empty columns without a name. {@link ReadRow#cells()} has one cell for each.
 *
 * @param columns proper names: {@code domain}, {@code owner.firstName}, {@code config.REASON}
 * @param format the format of the file
 */
public record RowHeader(List<String> columns, FileFormat format) {
    /** Columns with this prefix were written by us; they are ignored when a result file is dropped again. */
    public static final String RESULT_PREFIX = "result.";

    public RowHeader {
        columns = List.copyOf(columns);
        Objects.requireNonNull(format);
    }

    /** The cell of a column; empty text if the column is missing. */
    String cell(List<String> cells, String column) {
        int at = columns.indexOf(column);
        return at < 0 ? "" : cells.get(at);
    }
}
