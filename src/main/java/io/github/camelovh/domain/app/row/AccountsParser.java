// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Parses {@code change-accounts} rows. */
final class AccountsParser implements RowParser {
    private static final Pattern NICHANDLE = Pattern.compile("[a-z]{2}[0-9]{1,12}-[a-z]{2,12}");
    private static final List<String> ROLES =
            List.of(Columns.CONTACT_ADMIN, Columns.CONTACT_TECH, Columns.CONTACT_BILLING);

    @Override
    public Optional<RowCommand> parse(RowCells row, ReadOptions options) {
        DomainName domain = CellReading.domain(row);
        Map<String, String> accounts = new TreeMap<>();
        for (String role : ROLES) {
            if (!row.isEmpty(role)) {
                accounts.put(role, account(row, role));
            }
        }
        if (accounts.isEmpty() && row.refusals().isEmpty()) {
            row.refuse(
                    Columns.CONTACT_ADMIN,
                    "is empty, and so are " + Columns.CONTACT_TECH + " and " + Columns.CONTACT_BILLING,
                    "write the nichandle of the account that gets the role, such as xx1111-ovh");
        }
        return row.refusals().isEmpty()
                ? Optional.of(new ContactCommand.ChangeAccounts(domain, accounts))
                : Optional.empty();
    }

    /** The account that a filled cell names. */
    static String account(RowCells row, String column) {
        String written = row.text(column).toLowerCase(Locale.ROOT);
        if (!NICHANDLE.matcher(written).matches()) {
            row.refuse(
                    column,
                    "\"" + RowCells.shown(written) + "\" is not an account",
                    "write its nichandle, such as xx1111-ovh");
        }
        return written;
    }
}
