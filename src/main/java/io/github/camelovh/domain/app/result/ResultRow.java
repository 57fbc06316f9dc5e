// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

import io.github.camelovh.domain.api.model.Money;
import java.util.List;
import java.util.Objects;

/**
 * The result of a row.
 *
 * @param line line of the file
 * @param action the action; may be empty on a refused row
 * @param domain the name in ASCII form; on a refused row its original text
 * @param cells the input cells, secrets masked
 * @param state how it ended
 * @param orderId its order; null if none
 * @param priceWithTax the price of that order with tax; null if there is no order or its price is unknown
 * @param reason what happened, in words; null if there is nothing to say
 * @param whatToDo what the operator can do about it; null if nothing
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
