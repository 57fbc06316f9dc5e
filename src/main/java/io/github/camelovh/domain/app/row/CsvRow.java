// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import java.util.List;

/**
 * A row as it stands in the file, formulas restored.
 *
 * @param line line where it begins, from 1 (the header is a line too)
 * @param cells all its cells, also those beyond the header
 * @param cutOff the last row of a file that ends without a line break
 */
public record CsvRow(long line, List<String> cells, boolean cutOff) {
    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
