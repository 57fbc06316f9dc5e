// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import java.util.Map;
import java.util.Optional;

/** Parses {@code set-contact} and {@code change-owner} rows. */
final class OwnerParser implements RowParser {
    private final String action;

    OwnerParser(String action) {
        this.action = action;
    }

    @Override
    public Optional<RowCommand> parse(RowCells row, ReadOptions options) {
        DomainName domain = CellReading.domain(row);
        Money maxPrice = CellReading.maxPrice(row, options.currency());
        return action.equals(ContactCommand.SetContact.ACTION)
                ? setContact(row, domain, maxPrice)
                : changeOwner(row, domain, maxPrice);
    }

    private static Optional<RowCommand> setContact(RowCells row, DomainName domain, Money maxPrice) {
        Map<String, String> owner = CellReading.ownerMembers(row);
        if (!row.isEmpty(Columns.OWNER_CONTACT)) {
            row.refuse(
                    Columns.OWNER_CONTACT,
                    "has a contact, but " + ContactCommand.SetContact.ACTION + " changes the data of the current one",
                    "empty the cell, or write " + ContactCommand.ChangeOwner.ACTION);
        }
        return row.refusals().isEmpty()
                ? Optional.of(new ContactCommand.SetContact(domain, owner, maxPrice))
                : Optional.empty();
    }

    private static Optional<RowCommand> changeOwner(RowCells row, DomainName domain, Money maxPrice) {
        String contact = CellReading.ownerContact(row);
        Map<String, String> owner = CellReading.owner(row);
        if (row.isEmpty(Columns.OWNER_CONTACT) && owner.isEmpty()) {
            row.refuse(
                    Columns.OWNER_CONTACT,
                    "is empty, and no owner is described",
                    "write the new owner's contact, or fill the columns " + Columns.OWNER + "*");
        }
        return row.refusals().isEmpty()
                ? Optional.of(new ContactCommand.ChangeOwner(domain, contact, owner, maxPrice))
                : Optional.empty();
    }
}
