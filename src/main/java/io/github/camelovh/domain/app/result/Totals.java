// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

import io.github.camelovh.domain.api.Plural;
import io.github.camelovh.domain.api.model.Money;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;

/** Counts rows by their result and sums up the orders. Used by one thread. */
final class Totals {
    private final Map<ResultState, Long> rows = new EnumMap<>(ResultState.class);
    private long orders;
    private Money sum;

    void add(ResultRow row) {
        rows.merge(row.state(), 1L, Long::sum);
        if (row.orderId() != null) {
            orders++;
            if (row.priceWithTax() != null) {
                sum = sum == null ? row.priceWithTax() : sum.plus(row.priceWithTax());
            }
        }
    }

    long rows() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    private long of(ResultState state) {
        return rows.getOrDefault(state, 0L);
    }

    /**
     * The figures of the whole file.
     *
     * @throws IllegalStateException if a row that was read has no result, or more than one
     */
    Summary summary(RunFigures run) {
        if (rows() != run.rowsRead()) {
            throw new IllegalStateException("Of " + run.fileName() + " "
                    + Plural.of(run.rowsRead(), "row was", "rows were") + " read but " + rows() + " have a result: "
                    + rows + ". No result files were published; the ledger has every row.");
        }
        Money total = sum == null ? Money.zero(run.currency()) : sum;
        return new Summary(
                run.fileName(),
                run.identity(),
                run.planCode(),
                rows(),
                0,
                of(ResultState.DONE),
                of(ResultState.REFUSED),
                of(ResultState.FAILED),
                of(ResultState.UNFINISHED),
                of(ResultState.CANCELLED),
                orders,
                total.amount(),
                total.currency(),
                run.apiCalls(),
                java.math.BigDecimal.valueOf(run.took().toMillis(), 3).setScale(1, RoundingMode.HALF_UP),
                run.finishedAt().toString());
    }
}
