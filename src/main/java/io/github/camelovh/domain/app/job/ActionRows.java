// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.app.action.ActionRow;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.row.ReadOptions;
import io.github.camelovh.domain.app.row.RowCommand;
import io.github.camelovh.domain.app.row.RowParsers;
import io.github.camelovh.domain.change.ChangeRun;
import io.github.camelovh.domain.change.ClaimLostException;
import java.util.List;

/** Rows of the ledger as what the changes work on. Thread-safe. */
public final class ActionRows {
    private final Ledger ledger;
    private final ReadOptions options;
    private final RowParsers actions;
    private final RowSecrets secrets;
    private final FileBudgets budgets;

    public ActionRows(Ledger ledger, ReadOptions options, RowParsers actions, RowSecrets secrets, FileBudgets budgets) {
        this.ledger = ledger;
        this.options = options;
        this.actions = actions;
        this.secrets = secrets;
        this.budgets = budgets;
    }

    List<ActionRow> of(List<Request> rows) {
        return rows.stream().map(this::of).toList();
    }

    private ActionRow of(Request row) {
        RowCommand command = secrets.row(row)
                .command(options, actions)
                .orElseThrow(() -> new IllegalStateException("Line " + row.line() + " (" + row.domain()
                        + ") was accepted once and is not understood any more"));
        String terms = row.plan() == null ? null : row.plan().terms();
        RepairProgress memo = RepairProgress.of(row.memo());
        return new ActionRow(
                row.id(),
                command,
                secrets.authCode(row).orElse(null),
                new ChangeRun(
                        terms == null ? List.of() : List.of(terms.split("\n")),
                        memo.step(),
                        step -> note(row, memo.atStep(step)),
                        row.purchaseKey() == null ? null : budgets.of(row)));
    }

    private void note(Request row, RepairProgress memo) {
        if (!ledger.claims().note(row.claim(), memo.json())) {
            throw new ClaimLostException(row.domain());
        }
    }
}
