// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.row.FileFormat;
import io.github.camelovh.domain.app.row.RowHeader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Result rows for the tests of this package. */
final class ResultRows {
    static final RowHeader HEADER = new RowHeader(List.of("action", "domain", "note"), FileFormat.plain());

    private ResultRows() {}

    static ResultRow bought(long line, String domain, String note, String price) {
        return new ResultRow(
                line,
                "order",
                domain,
                List.of("order", domain, note),
                ResultState.DONE,
                1000 + line,
                Money.of(price),
                null,
                null);
    }

    static ResultRow ended(long line, String domain, String note, ResultState state, String reason, String toDo) {
        return new ResultRow(line, "order", domain, List.of("order", domain, note), state, null, null, reason, toDo);
    }

    static PlanRow toBuy(long line, String domain, String without, String with) {
        return PlanRow.buy(
                line,
                "order",
                domain,
                List.of("order", domain, ""),
                "P1Y",
                Money.of(without),
                Money.of(with),
                "create-default",
                null);
    }

    static PlanRow refusedInPlan(long line, String domain, String reason) {
        return PlanRow.without(
                line, "order", domain, List.of("order", domain, ""), PlanVerdict.REFUSED, reason, "mend it");
    }

    static RunFigures run(long rows) {
        return new RunFigures(
                "names.csv",
                "ab".repeat(32),
                "K7QF-3M2P",
                rows,
                "EUR",
                42,
                Duration.ofMillis(12_340),
                Instant.parse("2026-03-01T10:00:00Z"));
    }
}
