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
