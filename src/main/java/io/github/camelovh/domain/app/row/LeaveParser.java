// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.Optional;

/** Parses {@code lock}, {@code unlock}, {@code auth-code} and {@code release} rows. */
final class LeaveParser implements RowParser {
    private final String action;

    LeaveParser(String action) {
        this.action = action;
    }

    @Override
    public Optional<RowCommand> parse(RowCells row, ReadOptions options) {
        DomainName domain = CellReading.domain(row);
        if (!row.isEmpty(Columns.AUTH_CODE)) {
            row.refuse(Columns.AUTH_CODE, "the code comes from OVHcloud, not from the file", "empty the cell");
        }
        boolean tagged = !row.isEmpty(Columns.TAG);
        if (tagged && !action.equals(RowCommand.Leave.RELEASE)) {
            row.refuse(Columns.TAG, "is only for releases", "empty the cell");
        } else if (tagged && domain != null && !domain.ascii().endsWith(".uk")) {
            row.refuse(Columns.TAG, "is only for .uk names", "empty the cell");
        }
        return row.refusals().isEmpty()
                ? Optional.of(new RowCommand.Leave(domain, action, tagged ? row.text(Columns.TAG) : null))
                : Optional.empty();
    }
}
