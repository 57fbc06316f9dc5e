// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

import io.github.camelovh.domain.api.model.Money;
import java.util.List;
import java.util.Objects;

/**
 * A row of the plan that an operator approves.
 *
 * @param line line of the file
 * @param action the action; may be empty on a refused row
 * @param domain the name in ASCII form; on a refused row its original text
 * @param cells the input cells, secrets masked
 * @param verdict what will happen
 * @param period the period that is bought, {@code P1Y}; null if nothing is bought
 * @param withoutTax price without tax for the whole period; null if none was read
 * @param withTax price with tax; null if none was read
 * @param offer the offer's pricing mode, e.g. {@code create-default}; null if unknown
 * @param reason the reason, or what changes; null if there is nothing to say
 * @param whatToDo how to correct the row; null if there is nothing to do
 */
public record PlanRow(
        long line,
        String action,
        String domain,
        List<String> cells,
        PlanVerdict verdict,
        String period,
        Money withoutTax,
        Money withTax,
        String offer,
        String reason,
        String whatToDo) {
    public PlanRow {
        Objects.requireNonNull(action);
        Objects.requireNonNull(domain);
        cells = List.copyOf(cells);
        Objects.requireNonNull(verdict);
    }

    /** A row that will be bought at this price. */
    public static PlanRow buy(
            long line,
            String action,
            String domain,
            List<String> cells,
            String period,
            Money withoutTax,
            Money withTax,
            String offer,
            String reason) {
        return new PlanRow(
                line, action, domain, cells, PlanVerdict.BUY, period, withoutTax, withTax, offer, reason, null);
    }

    /** A row for which nothing will be bought; the reason says what changes, or why nothing is done. */
    public static PlanRow without(
            long line,
            String action,
            String domain,
            List<String> cells,
            PlanVerdict verdict,
            String reason,
            String whatToDo) {
        return new PlanRow(line, action, domain, cells, verdict, null, null, null, null, reason, whatToDo);
    }
}
