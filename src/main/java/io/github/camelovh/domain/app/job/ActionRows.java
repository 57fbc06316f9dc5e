// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.app.action.ActionRow;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.PlanFigures;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.row.ReadOptions;
import io.github.camelovh.domain.app.row.RowCommand;
import io.github.camelovh.domain.app.row.RowParsers;
import io.github.camelovh.domain.change.ChangeRun;
import io.github.camelovh.domain.change.ClaimLostException;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.change.StepJournal;
import java.util.List;

/** Rows of the ledger as what actions work on: decoded once for each plan, claim or look. Thread-safe. */
public final class ActionRows {
    private final Ledger ledger;
    private final ReadOptions options;
    private final RowParsers parsers;
    private final RowSecrets secrets;
    private final FileBudgets budgets;

    public ActionRows(Ledger ledger, ReadOptions options, RowParsers parsers, RowSecrets secrets, FileBudgets budgets) {
        this.ledger = ledger;
        this.options = options;
        this.parsers = parsers;
        this.secrets = secrets;
        this.budgets = budgets;
    }

    List<ActionRow> of(List<Request> rows) {
        return rows.stream().map(this::of).toList();
    }

    /** @throws RowNotUnderstoodException if it was accepted once and cannot be read any more */
    ActionRow of(Request row) {
        RepairProgress progress = RepairProgress.of(row.memo());
        PlanFigures plan = row.plan();
        return new ActionRow(
                row.id(),
                command(row),
                secrets.authCode(row).orElse(null),
                plan == null || plan.withoutTax() == null
                        ? null
                        : new PlanOutcome.Cost(plan.withoutTax(), plan.withTax(), plan.duration(), plan.pricingMode()),
                new ChangeRun(
                        plan == null || plan.terms() == null
                                ? List.of()
                                : List.of(plan.terms().split("\n")),
                        row.byCart() ? row.step() : progress.step(),
                        new Steps(row, progress),
                        row.purchaseKey() == null ? null : budgets.of(row)));
    }

    private RowCommand command(Request row) {
        try {
            return secrets.row(row)
                    .command(options, parsers)
                    .orElseThrow(() -> new RowNotUnderstoodException("line " + row.line() + " (" + row.domain()
                            + ") was accepted once and is not understood any more"));
        } catch (IllegalArgumentException e) {
            throw new RowNotUnderstoodException(e.getMessage());
        }
    }

    /** Notes in the ledger, as long as the claim of the row counts. */
    private final class Steps implements StepJournal {
        private final Request row;
        private final RepairProgress progress;

        Steps(Request row, RepairProgress progress) {
            this.row = row;
            this.progress = progress;
        }

        @Override
        public void note(String step) {
            require(ledger.claims().note(row.claim(), progress.atStep(step).json()));
        }

        @Override
        public void renew() {
            require(ledger.leases().extend(List.of(row.claim())).isEmpty());
        }

        private void require(boolean held) {
            if (!held) {
                throw new ClaimLostException(row.domain());
            }
        }
    }
}
