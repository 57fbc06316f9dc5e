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
