// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parses {@code order} rows. */
final class OrderParser implements RowParser {
    @Override
    public Optional<RowCommand> parse(RowCells row, ReadOptions options) {
        DomainName domain = CellReading.domain(row);
        String period = CellReading.period(row);
        String contact = CellReading.ownerContact(row);
        Map<String, String> owner = CellReading.owner(row);
        Money maxPrice = CellReading.maxPrice(row, options.currency());
        List<String> nameServers = CellReading.nameServers(row);
        if (!row.isEmpty(Columns.AUTH_CODE)) {
            row.refuse(
                    Columns.AUTH_CODE, "an order needs no auth code", "empty the cell; auth codes are for transfers");
        }
        if (!row.refusals().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RowCommand.Order(
                domain,
                period,
                contact,
                owner,
                maxPrice,
                nameServers,
                row.group(Columns.CONFIG),
                row.text(Columns.NOTE)));
    }
}
