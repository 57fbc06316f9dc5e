// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.catalog.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The actions that a row may ask for: each has a parser here and a {@link RowCommand} of its own. Immutable. */
public final class RowParsers {
    private final Map<String, RowParser> actions;

    private RowParsers(Map<String, RowParser> actions) {
        this.actions = actions;
    }

    /** All actions known to this release. */
    public static RowParsers standard() {
        Map<String, RowParser> actions = new LinkedHashMap<>();
        actions.put(RowCommand.Order.ACTION, new OrderParser());
        actions.put(RowCommand.Transfer.ACTION, new TransferParser());
        actions.put(RowCommand.Fix.ACTION, new FixParser());
        for (String action : List.of(
                RowCommand.Leave.LOCK, RowCommand.Leave.UNLOCK, RowCommand.Leave.AUTH_CODE, RowCommand.Leave.RELEASE)) {
            actions.put(action, new LeaveParser(action));
        }
        actions.put(RowCommand.SetNameServers.ACTION, new NameServersParser());
        actions.put(RowCommand.SetDs.ACTION, new DsParser());
        for (String action : List.of(RowCommand.ChangeRecords.SET, RowCommand.ChangeRecords.DELETE)) {
            actions.put(action, new RecordParser(action));
        }
        actions.put(RowCommand.SetRenewal.ACTION, new RenewalModeParser());
        actions.put(RowCommand.Renew.ACTION, new RenewalParser());
        for (String action : List.of(ContactCommand.SetDisclosure.ACTION, ContactCommand.SetObfuscation.ACTION)) {
            actions.put(action, new WhoisParser(action));
        }
        for (String action : List.of(ContactCommand.SetContact.ACTION, ContactCommand.ChangeOwner.ACTION)) {
            actions.put(action, new OwnerParser(action));
        }
        actions.put(ContactCommand.ChangeAccounts.ACTION, new AccountsParser());
        return new RowParsers(actions);
    }

    /** The names of the actions that can be asked for. */
    public List<String> offered() {
        return List.copyOf(actions.keySet());
    }

    Optional<RowCommand> parse(RowCells row, ReadOptions options) {
        String written = row.text(Columns.ACTION);
        String action = written.toLowerCase(Locale.ROOT);
        RowParser parser = actions.get(action);
        if (parser != null) {
            return parser.parse(row, options);
        }
        String offered = String.join(", ", offered());
        if (written.isEmpty()) {
            row.refuse(Columns.ACTION, "is empty", "write one of: " + offered);
        } else {
            String guess = Optional.of(action)
                    .filter(a -> a.length() <= 64)
                    .flatMap(a -> Nearest.to(a, actions.keySet()))
                    .map(n -> " (did you mean " + n + "?)")
                    .orElse("");
            row.refuse(
                    Columns.ACTION,
                    "\"" + RowCells.shown(written) + "\" is unknown" + guess,
                    "write one of: " + offered);
        }
        CellReading.domain(row);
        return Optional.empty();
    }
}
