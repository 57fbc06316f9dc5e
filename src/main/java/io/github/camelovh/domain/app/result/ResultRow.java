// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

import io.github.camelovh.domain.api.model.Money;
import java.util.List;
import java.util.Objects;

/**
 * A row at its end.
 *
 * @param line line of the file
 * @param action what was asked; may be empty on a refused row
 * @param domain the name in ASCII form; on a refused row whatever stood there
 * @param cells the input cells, secrets masked
 * @param state how it ended
 * @param orderId the order that was made for it; null if none
 * @param priceWithTax what that order costs with tax; null if there is no order or its price is unknown
 * @param reason what happened, in words; null if there is nothing to say
 * @param whatToDo what the operator may do about it; null if nothing
 */
public record ResultRow(
        long line,
        String action,
        String domain,
        List<String> cells,
        ResultState state,
        Long orderId,
        Money priceWithTax,
        String reason,
        String whatToDo) {
    public ResultRow {
        Objects.requireNonNull(action);
        Objects.requireNonNull(domain);
        cells = List.copyOf(cells);
        Objects.requireNonNull(state);
    }
}
