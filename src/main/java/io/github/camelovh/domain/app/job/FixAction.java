// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.action.Action;
import io.github.camelovh.domain.app.action.ActionRow;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.row.RowCommand;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code fix}: gives a row that waits for a person what it lacks, and sends it on. Calls nothing at OVHcloud; the row's own
 * watcher or buyer does that. Thread-safe.
 */
public final class FixAction implements Action {
    private final Ledger ledger;
    private final RowSecrets secrets;

    public FixAction(Ledger ledger, RowSecrets secrets) {
        this.ledger = ledger;
        this.secrets = secrets;
    }

    @Override
    public List<String> actions() {
        return List.of(RowCommand.Fix.ACTION);
    }

    @Override
    public List<PlanOutcome> look(DomainName name, List<ActionRow> rows) {
        return rows.stream().map(row -> finding(name, row)).toList();
    }

    private PlanOutcome finding(DomainName name, ActionRow row) {
        Optional<Request> waiting = waiting(name, row);
        return waiting.isEmpty()
                ? new PlanOutcome.Refused(
                        "no row of " + name + " waits for anything",
                        "look at `ovh-domain status " + name + "`; correct a row that was refused, and drop it again")
                : new PlanOutcome.Changes(List.of(given(row) + " to " + told(waiting.get())));
    }

    private Optional<Request> waiting(DomainName name, ActionRow row) {
        return ledger.waiting().of(name.ascii(), row.id());
    }

    private String told(Request waiting) {
        String file = ledger.files().find(waiting.fileId()).orElseThrow().name();
        return "the " + waiting.action() + " in line " + waiting.line() + " of " + file;
    }

    /** Names, never values. */
    private static String given(ActionRow row) {
        List<String> what = new ArrayList<>();
        if (row.authCode() != null) {
            what.add("an auth code");
        }
        what.addAll(((RowCommand.Fix) row.command()).values().keySet());
        return what.isEmpty() ? "another try" : String.join(", ", what);
    }

    @Override
    public List<ExecutionResult> act(DomainName name, List<ActionRow> rows) {
        return rows.stream().map(row -> ending(name, row)).toList();
    }

    private ExecutionResult ending(DomainName name, ActionRow row) {
        Optional<Request> waiting = waiting(name, row);
        if (waiting.isEmpty()) {
            return row.wasBegun()
                    ? new ExecutionResult.Done("was given before; the row of " + name + " has gone on")
                    : new ExecutionResult.Refused(
                            "no row of " + name + " waits any more", "look at `ovh-domain status " + name + "`");
        }
        Request request = waiting.get();
        String line = given(row) + " to " + told(request);
        if (!row.approved().contains(line)) {
            return new ExecutionResult.Refused(
                    "it would now give " + line + ", which was not approved",
                    "drop the row again, and approve the plan");
        }
        row.begin("giving");
        boolean supplied = ledger.waiting()
                .supply(
                        request.id(),
                        secrets.sealCode(row.authCode(), name.ascii()),
                        memo -> with(memo, name, row).json(),
                        "given " + given(row) + " by a fix");
        return supplied
                ? new ExecutionResult.Done(
                        "gave " + line + ", which goes on with `ovh-domain run`, or by importing that file")
                : new ExecutionResult.Again("the row of " + name + " moved on at this moment");
    }

    private RepairProgress with(String memo, DomainName name, ActionRow row) {
        Map<String, String> given = ((RowCommand.Fix) row.command()).values();
        RepairProgress before = RepairProgress.of(memo);
        if (given.isEmpty()) {
            return before.supplied(null, row.authCode() == null);
        }
        Map<String, String> all = new HashMap<>(secrets.supplied(before.supplied(), name.ascii()));
        all.putAll(given);
        return before.supplied(secrets.sealValues(all, name.ascii()), false);
    }
}
