// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.contact;

import io.github.camelovh.domain.api.OvhUnknownOutcomeException;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.change.ChangeRun;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Roles of a name that go to other accounts. Both sides get a mail with a token, which they answer at OVHcloud; it is asked for
 * once, and looked at until it has ended. Thread-safe.
 *
 * <p>Every method throws {@link io.github.camelovh.domain.api.OvhApiException} when OVHcloud cannot be asked, or refuses.
 */
public final class AccountRoleChange {
    /** Noted before it is asked for. */
    private static final String ASKING = "asking";

    /** Noted once it was seen to wait. */
    private static final String WAITING = "waiting";

    private static final ExecutionResult MADE =
            new ExecutionResult.Done("the roles are with the accounts that were wished for");

    private final AccountRoles roles;
    private final DomainName name;
    private final Map<String, String> wished;
    private final Duration pause;

    /**
     * @param wished accounts (nichandles) by role
     * @param pause between two looks at what was asked for
     */
    public AccountRoleChange(AccountRoles roles, DomainName name, Map<String, String> wished, Duration pause) {
        this.roles = roles;
        this.name = name;
        this.wished = Map.copyOf(wished);
        this.pause = pause;
    }

    /** What it would change now; one call. Changes nothing. */
    public PlanOutcome plan() {
        return plan(roles.accounts(name));
    }

    private PlanOutcome plan(Map<String, String> held) {
        List<String> lines = new ArrayList<>();
        AccountRoles.missing(held, wished)
                .forEach((role, account) ->
                        lines.add(role + " " + held.get(role) + " -> " + account + ", once both have agreed by mail"));
        return lines.isEmpty()
                ? new PlanOutcome.AsWished("these accounts hold these roles already")
                : new PlanOutcome.Changes(lines);
    }

    /** Asks for it as it was approved, or goes on where it was asked for. */
    public ExecutionResult apply(ChangeRun run) {
        Map<String, String> held = roles.accounts(name);
        Map<String, String> missing = AccountRoles.missing(held, wished);
        if (missing.isEmpty()) {
            return MADE;
        }
        return run.wasBegun()
                ? ended(run, missing).orElseGet(() -> asked(run, missing))
                : run.ifApproved(plan(held), changes -> asked(run, missing));
    }

    private ExecutionResult asked(ChangeRun run, Map<String, String> missing) {
        run.begin(ASKING);
        try {
            return waiting(roles.ask(name, missing));
        } catch (OvhUnknownOutcomeException e) {
            return new ExecutionResult.Later(
                    "the answer to its change of accounts was lost; it is looked for", List.of(), pause, ASKING);
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
                pause,
                WAITING);
    }

    /** What was seen to wait and waits no more was refused, or ran out of time; what was never seen is asked for again: empty. */
    private Optional<ExecutionResult> ended(ChangeRun run, Map<String, String> missing) {
        List<AccountChange> open = roles.underWay(name, missing);
        if (!open.isEmpty()) {
            return Optional.of(waiting(open));
        }
        // What ended between the two looks is seen by a third.
        Map<String, String> left = AccountRoles.missing(roles.accounts(name), wished);
        if (left.isEmpty()) {
            return Optional.of(MADE);
        }
        return WAITING.equals(run.step())
                ? Optional.of(new ExecutionResult.Refused(
                        "the change of " + String.join(", ", left.keySet())
                                + " has ended and was not made: one side refused, or nobody answered in time",
                        "ask both sides, then drop the row again"))
                : Optional.empty();
    }

    /**
     * How it goes on. Reads only.
     *
     * @return {@link ExecutionResult.Later} while it waits, else its end; empty where it was not seen to wait, so that it is to be
     *     applied again
     */
    public Optional<ExecutionResult> check(ChangeRun run) {
        if (!WAITING.equals(run.step())) {
            return Optional.empty();
        }
        Map<String, String> missing = AccountRoles.missing(roles.accounts(name), wished);
        return missing.isEmpty() ? Optional.of(MADE) : ended(run, missing);
    }
}
