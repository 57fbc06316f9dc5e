// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.Optional;

/** Parses {@code fix} rows. */
final class FixParser implements RowParser {
    @Override
    public Optional<RowCommand> parse(RowCells row, ReadOptions options) {
        DomainName domain = CellReading.domain(row);
        return row.refusals().isEmpty()
                ? Optional.of(new RowCommand.Fix(domain, row.group(Columns.CONFIG)))
                : Optional.empty();
    }
}
