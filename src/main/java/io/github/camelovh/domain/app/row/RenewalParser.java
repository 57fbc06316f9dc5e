// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Parses {@code renew} rows. */
final class RenewalParser implements RowParser {
    @Override
    public Optional<RowCommand> parse(RowCells row, ReadOptions options) {
        DomainName domain = CellReading.domain(row);
        String period = CellReading.period(row);
        Money maxPrice = CellReading.maxPrice(row, options.currency());
        LocalDate expiry = CellReading.expiry(row);
        Set<Long> acknowledged = CellReading.acknowledgedOrders(row);
        return row.refusals().isEmpty()
                ? Optional.of(new RowCommand.Renew(domain, period, expiry, maxPrice, acknowledged))
                : Optional.empty();
    }
}
