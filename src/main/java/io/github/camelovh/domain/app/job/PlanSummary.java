// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.Plural;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.PlanFigures;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestState;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * What a person has to know of a plan that waits.
 *
 * @param file its file
 * @param rows how many rows it would carry out
 * @param totalWithTax what they cost; null if nothing is to be bought
 * @param atLeast whether the tax of a row is not known yet, so that the total is the least that it can be
 * @param unusual what an approver should look at twice, a line each
 */
public record PlanSummary(ImportedFile file, long rows, Money totalWithTax, boolean atLeast, List<String> unusual) {
    public PlanSummary {
        unusual = List.copyOf(unusual);
    }

    /** Reads the rows that wait, page by page. */
    static PlanSummary of(Ledger ledger, ImportedFile file) {
        UnusualRows unusual = new UnusualRows();
        long rows = 0;
        Money total = null;
        boolean atLeast = false;
        Iterator<Request> planned = ledger.requests()
                .inOrder(file.id(), EnumSet.of(RequestState.PLANNED))
                .iterator();
        while (planned.hasNext()) {
            Request row = planned.next();
            PlanFigures figures = row.plan();
            rows++;
            unusual.add(row);
            if (row.buys() && figures != null) {
                atLeast |= figures.withTax() == null;
                Money price = figures.withTax() == null ? figures.withoutTax() : figures.withTax();
                total = total == null ? price : total.plus(price);
            }
        }
        return new PlanSummary(file, rows, total, atLeast, unusual.lines());
    }

    /** How much it is, in words. */
    String size() {
        String count = String.format(Locale.ROOT, "%,d %s", rows, Plural.word(rows, "row"));
        return count + (totalWithTax == null ? ", nothing to pay" : ", " + (atLeast ? "at least " : "") + cost());
    }

    private String cost() {
        return totalWithTax + " with tax";
    }

    /** How it is approved. */
    String command() {
        return "ovh-domain approve " + file.planCode();
    }
}
