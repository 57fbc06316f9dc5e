// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import java.util.List;

/**
 * A row of the file, with restored formulas.
 *
 * @param line line where it begins, counted from 1 (the header is a line too)
 * @param cells all its cells, including those beyond the header
 * @param cutOff whether it is the last row of a file that ends without a line break
 */
public record CsvRow(long line, List<String> cells, boolean cutOff) {
    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
