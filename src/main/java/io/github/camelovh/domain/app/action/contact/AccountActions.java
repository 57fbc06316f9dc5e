// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action.contact;

import io.github.camelovh.domain.api.OvhUnknownOutcomeException;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.action.Action;
import io.github.camelovh.domain.app.action.ActionRow;
import io.github.camelovh.domain.app.row.ContactCommand;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.contact.AccountChange;
import io.github.camelovh.domain.contact.AccountRoles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Roles of names that go to other accounts: {@code change-accounts}. Both sides get a mail with a token, which they answer at
 * OVHcloud; it is asked for once, and looked at until it has ended. Thread-safe.
 */
public final class AccountActions implements Action {
    /** Noted before it is asked for. */
    private static final String ASKING = "asking";

    /** Noted once it was seen to wait. */
    private static final String WAITING = "waiting";

    private final Supplier<AccountRoles> accountRoles;
    private final Duration every;

    /** @param every the pause between two looks at what was asked for */
    public AccountActions(Supplier<AccountRoles> accountRoles, Duration every) {
        this.accountRoles = accountRoles;
        this.every = every;
    }

    @Override
    public List<String> actions() {
        return List.of(ContactCommand.ChangeAccounts.ACTION);
    }

    @Override
    public List<PlanOutcome> look(DomainName name, List<ActionRow> rows) {
        Map<String, String> held = accountRoles.get().accounts(name);
        return rows.stream().map(row -> finding(held, wished(row))).toList();
    }

    private static Map<String, String> wished(ActionRow row) {
        return ((ContactCommand.ChangeAccounts) row.command()).accounts();
    }

    private static PlanOutcome finding(Map<String, String> held, Map<String, String> wished) {
        List<String> lines = new ArrayList<>();
        AccountRoles.missing(held, wished)
                .forEach((role, account) ->
                        lines.add(role + " " + held.get(role) + " -> " + account + ", once both have agreed by mail"));
        return lines.isEmpty()
                ? new PlanOutcome.AsWished("these accounts hold these roles already")
                : new PlanOutcome.Changes(lines);
    }

    @Override
    public List<ExecutionResult> act(DomainName name, List<ActionRow> rows) {
        return rows.stream().map(row -> ending(name, row)).toList();
    }

    private ExecutionResult ending(DomainName name, ActionRow row) {
        Map<String, String> held = accountRoles.get().accounts(name);
        Map<String, String> missing = AccountRoles.missing(held, wished(row));
        if (missing.isEmpty()) {
            return new ExecutionResult.Done("the roles are with the accounts that were wished for");
        }
        if (row.wasBegun()) {
            return goneOn(name, row, missing);
        }
        Optional<ExecutionResult> other = row.unlessApproved(finding(held, wished(row)));
        return other.orElseGet(() -> asked(name, row, missing));
    }

    private ExecutionResult asked(DomainName name, ActionRow row, Map<String, String> missing) {
        row.begin(ASKING);
        try {
            return waiting(accountRoles.get().ask(name, missing));
        } catch (OvhUnknownOutcomeException e) {
            return new ExecutionResult.Later(
                    "the answer to its change of accounts was lost; it is looked for", List.of(), every, ASKING);
        }
    }

    private ExecutionResult waiting(List<AccountChange> open) {
        String numbers = String.join(
                ", ", open.stream().map(change -> String.valueOf(change.id())).toList());
        return new ExecutionResult.Later(
                "change of accounts " + numbers
                        + " waits for both sides, who got a mail with a token (contact:acceptContactChange"
                        + " answers it)",
                List.of(),
                every,
                WAITING);
    }

    /** What was seen to wait and waits no more was refused, or ran out of time; what was never seen is asked for again. */
    private ExecutionResult goneOn(DomainName name, ActionRow row, Map<String, String> missing) {
        List<AccountChange> open = accountRoles.get().underWay(name, missing);
        if (!open.isEmpty()) {
            return waiting(open);
        }
        // What ended between the two looks is seen by a third.
        Map<String, String> left = AccountRoles.missing(accountRoles.get().accounts(name), wished(row));
        if (left.isEmpty()) {
            return new ExecutionResult.Done("the roles are with the accounts that were wished for");
        }
        return WAITING.equals(row.step())
                ? new ExecutionResult.Refused(
                        "the change of " + String.join(", ", left.keySet())
                                + " has ended and was not made: one side refused, or nobody answered in time",
                        "ask both sides, then drop the row again")
                : asked(name, row, left);
    }
}
