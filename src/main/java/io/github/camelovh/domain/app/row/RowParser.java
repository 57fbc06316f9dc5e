// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import java.util.Optional;

/** Understands the rows of one action: answers the command, or nothing after having refused the row with all reasons. */
@FunctionalInterface
interface RowParser {
    Optional<RowCommand> parse(RowCells row, ReadOptions options);
}
