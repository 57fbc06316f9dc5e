// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import java.util.Optional;

/** Parses the rows of one action: returns the command, or nothing after refusing the row with all reasons. */
@FunctionalInterface
interface RowParser {
    Optional<RowCommand> parse(RowCells row, ReadOptions options);
}
