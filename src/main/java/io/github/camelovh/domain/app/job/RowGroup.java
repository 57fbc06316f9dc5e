// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.action.Action;
import io.github.camelovh.domain.app.action.Actions;
import io.github.camelovh.domain.app.ledger.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of one name that are planned and done together: a single row, or all of them where their action is one for all rows.
 *
 * @param action what does them
 * @param name the name
 * @param rows in the order of the file; at least one
 */
record RowGroup(Action action, DomainName name, List<Request> rows) {
    RowGroup {
        rows = List.copyOf(rows);
    }

    /** In the order of the file, those that are one for all rows where the first of them stands. */
    static List<RowGroup> of(NameRows rows, Actions actions) {
        Map<Object, List<Request>> groups = new LinkedHashMap<>();
        for (Request row : rows.rows()) {
            Action action = actions.of(row.action());
            groups.computeIfAbsent(action.isOneForAllRows() ? action : row, key -> new ArrayList<>())
                    .add(row);
        }
        DomainName name = DomainName.of(rows.domain());
        return groups.values().stream()
                .map(some -> new RowGroup(actions.of(some.get(0).action()), name, some))
                .toList();
    }
}
