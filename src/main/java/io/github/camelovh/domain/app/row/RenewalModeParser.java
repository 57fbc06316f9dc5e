// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.renewal.RenewalMode;
import java.util.Optional;

/** Parses {@code set-auto-renew} rows. */
final class RenewalModeParser implements RowParser {
    @Override
    public Optional<RowCommand> parse(RowCells row, ReadOptions options) {
        DomainName domain = CellReading.domain(row);
        Optional<RenewalMode> mode = mode(row);
        return row.refusals().isEmpty()
                ? Optional.of(new RowCommand.SetRenewal(domain, mode.orElseThrow()))
                : Optional.empty();
    }

    /** Empty where the cell is refused. */
    static Optional<RenewalMode> mode(RowCells row) {
        String written = row.text(Columns.RENEWAL);
        Optional<RenewalMode> mode = RenewalMode.of(written);
        if (mode.isEmpty()) {
            row.refuse(
                    Columns.RENEWAL,
                    written.isEmpty() ? "is empty" : "\"" + RowCells.shown(written) + "\" is not a renewal mode",
                    "write one of: " + String.join(", ", RenewalMode.words()));
        }
        return mode;
    }
}
