/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.operation.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The actions that a row may ask for. An action is offered once it has a parser here and a {@link RowCommand} of its
 * own; until then its rows are refused with a clear word, so that nobody waits for what will not happen. Immutable.
 */
public final class ActionRegistry {
    private final Map<String, Optional<RowParser>> actions;

    private ActionRegistry(Map<String, Optional<RowParser>> actions) {
        this.actions = actions;
    }

    /** All actions known to this release. */
    public static ActionRegistry standard() {
        Map<String, Optional<RowParser>> actions = new LinkedHashMap<>();
        actions.put(RowCommand.Order.ACTION, Optional.of(new OrderParser()));
        actions.put(RowCommand.Transfer.ACTION, Optional.of(new TransferParser()));
        actions.put(RowCommand.Fix.ACTION, Optional.of(new FixParser()));
        for (String action : List.of(
                RowCommand.Leave.LOCK, RowCommand.Leave.UNLOCK, RowCommand.Leave.AUTH_CODE, RowCommand.Leave.RELEASE)) {
            actions.put(action, Optional.of(new LeaveParser(action)));
        }
        actions.put(RowCommand.SetNameServers.ACTION, Optional.of(new NameServersParser()));
        actions.put(RowCommand.SetDs.ACTION, Optional.of(new DsParser()));
        for (String action : List.of(RowCommand.ChangeRecords.SET, RowCommand.ChangeRecords.DELETE)) {
            actions.put(action, Optional.of(new RecordParser(action)));
        }
        actions.put(RowCommand.SetRenewal.ACTION, Optional.of(new RenewalModeParser()));
        actions.put(RowCommand.Renew.ACTION, Optional.of(new RenewalParser()));
        for (String later : List.of("contact")) {
            actions.put(later, Optional.empty());
        }
        return new ActionRegistry(actions);
    }

    /** The names of the actions that can be asked for today. */
    public List<String> offered() {
        return actions.entrySet().stream()
                .filter(e -> e.getValue().isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    Optional<RowCommand> parse(RowCells row, ReadOptions options) {
        String written = row.text(Columns.ACTION);
        String action = written.toLowerCase(Locale.ROOT);
        Optional<RowParser> parser = actions.get(action);
        if (parser != null && parser.isPresent()) {
            return parser.get().parse(row, options);
        }
        String offered = String.join(", ", offered());
        if (written.isEmpty()) {
            row.refuse(Columns.ACTION, "is empty", "write one of: " + offered);
        } else if (parser != null) {
            row.refuse(
                    Columns.ACTION,
                    "\"" + action + "\" is not offered by this version yet",
                    "take the row out of the file; offered: " + offered);
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
