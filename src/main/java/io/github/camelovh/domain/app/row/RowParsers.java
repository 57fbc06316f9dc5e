// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.catalog.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The actions that a row can have: each has a parser here and its own {@link RowCommand}. Immutable. */
public final class RowParsers {
    private final Map<String, RowParser> actions;
    private final Set<String> ownColumns;

    private RowParsers(Map<String, RowParser> actions, Set<String> ownColumns) {
        this.actions = actions;
        this.ownColumns = ownColumns;
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
        return new RowParsers(actions, Set.of());
    }

    /** These and actions of the user's own. */
    public RowParsers with(List<UserAction> own) {
        Map<String, RowParser> all = new LinkedHashMap<>(actions);
        Set<String> columns = new TreeSet<>(ownColumns);
        for (UserAction action : own) {
            all.put(action.name(), new UserActionParser(action));
            action.columns().stream()
                    .filter(column -> Columns.properName(column).isEmpty())
                    .forEach(columns::add);
            if (columns.stream()
                            .map(column -> column.toLowerCase(Locale.ROOT))
                            .distinct()
                            .count()
                    < columns.size()) {
                throw new IllegalArgumentException(
                        "Two actions of your own spell one column in two ways: " + String.join(", ", columns));
            }
        }
        return new RowParsers(all, columns);
    }

    /** The proper name of a column as somebody wrote it; empty if no action has such a column. */
    Optional<String> properColumn(String written) {
        return Columns.properName(written).or(() -> ownColumns.stream()
                .filter(column -> column.equalsIgnoreCase(written.strip()))
                .findFirst());
    }

    /** The accepted names of columns, in words. */
    String acceptedColumns() {
        return (ownColumns.isEmpty() ? "" : String.join(", ", ownColumns) + ", ") + Columns.accepted();
    }

    /** The names of the available actions. */
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
